"""Arithmetic of Python 2; the figures are those of Python 2.7 with NumPy 1.16."""

import numpy as np
import pytest

from tf_spec_compat.hook.standins.python2 import (
    decode,
    divide,
    divide_in_place,
    join,
    round_number,
    setdefaultencoding,
)


class Old:
    def __div__(self, other):
        return "div", other

    def __rdiv__(self, other):
        return "rdiv", other

    def __idiv__(self, other):
        return "idiv", other


@pytest.mark.parametrize(
    ("a", "b", "result"),
    [
        (7, 2, 3),
        (-7, 2, -4),
        (7.0, 2, 3.5),
        (7, 2.0, 3.5),
        (True, 2, 0),
        (np.int64(7), 2, 3),
        (np.float32(7), 2, 3.5),
        (7, np.int32(2), 3),
        (Old(), 3, ("div", 3)),
        (3, Old(), ("rdiv", 3)),
    ],
)
def test_divide(a, b, result):
    """Whole numbers give whole numbers, classes have their own methods."""
    assert divide(a, b) == result


def test_arrays():
    """Arrays of whole numbers are divided as whole numbers, in place too."""
    array = np.array([7, -7])
    same = array
    np.testing.assert_array_equal(divide(array, 2), [3, -4])
    np.testing.assert_array_equal(divide(array, 2.0), [3.5, -3.5])
    assert divide_in_place(array, 2) is same
    np.testing.assert_array_equal(same, [3, -4])
    floats = np.array([7.0])
    assert divide_in_place(floats, 2) is floats
    assert floats[0] == 3.5
    assert divide_in_place(7, 2) == 3
    assert divide_in_place(Old(), 2) == ("idiv", 2)


def test_zero():
    """Nothing is divided by zero."""
    with pytest.raises(ZeroDivisionError):
        divide(1, 0)


@pytest.mark.parametrize(
    ("arguments", "result"),
    [((2.5,), 3.0), ((-2.5,), -3.0), ((1.25, 1), 1.3), ((7,), 7.0), ((14, -1), 10.0)],
)
def test_round(arguments, result):
    """Halves go away from zero, and the result is a float."""
    found = round_number(*arguments)
    assert found == result
    assert type(found) is float


def test_text():
    """A str is text already, and its default encoding cannot be another one."""
    assert decode("abc", "utf-8") == "abc"
    assert join(["a", "b"]) == "a b"
    setdefaultencoding("UTF-8")
    with pytest.raises(LookupError, match="latin-1"):
        setdefaultencoding("latin-1")
