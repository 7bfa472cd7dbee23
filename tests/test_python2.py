"""Sources of Python 2 are told from broken ones, and parsed with their own lines."""

import ast

import pytest

from tf_spec_compat import python2


def problem(source):
    """The error that Python 3 gives for a source."""
    with pytest.raises(SyntaxError) as caught:
        ast.parse(source)
    return caught.value


@pytest.mark.parametrize(
    "source",
    [
        "print 'a'",
        "exec 'a'",
        "try: pass\nexcept A, b: pass",
        "raise A, 'b'",
        "x = 0777",
        "x = 3L",
        "a <> b",
        "x = `a`",
        "def f((a, b)): pass",
    ],
)
def test_looks_like(source):
    """What only Python 2 can parse looks like it."""
    assert python2.looks_like(problem(source))


@pytest.mark.parametrize("source", ["x = (", "def f(:\n  pass", "x = = 3", "if a\n  b"])
def test_looks_like_neither(source):
    """What neither can parse does not."""
    assert not python2.looks_like(problem(source))


def test_parse():
    """The tree has the lines of the source, and says whether it was Python 2's."""
    pytest.importorskip("fissix")
    tree, is_python2 = python2.parse("x = 1\n\nprint x,\ny = 2\n", "a.py")
    assert is_python2
    assert [statement.lineno for statement in tree.body] == [1, 3, 4]
    assert python2.parse("async def f(): pass\n", "a.py")[1] is False
    with pytest.raises(SyntaxError):
        python2.parse("x = (\n", "a.py")
