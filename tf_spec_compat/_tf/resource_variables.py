"""`initialized_value` of resource variables, which TensorFlow 2 has of reference variables only."""

from __future__ import annotations

from typing import Any

from tensorflow.python.ops.resource_variable_ops import BaseResourceVariable

from tf_spec_compat._tf import tf1

__all__ = ["BaseResourceVariable", "initialized_value"]


def initialized_value(variable: Any) -> Any:
    """Returns the value of a variable, the initial one where it is not initialized yet.

    With it the initial value of another variable is made: in a graph their initializers may run in
    any order.
    """
    with tf1.init_scope():
        if tf1.executing_eagerly():  # where variables are initialized when they are made
            return variable.read_value()
        return tf1.cond(
            variable.is_initialized(), variable.read_value, lambda: variable.initial_value
        )
