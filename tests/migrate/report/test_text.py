"""The report to read."""

import pytest

from tests.migrate.report import sample
from tf_spec_compat.migrate.report.excerpt import excerpt
from tf_spec_compat.migrate.report.results import FileResult

MODEL = """\
trainer/model.py: 2 findings
trainer/model.py:3:5: G501 [gone] tensorflow.contrib.tensorrt.create is a G501
    3 |     trt.create('<&>')  # \ufffd[31m
      |     ^^^^^^^^^^^^^^^
      = Use tf.experimental.tensorrt.
trainer/model.py:5:9: L703 [library] numpy.float is a L703
    5 |         np.float(1)
      |         ^^^^^^^^
      = Use float.
      = tf-spec-compat migrate --only numpy does it

"""
CLOSING = """\
Checked 4 files for TensorFlow 2.21 with tf_spec_compat.
  gone      1 in 1 file  nothing that does the same is left
  keras2    1 in 1 file  needs Keras 2: pip install tf-keras of TensorFlow's version
  library   1 in 1 file  Python 2 or another library, which changed
  differs   1 in 1 file  runs, and differs from TensorFlow 1.15 on purpose
  runs      1 in 1 file  runs as it is (--select runs lists them)
  structure 1 in 1 file  what a migration is about: model_fns, estimators, experiments \
(--select structure lists them)
tf-spec-compat migrate changes 2 of them.
2 findings left out by `# tfsc: ignore` comments.
1 file could not be checked.
Failed: 1 finding of kind gone.
"""


def test_all_of_it():
    """Findings stand by file with their lines and carets, what runs is counted only."""
    text = sample.written("text")
    assert text.startswith(MODEL)
    assert text.endswith("\n\n" + CLOSING)
    assert "nb.ipynb:cell 2:1:1: D201 [differs]" in text
    assert "clean.py" not in text


def test_selected_kinds_are_listed():
    """What is selected by name is listed, though it needs nothing."""
    text = sample.written("text", counts=sample.summary(selection=sample.selection("R", "S")))
    assert "trainer/model.py:4:1: R101 [runs]" in text
    assert "migrate --only ops with --unsafe-fixes does it" in text
    assert "lists them" not in text


def test_leaving_contrib_lists_what_runs():
    """On the way to tf.estimator a use of contrib is work, and fails."""
    text = sample.written("text", counts=sample.summary("estimator"))
    assert "R101 [runs]" in text
    assert "  runs      1 in 1 file  an old name, to be replaced\n" in text
    assert "Failed: 5 findings of kind gone, keras2, library, differs, runs.\n" in text


def test_nothing_found():
    """A clean tree has a summary that says so."""
    lines = sample.written("text", [FileResult("a.py"), FileResult("b.py")]).splitlines()
    assert lines[0] == "Checked 2 files for TensorFlow 2.21 with tf_spec_compat."
    assert lines[1:] == ["  Nothing to report."]


def test_colours():
    """Colours are escape sequences around the same text."""
    plain, coloured = sample.written("text"), sample.written("text", colours=True)
    assert "\033" not in plain
    assert "\033[31mG501\033[0m" in coloured
    assert "\033[31m^^^^^^^^^^^^^^^\033[0m" in coloured


@pytest.mark.parametrize(
    ("text", "column", "end", "line", "carets"),
    [
        ("x = tf.y", 5, 9, "x = tf.y", "    ^^^^"),
        ("\tx = tf.y\n", 6, 10, "    x = tf.y", "        ^^^^"),
        ("ab\ttf.y", 4, 8, "ab  tf.y", "    ^^^^"),
        ("s = '\u6f22\u5b57'; tf.y", 11, 15, "s = '\u6f22\u5b57'; tf.y", "            ^^^^"),
        ("\u6f22.y", 1, 4, "\u6f22.y", "^^^^"),
        ("e\u0301 = tf.y", 6, 10, "e\u0301 = tf.y", "    ^^^^"),
        ("tf.y(", 1, None, "tf.y(", "^^^^^"),
        ("tf.y(   ", 1, None, "tf.y(", "^^^^^"),
        ("", 1, 1, "", "^"),
        ("ab", 9, 12, "ab", "  ^"),
        ("\x1b]0;\u202etf", 6, 8, "\ufffd]0;\ufffdtf", "     ^^"),
    ],
)
def test_carets(text, column, end, line, carets):
    """The place is marked in the columns of a terminal."""
    assert excerpt(text, column, end) == (line, carets)


def test_long_lines():
    """Of a long line the part around the place is shown."""
    text = "a" * 500 + "tf.y" + "b" * 500
    line, carets = excerpt(text, 501, 505)
    assert line.startswith("...aaa")
    assert line.endswith("b...")
    assert len(line) < 110
    assert line[carets.index("^") : len(carets)] == "tf.y"
    line, carets = excerpt("tf.y" + "b" * 500, 1, 505)
    assert line.startswith("tf.y")
    assert len(carets) <= len(line) < 110
