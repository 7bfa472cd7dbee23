"""What sources of Python 2 use and no conversion of the text gives them."""

from __future__ import annotations

import decimal
import math
from collections.abc import Iterable
from typing import Any

__all__ = ["decode", "divide", "divide_in_place", "join", "round_number", "setdefaultencoding"]


def divide(a: Any, b: Any) -> Any:
    """`a / b` as Python 2 had it: whole numbers give a whole number, rounded down.

    Arrays and tensors of whole numbers too; classes may define `__div__` and `__rdiv__`.
    """
    if isinstance(a, int) and isinstance(b, int):
        return a // b
    for owner, other, name in ((a, b, "__div__"), (b, a, "__rdiv__")):
        method = getattr(type(owner), name, None)
        if method is not None:
            result = method(owner, other)
            if result is not NotImplemented:
                return result
    return a // b if _is_whole(a) and _is_whole(b) else a / b


def divide_in_place(a: Any, b: Any) -> Any:
    """`a /= b` as Python 2 had it; returns what `a` is then."""
    method = getattr(type(a), "__idiv__", None)
    if method is not None:
        return method(a, b)
    if not hasattr(type(a), "__itruediv__") or hasattr(type(a), "__div__"):
        return divide(a, b)
    if _is_whole(a) and _is_whole(b):
        a //= b
    else:
        a /= b
    return a


def round_number(number: Any, ndigits: int = 0) -> Any:
    """`round` as Python 2 had it: a float, and halves go away from zero."""
    if not isinstance(number, (int, float)) or not math.isfinite(number):
        return round(number, ndigits)
    exact = decimal.Decimal(float(number))
    unit = decimal.Decimal(1).scaleb(-ndigits)
    return float(exact.quantize(unit, decimal.ROUND_HALF_UP))


def join(words: Iterable[str], sep: str = " ") -> str:
    """`string.join`."""
    return sep.join(words)


def decode(text: str, encoding: str = "utf-8", errors: str = "strict") -> str:
    """`str.decode`: what Python 2 read as bytes is read as text already."""
    return text


def setdefaultencoding(name: str) -> None:
    """`sys.setdefaultencoding`, for UTF-8, which is what there is.

    Raises:
      LookupError: Another encoding.
    """
    if name.lower().replace("-", "").replace("_", "") not in ("utf8", "ascii"):
        raise LookupError(f"the default encoding is utf-8, and cannot be {name!r}")


def _is_whole(value: Any) -> bool:
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    return isinstance(value, int) or kind in ("i", "u")
