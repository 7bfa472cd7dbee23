"""TensorFlow's "deprecated" messages, off for what this package calls on the user's behalf.

TensorFlow consults one setting before it logs such a message, and before it notes that it has
logged it. While anybody is inside `silenced_deprecations`, an object sits in the place of that
setting whose answer depends on who asks: "no" in the context (thread or task) that is inside, what
it was to everybody else. So nobody else's message is lost, and a message that was silenced still
comes when the user's own code earns it. No logger and no warning filter is touched.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import ModuleType
from typing import Any, TypeVar

from tensorflow.python.util import deprecation, module_wrapper

__all__ = ["audible_deprecations", "deprecated", "silenced_deprecations"]

_F = TypeVar("_F", bound=Callable[..., Any])

_silent: ContextVar[bool] = ContextVar("_silent", default=False)
_lock = threading.Lock()
_inside = 0


class _Setting:
    """Sits in the place of a module's setting; not set, as it were, in a silent context."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module, self._name = module, name
        self._before: Any = None

    def __bool__(self) -> bool:
        return not _silent.get() and bool(self._before)

    def __gt__(self, count: int) -> bool:
        return not _silent.get() and bool(self._before > count)

    def put(self) -> None:
        """Takes the place, unless it is taken already."""
        current = getattr(self._module, self._name, self)
        if current is not self:
            self._before = current
            setattr(self._module, self._name, self)

    def take_back(self) -> None:
        """Leaves the place as it was, unless somebody else has changed it since."""
        if getattr(self._module, self._name, None) is self:
            setattr(self._module, self._name, self._before)


_settings = (
    # Asked for its truth by every deprecated function, argument and class.
    _Setting(deprecation, "_PRINT_DEPRECATION_WARNINGS"),
    # How many names a v1 namespace may report as renamed; compared with the number reported so far.
    _Setting(module_wrapper, "_PER_MODULE_WARNING_LIMIT"),
)


@contextmanager
def silenced_deprecations() -> Iterator[None]:
    """Keeps TensorFlow from logging deprecations inside the `with` block, in this context only.

    Reentrant and thread-safe. A generator must not `yield` from inside it: its caller would be
    silenced too.
    """
    global _inside
    with _lock:
        _inside += 1
        for setting in _settings:
            setting.put()
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)
        with _lock:
            _inside -= 1
            if not _inside:
                for setting in _settings:
                    setting.take_back()


@contextmanager
def audible_deprecations() -> Iterator[None]:
    """Undoes `silenced_deprecations` inside the `with` block: for user code called from there."""
    token = _silent.set(False)
    try:
        yield
    finally:
        _silent.reset(token)


def deprecated(date: str | None, instructions: str) -> Callable[[_F], _F]:
    """Returns TensorFlow's decorator of deprecated functions: their first call is logged."""
    return deprecation.deprecated(date, instructions)
