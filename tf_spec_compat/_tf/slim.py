"""tf-slim, repaired: what it looks up in TensorFlow's private modules and TensorFlow has moved.

tf-slim 1.1 is of 2020. It imports, but several of its functions stop at a name that a later
TensorFlow moved to another private module. The names are still public, in `tf.compat.v1`: each
module of tf-slim gets to see the private modules completed from there. TensorFlow's own modules
stay as they are.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import tf_slim

from tf_spec_compat._tf import tf1

__all__ = ["mirror", "tf_slim"]

# Breakpoint: 2.13 moved Tensor and IndexedSlices out of ops, stack and unstack out of array_ops,
# cond, case, while_loop and Assert out of control_flow_ops, and dropped variable_scope.variable.
_INCOMPLETE = (
    "tensorflow.python.framework.ops",
    "tensorflow.python.ops.array_ops",
    "tensorflow.python.ops.control_flow_ops",
    "tensorflow.python.ops.variable_scope",
)
_RENAMED = {"variable": "Variable"}

_LAYERS = (
    "tensorflow.python.layers.convolutional",
    "tensorflow.python.layers.core",
    "tensorflow.python.layers.pooling",
)


class _Completed(ModuleType):
    """A module of TensorFlow, and `tf.compat.v1` for what the module no longer has."""

    def __init__(self, original: ModuleType) -> None:
        super().__init__(original.__name__, original.__doc__)
        self._original = original

    def __getattr__(self, name: str) -> Any:
        source = self._original if hasattr(self._original, name) else tf1
        value = getattr(source, name if source is self._original else _RENAMED.get(name, name))
        setattr(self, name, value)
        return value


class _Quiet(ModuleType):
    """A module of layers whose `apply`, which tf-slim calls, does not advise against itself."""

    def __init__(self, original: ModuleType) -> None:
        super().__init__(original.__name__, original.__doc__)
        self._original = original

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._original, name)
        if isinstance(value, type):
            value = type(name, (value,), {"apply": value.__call__, "__module__": value.__module__})
        setattr(self, name, value)
        return value


@functools.cache
def _stand_in(module: ModuleType) -> ModuleType:
    return _Quiet(module) if module.__name__ in _LAYERS else _Completed(module)


def _repair() -> None:
    """Lets each module of tf-slim see the stand-ins where it sees TensorFlow's modules."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "tf_slim":
            for alias, value in list(vars(module).items()):
                if type(value) is ModuleType and value.__name__ in _INCOMPLETE + _LAYERS:
                    setattr(module, alias, _stand_in(value))


def mirror(
    package: str, source: str
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Returns `__getattr__`, `__dir__` and `__all__` for a module that shows one of tf-slim's.

    Args:
      package: The module's `__name__`.
      source: The module of tf-slim. Its private names are shown too, as contrib's were.

    Returns:
      The three objects, to be assigned at the top level of the module.
    """
    original = importlib.import_module(source)
    _repair()
    public = getattr(original, "__all__", None) or [
        name
        for name, value in vars(original).items()
        if not name.startswith("_") and getattr(value, "__module__", source) == source
        if not isinstance(value, ModuleType)
    ]

    def __getattr__(name: str) -> Any:
        try:
            value = getattr(original, name)
        except AttributeError:
            raise AttributeError(f"module {package!r} has no attribute {name!r}") from None
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *public})

    return __getattr__, __dir__, sorted(public)


_repair()
