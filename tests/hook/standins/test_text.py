"""Functions of Python 3.7's library; the values are that Python's."""

import io
import platform
import plistlib
import random
import unittest
import xml.etree.ElementTree as ET

import pytest

from tf_spec_compat.hook.standins import numbers, text
from tf_spec_compat.hook.standins.inspect import formatargspec, getargspec


def test_getargspec():
    """Functions, methods and classes have their arguments' names."""
    spec = getargspec(lambda a, b=1, *c, **d: a)
    assert spec == (["a", "b"], "c", "d", (1,))
    assert spec.keywords == "d"


def no_annotations(a):
    def keyword(b, *, c):
        return a, b, c

    return keyword


@pytest.mark.parametrize("function", [no_annotations(1), text.escape])
def test_getargspec_refuses(function):
    """What it cannot express is an error with Python's words."""
    with pytest.raises(ValueError, match="keyword-only parameters or annotations"):
        getargspec(function)
    with pytest.raises(TypeError, match="unsupported callable"):
        getargspec(3)


def test_formatargspec():
    """Arguments are written as in a definition."""
    assert formatargspec(["a", "b"], "args", "kw", (1,)) == "(a, b=1, *args, **kw)"
    annotations = {"a": int, "return": str}
    assert formatargspec(["a"], None, None, None, ["k"], {"k": 2}, annotations) == (
        "(a: int, *, k=2) -> str"
    )


@pytest.mark.parametrize(
    ("a", "b", "result"), [(12, -18, -6), (-12, 18, 6), (0, 0, 0), (2.5, 5, 2.5)]
)
def test_gcd(a, b, result):
    """The greatest common divisor has the sign of the second number."""
    assert numbers.gcd(a, b) == result


def test_random():
    """Sets are sampled, whole floats are numbers, and a function may give the numbers."""
    assert sorted(numbers.sample({1, 2, 3}, 3)) == [1, 2, 3]
    assert numbers.sample([5], 1) == [5]
    random.seed(1)
    drawn = random.randrange(10)
    random.seed(1)
    assert numbers.randrange(10.0) == drawn
    assert numbers.randint(2, 2.0) == 2
    assert numbers.randrange(1, 4, 3) == 1
    with pytest.raises(ValueError, match="non-integer arg 1 for randrange"):
        numbers.randrange(10.5)
    cards = [1, 2, 3, 4]
    numbers.shuffle(cards, lambda: 0.5)
    assert cards == [1, 4, 2, 3]
    numbers.shuffle(cards)
    assert sorted(cards) == [1, 2, 3, 4]


def test_json():
    """`encoding` makes no difference."""
    assert numbers.json_loads('{"a": 1.5}', encoding="latin-1", parse_float=str) == {"a": "1.5"}
    assert numbers.json_load(io.StringIO("[1]"), encoding="utf-8") == [1]


def test_escape():
    """Quotes are escaped only if that is asked for."""
    assert text.escape('<a "q">&\'') == '&lt;a "q"&gt;&amp;\''
    assert text.escape("\"'", True) == "&quot;'"


def test_parse_header():
    """A header's value and options are taken apart."""
    assert text.parse_header('text/html; charset="a;b"; x=1') == (
        "text/html",
        {"charset": "a;b", "x": "1"},
    )
    assert text.parse_header("a") == ("a", {})


def test_messages():
    """Translations are bytes; without one the message is its own."""
    assert text.lgettext("abc") == text.ldgettext("domain", "abc") == b"abc"
    assert text.lngettext("a", "b", 2) == text.ldngettext("domain", "a", "b", 2) == b"b"


def test_locale_format():
    """One value is formatted by exactly one specifier."""
    assert text.locale_format("%.2f", 1.239) == "1.24"
    with pytest.raises(ValueError, match="must be given exactly one %char format specifier"):
        text.locale_format("a %d", 3)


def test_platform():
    """The distribution has a name and a version, wherever there is one."""
    names = text.linux_distribution()
    assert [type(name) for name in names] == [str] * 3
    assert bool(names[0]) == bool(text.dist()[0]) == (platform.system() == "Linux")


def test_plist(tmp_path):
    """Property lists are read and written by path and by file."""
    path = str(tmp_path / "a.plist")
    text.writePlist({"a": 1}, path)
    assert text.readPlist(path) == {"a": 1}
    stream = io.BytesIO()
    text.writePlist([2], stream)
    stream.seek(0)
    assert text.readPlist(stream) == plistlib.loads(stream.getvalue()) == [2]


class Tests(unittest.TestCase):
    __test__ = False  # They are there to be found, by what is tested below.

    def test_b(self):
        """Nothing."""

    def test_a(self):
        """Nothing."""


def test_suites():
    """The tests of a class and a module are found."""
    assert text.makeSuite(Tests).countTestCases() == 2
    assert text.makeSuite(Tests, "test_a").countTestCases() == 1
    assert text.getTestCaseNames(Tests, "test_") == ["test_a", "test_b"]
    assert text.findTestCases(type("M", (), {"Tests": Tests})).countTestCases() == 2


def test_subset():
    """A missing key and another value are named."""
    case, check = unittest.TestCase(), text.assertDictContainsSubset
    check(case, {"a": 1}, {"a": 1, "b": 2})
    with pytest.raises(AssertionError, match="Mismatched values: 'a', expected: 1, actual: 2"):
        check(case, {"a": 1}, {"a": 2})
    with pytest.raises(AssertionError, match="Missing: 'c' : words"):
        check(case, {"c": 1}, {"a": 2}, "words")


def test_getiterator():
    """A tree's elements are a list."""
    tree = ET.ElementTree(ET.fromstring("<a><b/></a>"))
    assert [element.tag for element in text.getiterator(tree)] == ["a", "b"]
    assert len(text.getiterator(tree, "b")) == 1
