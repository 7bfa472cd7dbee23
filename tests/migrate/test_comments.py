"""`# tfsc: ignore` and its kin."""

import pytest

from tf_spec_compat.migrate.comments import Ignores


def ignored(text, code="R101", line=1, end_line=None):
    return Ignores(text).covers(code, line, end_line or line)


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# tfsc: ignore", {"R101", "G501", "G502"}),
        ("#tfsc:ignore", {"R101", "G501", "G502"}),
        ("# noqa  # tfsc: ignore[G501] - reason", {"G501"}),
        ("# tfsc: ignore[G501, R101]", {"G501", "R101"}),
        ("# tfsc: ignore[G]", {"G501", "G502"}),
        ("# tfsc: ignore[gone]", {"G501", "G502"}),
        ("# tfsc: ignore[]", set()),
        ("# some tfsc: ignore", set()),
        ("# nothing", set()),
    ],
)
def test_on_the_line(comment, codes):
    """A comment leaves out its codes, all if it names none, on its line."""
    text = f"x = 1  {comment}\ny = 2\n"
    assert {code for code in ("R101", "G501", "G502") if ignored(text, code)} == codes
    assert not ignored(text, "G501", line=2)


def test_within_a_statement():
    """A comment on any line of the place counts."""
    text = "f(\n    1,  # tfsc: ignore\n)\n"
    assert ignored(text, line=1, end_line=3)
    assert not ignored(text, line=1)


def test_file():
    """`ignore-file` is for all lines, with codes for those alone."""
    assert ignored("a = 1\n\n# tfsc: ignore-file\n", line=1)
    text = "# tfsc: ignore-file[R]\n"
    assert ignored(text, "R101", 9)
    assert not ignored(text, "G501", 9)


def test_strings_are_no_comments():
    """The words within a string leave nothing out."""
    assert not ignored("x = '# tfsc: ignore'\n")


@pytest.mark.parametrize(
    "rest", ["print 'x'\nx = 0777 # tfsc: ignore\n", "f((\nx # tfsc: ignore\n"]
)
def test_sources_that_do_not_parse(rest):
    """Comments of Python 2, and of what is broken, are read too."""
    assert ignored("# one\n" + rest, line=3)


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("# tfsc: ignore[X9]", "no code or kind 'X9'"),
        ("# tfsc: ingore", "# tfsc: ingore is unknown"),
        ("# tfsc: skip-file", "there are ignore, ignore[CODE] and ignore-file"),
    ],
)
def test_mistakes(comment, problem):
    """A comment that says nothing known is reported with its line, and leaves nothing out."""
    ignores = Ignores(f"\n\nx = 1  {comment}\n")
    ((line, what),) = ignores.problems
    assert line == 3
    assert problem in what
    assert not ignores.covers("R101", 3, 3)
