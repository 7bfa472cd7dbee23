"""What a report says of differences, and how it is written."""

import json

import numpy as np
import pytest

from tf_spec_compat.testing import records
from tf_spec_compat.testing.report import Comparison


def compared(*values, **options):
    comparison = Comparison("old", "new", options.pop("rtol", 1e-5), options.pop("atol", 1e-6))
    comparison.values(*values, **options)
    return comparison.report


def test_the_largest_difference_is_said():
    """Where, by how much, and how many of how many."""
    report = compared("loss", "", [1.0, 2.0, 3.0], [1.0, 2.5, 3.1], step=4)
    (first,) = report.differences
    assert (first.step, first.largest) == (4, 0.5)
    assert str(first) == (
        "loss in step 4: legacy 2, new 2.5 at [1], off by 0.5 (relative 0.25); 2 of 3 differ"
    )


@pytest.mark.parametrize(
    ("old", "new", "ok"),
    [
        (1.0, 1.0 + 9e-6, True),
        (1.0, 1.0 + 3e-5, False),
        (np.nan, np.nan, True),
        (np.nan, 1.0, False),
        (np.inf, np.inf, True),
        (np.inf, 1.0, False),
        (0.0, 5e-7, True),
        (True, False, False),
        (1j, 1j, True),
        (1j, 2j, False),
        ("a", b"a", True),
        ("a", "b", False),
        ([1.0], [[1.0]], False),
        ("a", 1.0, False),
        ([], [], True),
    ],
)
def test_values(old, new, ok):
    """Numbers within tolerance, NaN and infinity as themselves, bytes and shapes exactly."""
    report = compared("metric", "m", old, new)
    assert report.ok == ok
    json.loads(json.dumps(report.to_dict(), allow_nan=False))


def test_what_is_ignored_is_not_counted():
    """A pattern leaves out what it matches, and that alone."""
    comparison = Comparison("old", "new", 0, 0, ["variable:*/Adam*"])
    old, new = {"w": 1, "w/Adam": 1, "gone": 1}, {"w": 1, "w/Adam": 2, "more": 1}
    comparison.dicts("variable", old, new)
    assert comparison.report.compared == {"variable": 3}
    words = [str(each) for each in comparison.report.differences]
    assert words == ["variable gone: only in legacy", "variable more: only in new"]


def test_bad_options_are_refused():
    """A pattern without a kind, and a tolerance that is none."""
    with pytest.raises(ValueError, match="KIND:NAME"):
        Comparison("", "", 0, 0, ["Adam"])
    with pytest.raises(ValueError, match="rtol"):
        Comparison("", "", float("nan"), 0)


def test_pages():
    """Text begins with what differs first; Markdown counts by kind, and text in it stays text."""
    report = compared("variable", "a_b|c", 1.0, 2.0)
    report.not_compared.append("served answers: none")
    text = report.to_text()
    assert "1 different; first, variable a_b|c: legacy 1, new 2" in text
    assert "not compared: served answers: none" in text
    page = report.to_markdown()
    assert "| variable | 1 | 1 |" in page
    assert r"a\_b\|c" in page


def test_records_are_read_as_they_were_written(tmp_path):
    """Numbers, bytes with zeros at their ends, text and nesting go through files unchanged."""
    words = np.empty(2, object)
    words[:] = [b"a\0", b""]
    value = {"a": np.float32([1, np.nan]), "w": words, "n": [None, 1, "t", b"\0"], "s": np.int64(3)}
    records.save(value, str(tmp_path / "r"))
    found = records.load(str(tmp_path / "r"))
    np.testing.assert_array_equal(found["a"], value["a"])
    assert found["w"].tolist() == [b"a\0", b""]
    assert found["n"] == [None, 1, "t", b"\0"]
    assert found["s"] == 3
