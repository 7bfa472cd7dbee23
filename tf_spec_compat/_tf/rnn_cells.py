"""The recurrent cells of TF1, on every Keras.

`tf.compat.v1.nn.rnn_cell` has them where TensorFlow uses Keras 2. TensorFlow 2.16 moved to Keras 3,
which has none (https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1), but it keeps the
same cells for its own `tf.compat.v1.nn.dynamic_rnn`: those need nothing to be installed or set.
"""

from __future__ import annotations

import functools
import importlib
import threading
import types
import warnings
from typing import Any

from tensorflow.python.ops import rnn, rnn_cell_impl

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.keras import legacy_keras_problem

__all__ = [
    "assert_like_rnncell",
    "best_effort_input_batch_size",
    "keras_part",
    "transpose_batch_time",
]

_OF_TENSORFLOW = "tensorflow.python.keras.layers.legacy_rnn.rnn_cell_impl"
_ADVISING = ("BasicLSTMCell", "BasicRNNCell", "GRUCell", "LSTMCell")
_LOCK = threading.RLock()
_NAMES = (
    *_ADVISING,
    "DeviceWrapper",
    "DropoutWrapper",
    "LSTMStateTuple",
    "Layer",
    "LayerRNNCell",
    "MultiRNNCell",
    "RNNCell",
    "ResidualWrapper",
)

assert_like_rnncell = rnn_cell_impl.assert_like_rnncell
best_effort_input_batch_size = rnn._best_effort_input_batch_size
transpose_batch_time = rnn._transpose_batch_time


def keras_part(kind: str, given: Any) -> Any:
    """Returns what `given` is the name of among the `activations` or `initializers` of the cells.

    Functions and objects come back as they are.

    Raises:
      ValueError: There is none of that name.
    """
    if not isinstance(given, str):
        return given
    module = importlib.import_module(_from_tensorflow("BasicRNNCell").__module__)
    return getattr(module, kind).get(given)


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with _LOCK:  # else two threads could each get a class of their own
        return _cell(name)


@functools.cache
def _cell(name: str) -> Any:
    """Returns TensorFlow's class of that name, one that does not advise against itself.

    Those that warn when they are made are subclasses of the same name that do not; all others are
    TensorFlow's own classes.
    """
    if name == "Layer":  # the base class of them all
        return _from_tensorflow("RNNCell").__bases__[0]
    if name == "LayerRNNCell":  # the base class of the others, not public
        return _from_tensorflow("BasicLSTMCell").__bases__[0]
    found = _from_tensorflow(name)
    return _quiet(found) if name in _ADVISING else found


def _from_tensorflow(name: str) -> Any:
    if legacy_keras_problem() is None:
        return getattr(tf1.nn.rnn_cell, name)
    return getattr(importlib.import_module(_OF_TENSORFLOW), name)


def _quiet(advising: Any) -> Any:
    """Derives a class whose constructor is `advising`'s, with `warnings.warn` left out."""
    original = advising.__init__
    quiet = types.SimpleNamespace(**{**vars(warnings), "warn": _silence})
    constructor = types.FunctionType(
        original.__code__,
        {**original.__globals__, "warnings": quiet},
        original.__name__,
        original.__defaults__,
        original.__closure__,
    )
    functools.update_wrapper(constructor, original)

    def add_variable(self: Any, *args: Any, **kwargs: Any) -> Any:
        """Adds a variable; the old name of `add_weight`."""
        return self.add_weight(*args, **kwargs)

    return type(
        advising.__name__,
        (advising,),
        {
            "__init__": constructor,
            "__module__": advising.__module__,
            "__doc__": advising.__doc__,
            "add_variable": add_variable,
        },
    )


def _silence(*args: object, **kwargs: object) -> None:
    """Says nothing."""
