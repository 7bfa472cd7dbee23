"""tf-slim, repaired: what it looks up in TensorFlow's private modules and TensorFlow has moved.

tf-slim 1.1 is of 2020. It imports, but several of its functions stop at a name that a later
TensorFlow moved to another private module. Each module of tf-slim gets to see the private modules
completed by the table of what moved, `names.internals`. TensorFlow's own modules stay as they are.
"""

from __future__ import annotations

import functools
import importlib
import sys
from types import ModuleType
from typing import Any

from tensorflow.python.framework import ops
from tensorflow.python.keras.legacy_tf_layers.base import Layer
from tensorflow.python.layers import core
from tf_slim.layers import layers

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.internals import legacy_attribute
from tf_spec_compat._tf.slim import batch_normalization
from tf_spec_compat.names import internals

__all__ = ["load_slim", "repair"]

_GDN = "GDNLowerBound"

_LAYERS = (
    "tensorflow.python.layers.convolutional",
    "tensorflow.python.layers.core",
    "tensorflow.python.layers.pooling",
)


class _Completed(ModuleType):
    """A module of TensorFlow with the names that moved since TF 1.15, most of them in 2.13."""

    def __init__(self, original: ModuleType) -> None:
        super().__init__(original.__name__, original.__doc__)
        self._original = original

    def __getattr__(self, name: str) -> Any:
        value = legacy_attribute(self._original, name)
        setattr(self, name, value)
        return value


def _apply(layer: Any, inputs: Any, *args: Any, **kwargs: Any) -> Any:
    """Calls a layer; TF 1.15 refused inputs of unknown rank to a layer that needs a certain one."""
    if layer.input_spec is not None and getattr(inputs, "shape", ()) == tf1.TensorShape(None):
        raise ValueError(
            f"Input 0 of layer {layer.name} is incompatible with the layer: its rank is undefined, "
            "but the layer requires a defined rank; give it one with set_shape or tf.ensure_shape."
        )
    return layer(inputs, *args, **kwargs)


def _flatten(inputs: Any) -> Any:
    """Keeps the first dimension and joins the others, as `tf.layers.flatten`."""
    return _stand_in(core).Flatten().apply(inputs)


class _Quiet(ModuleType):
    """A module of layers whose `apply`, which tf-slim calls, does not advise against itself."""

    def __init__(self, original: ModuleType) -> None:
        super().__init__(original.__name__, original.__doc__)
        self._original = original

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._original, name)
        if isinstance(value, type):
            # By the class's own name, which some operations take over, not by that of an alias.
            members = {"apply": _apply, "__module__": value.__module__}
            value = type(value.__name__, (value,), members)
        elif name == "flatten":
            value = _flatten
        setattr(self, name, value)
        return value


# Breakpoint: 2.13 dropped batch normalization from TensorFlow's copy of Keras 2.
_NORMALIZATION = "tensorflow.python.layers.normalization"


@functools.cache
def _stand_in(module: ModuleType) -> Any:
    name = module.__name__
    if name == _NORMALIZATION:
        return batch_normalization
    if name in _LAYERS:
        return _Quiet(module)
    return _Completed(module) if name in internals() else None


def repair() -> None:
    """Lets each module of tf-slim see the stand-ins where it sees TensorFlow's modules."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "tf_slim":
            for alias, value in list(vars(module).items()):
                stand_in = _stand_in(value) if type(value) is ModuleType else None
                if stand_in is not None:
                    setattr(module, alias, stand_in)
                elif isinstance(value, type) and value.__module__ == name:
                    _quieten(value)


def _quieten(own: Any) -> None:
    """Lets a layer class of tf-slim call itself without the old names' advice, nor AutoGraph.

    AutoGraph passed over contrib's layers, as over all of TensorFlow, and what they called.
    """
    if issubclass(own, Layer) and own.apply is not _apply:
        own.call = tf.autograph.experimental.do_not_convert(own.call)
        own.apply = _apply
        own.add_variable = own.add_weight


def _register_gradient() -> None:
    """Registers the gradient that tf-slim's GDN refers to: contrib did it, tf-slim forgot."""
    try:
        ops.gradient_registry.lookup(_GDN)
    except LookupError:
        tf1.RegisterGradient(_GDN)(layers.GDN._lower_bound_grad)


def load_slim(name: str) -> ModuleType:
    """Imports a module of tf-slim's, repaired."""
    module = importlib.import_module(name)
    repair()
    return module


repair()
_register_gradient()
