"""Private modules of TensorFlow that contrib.learn's life cycle stands on.

They are modules, not functions, so that functions are looked up when they are called, as contrib
did: whoever replaces one of them, a test for example, replaces it for this package too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from tensorflow.python.checkpoint import checkpoint_management
from tensorflow.python.platform import tf_logging
from tensorflow.python.training import coordinator
from tensorflow.python.util import deprecation

__all__ = ["checkpoint_management", "coordinator", "deprecated", "tf_logging"]

_F = TypeVar("_F", bound=Callable[..., Any])


def deprecated(date: str | None, instructions: str) -> Callable[[_F], _F]:
    """Returns TensorFlow's decorator of deprecated functions: their first call is logged."""
    return deprecation.deprecated(date, instructions)
