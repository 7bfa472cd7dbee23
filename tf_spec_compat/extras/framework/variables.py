"""`tensorflow.contrib.framework.python.ops.variables`: what tf-slim does not have of it."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["zero_initializer"]


def zero_initializer(ref: Any, use_locking: bool = True, name: str = "zero_initializer") -> Any:
    """Returns an op that gives a variable its first value: zeros.

    Args:
      ref: A variable with a static shape.
      use_locking: Whether a lock protects a variable that is no resource.
      name: The op's name.

    Returns:
      The variable's value afterwards, of its shape and dtype. (contrib gave the handle of a
      resource variable.)

    Raises:
      TypeError: `ref` is no variable.
      tf.errors.InvalidArgumentError: When run: the variable has a value already.
    """
    if not isinstance(ref, tf.Variable):
        raise TypeError(
            "'ZeroInitializer' Op requires that input 'ref' be a mutable tensor (e.g.: a "
            f"tf.Variable), got {ref!r}"
        )
    with tf1.name_scope(name) as scope:
        fresh = tf.logical_not(tf1.is_variable_initialized(ref))
        check = tf1.Assert(fresh, [f"input is already initialized: {ref.name}"])
        with tf1.control_dependencies([check]):
            assign = ref.assign(tf.zeros(ref.shape, ref.dtype.base_dtype), use_locking=use_locking)
        return tf.identity(assign, name=scope)
