"""The baseline: a ratchet."""

import json

import pytest

from tests.migrate.report.sample import finding
from tf_spec_compat.migrate.baseline import Baseline, BaselineError
from tf_spec_compat.migrate.report.results import Item


def items(*lines, code="G501", name="tensorflow.contrib.x", first=1):
    """Findings with the same name in these lines of source."""
    return [Item(finding(code, name, n), text) for n, text in enumerate(lines, first)]


def everything(code):
    return True


@pytest.fixture
def made(tmp_path):
    """A baseline with two uses of one name and one of another, read again."""

    def make(path="src/a.py", target="2.21"):
        file = tmp_path / "ci" / "base.json"
        file.parent.mkdir(exist_ok=True)
        source = tmp_path / path
        source.parent.mkdir(exist_ok=True)
        source.touch()
        baseline = Baseline(str(file), target)
        other = items("z = tf.z()", code="G502", name="tensorflow.contrib.z")
        baseline.mark(str(source), items("a = x()", "b = x()") + other, everything)
        text, total = baseline.text(everything)
        assert total == 3
        file.write_text(text, encoding="utf-8")
        return Baseline.read(str(file), target), str(source)

    return make


def known(baseline, source, found):
    return [item.known for item in baseline.mark(source, found, everything)]


def test_layout(made, tmp_path):
    """The file has paths from its own folder, counts and lines, in a stable order."""
    made()
    document = json.loads((tmp_path / "ci" / "base.json").read_text("utf-8"))
    assert {key: document[key] for key in ("layout", "target")} == {"layout": 1, "target": "2.21"}
    assert [(row["path"], row["code"], row["count"]) for row in document["findings"]] == [
        ("../src/a.py", "G501", 2),
        ("../src/a.py", "G502", 1),
    ]
    assert document["findings"][0]["lines"] == ["a = x()", "b = x()"]


def test_moved_lines(made):
    """What moved to other lines, or is indented otherwise, is known."""
    baseline, source = made()
    assert (
        known(baseline, source, items("    b = x()", "", "  a = x()", first=90)[::2]) == [True] * 2
    )
    assert baseline.gone == 1


def test_a_new_use_is_the_one_that_is_new(made):
    """Of three uses where two are known, the one whose line is new is reported."""
    baseline, source = made()
    assert known(baseline, source, items("new = x()", "a = x()", "b = x()")) == [False, True, True]


def test_an_edited_line_is_not_new(made):
    """As many uses as before are known, whatever their lines say now."""
    baseline, source = made()
    assert known(baseline, source, items("a = x(1)", "b = x(2)")) == [True, True]


def test_one_goes_and_another_comes_elsewhere(made):
    """A use in another file, or of another name, is new though one is gone."""
    baseline, source = made()
    assert known(baseline, source + "c", items("a = x()")) == [False]
    assert known(baseline, source, items("a = x()", name="tensorflow.contrib.y")) == [False]
    assert baseline.gone == 3


def test_gone_files(made, tmp_path):
    """What was in a file that is no more is gone; a file that was not checked is left alone."""
    baseline, _ = made()
    baseline.forget_missing(everything)
    assert baseline.gone == 0
    (tmp_path / "src" / "a.py").unlink()
    baseline.forget_missing(everything)
    assert baseline.gone == 3
    assert json.loads(baseline.text(everything)[0])["findings"] == []


def test_renewing_keeps_what_was_not_checked(made, tmp_path):
    """Checking a part renews that part, and only the codes that were selected."""
    baseline, _ = made()
    (tmp_path / "src" / "b.py").touch()
    baseline.mark(str(tmp_path / "src" / "b.py"), items("q = x()"), everything)
    text, total = baseline.text(everything)
    assert total == 4

    def is_first(code):
        return code == "G501"

    baseline, source = made()
    baseline.mark(source, [], is_first)
    text, total = baseline.text(is_first)
    assert [row["code"] for row in json.loads(text)["findings"]] == ["G502"]
    assert baseline.gone == 2


def test_codes_that_do_not_count(made):
    """A finding that the baseline is not about is neither known nor written."""
    baseline, source = made()
    marked = baseline.mark(source, items("a = x()"), lambda code: code != "G501")
    assert [item.known for item in marked] == [False]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "is no baseline of tf-spec-compat check"),
        ('{"layout": 1, "target": "2.21"}', "KeyError: 'findings'"),
        ('{"layout": 1, "target": "2.21", "findings": [{"path": 1}]}', "is no baseline"),
        ('{"layout": 9, "target": "2.21", "findings": []}', "layout 9, this release reads 1"),
        ('{"layout": 1, "target": "2.15", "findings": []}', "written for --target 2.15, this run"),
    ],
)
def test_broken(tmp_path, text, message):
    """A file that is no baseline, or another run's, is refused with what to do."""
    path = tmp_path / "base.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as caught:
        Baseline.read(str(path), "2.21")
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_counts_that_do_not_agree(made, tmp_path):
    """A file that was edited to allow more is refused."""
    made()
    path = tmp_path / "ci" / "base.json"
    path.write_text(path.read_text("utf-8").replace('"count": 2', '"count": 9'), encoding="utf-8")
    with pytest.raises(BaselineError, match="count is 9, and lines has 2"):
        Baseline.read(str(path), "2.21")


def test_missing(tmp_path):
    """A baseline that is not there is no empty one."""
    with pytest.raises(BaselineError, match="--write-baseline makes it"):
        Baseline.read(str(tmp_path / "none.json"), "2.21")
