"""Exceptions that carry advice."""

from __future__ import annotations

__all__ = ["NoDefaultHeadError", "UnsupportedError"]


class UnsupportedError(RuntimeError):
    """Something that the installed TensorFlow cannot do; the message says what to use instead."""


class NoDefaultHeadError(KeyError, ValueError):
    """Several output alternatives and no usable default among them.

    contrib raised a bare `KeyError` here, so this is one; unlike `KeyError` it prints its message
    as it is.
    """

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""
