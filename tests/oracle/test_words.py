"""How the words of errors are recorded and compared."""

from __future__ import annotations

from typing import Callable

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat import contrib

from . import words


def _said(function: Callable[[], object]) -> list[str]:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any error will do
        function()
    return words.said(caught.value)


def test_said_tells_whose_words_they_are() -> None:
    """Words of ours follow the class, those of TensorFlow are marked, Python's are left out."""
    ours = _said(lambda: contrib.learn.ModelFnOps("zz"))
    assert ours[0].startswith("ValueError: Invalid mode zz")
    core = _said(lambda: tf.TensorShape(None).as_list())
    assert core[0].startswith("ValueError (TensorFlow): as_list() is not defined")
    assert _said(lambda: [][0]) == ["IndexError", "LookupError", "Exception"]
    assert _said(lambda: np.zeros(2).reshape(3))[0] == "ValueError"


@pytest.mark.parametrize(
    ("golden", "live", "same"),
    [
        ("ValueError: Missing loss.", "ValueError: Missing loss: pass one", True),
        ("ValueError: Missing loss.", "ValueError: A loss is missing", False),
        ("ValueError: Missing loss.", "TypeError: Missing loss.", False),
        ("ValueError: Missing loss.", "ValueError", False),
        ("ValueError: Missing loss.", "ValueError (TensorFlow): No loss.", False),
        ("ValueError (TensorFlow): No loss.", "ValueError (TensorFlow): Another.", True),
        ("ValueError (TensorFlow): No loss for 'x'", "ValueError: No loss: pass one", True),
        ("ValueError (TensorFlow): No loss.", "ValueError: Another", False),
        ("ValueError", "ValueError: Whatever", True),
    ],
)
def test_words_begin_the_message(golden: str, live: str, same: bool) -> None:
    """Contrib's words begin ours; TensorFlow's do so where the error is ours."""
    assert words.agree(golden, [live, "Exception"]) is same


def test_subclass_is_the_error() -> None:
    """An error of a class that is derived from golden's agrees with it."""
    assert words.agree("KeyError: no head", ["NoDefaultHeadError: no head 'a'", "KeyError"])


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ValueError("a %s.", 3), "a 3."),
        (ValueError("no format", 3), "no format"),
        (KeyError("x is missing"), "x is missing'"),
        (ValueError("one\ntwo"), "one"),
        (ValueError("{'b', 'a'} missing at 0x7f"), "{'a', 'b'} missing"),
        (ValueError("shape (?, 3) of <class 'a.b._C'>"), "shape (None, 3) of <class 'C'>"),
    ],
)
def test_what_changes_between_runs_is_left_out(error: Exception, expected: str) -> None:
    """Formats are applied; addresses, modules and the order of sets do not count."""
    code = compile("raise error", "/site-packages/tensorflow/python/x.py", "exec")
    found = _said(lambda: exec(code, {"error": error}))
    assert found[0] == "%s (TensorFlow): %s" % (type(error).__name__, expected)
