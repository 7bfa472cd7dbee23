"""`tensorflow.contrib.framework.python.framework.experimental`: a mark for functions."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["experimental"]

_NOTICE = "Warning: this function is EXPERIMENTAL. It may change or go at any time."


def experimental(func: Callable[..., Any]) -> Callable[..., Any]:
    """Returns `func` with a notice in its docstring and a warning logged at each call.

    Raises:
      ValueError: `func` is no function; a property is decorated below `@property`.
    """
    if not callable(func):
        raise ValueError(
            f"{func!r} is not a function. If this is a property, put @experimental below @property."
        )

    @functools.wraps(func)
    def noticed(*args: Any, **kwargs: Any) -> Any:
        tf1.logging.warning("%s is experimental and may change or go.", func.__qualname__)
        return func(*args, **kwargs)

    first, _, rest = (func.__doc__ or "").partition("\n")
    noticed.__doc__ = f"{first} (experimental)\n\n{_NOTICE}\n{rest}"
    return noticed
