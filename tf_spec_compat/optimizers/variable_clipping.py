"""Keeping the norms of variables small."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.updates import assign_rows

__all__ = ["VariableClippingOptimizer"]


class VariableClippingOptimizer(tf1.train.Optimizer):
    """Clips variables by their norm after an optimizer has updated them.

        optimizer = VariableClippingOptimizer(
            tf.train.AdagradOptimizer(0.1), {embeddings: [1]}, max_norm=1.0)
        train_op = optimizer.minimize(loss)

    With a sparse gradient, only its rows are clipped where these have norms of their own.
    """

    def __init__(
        self,
        opt: Any,
        vars_to_clip_dims: Mapping[Any, Sequence[int]],
        max_norm: Any,
        use_locking: bool = False,
        colocate_clip_ops_with_vars: bool = False,
        name: str = "VariableClipping",
    ) -> None:
        """Wraps an optimizer.

        Args:
          opt: A `tf.compat.v1.train.Optimizer`.
          vars_to_clip_dims: Variable -> the dimensions that a norm is of.
          max_norm: The largest norm, a float or a tensor.
          use_locking: Whether updates lock references.
          colocate_clip_ops_with_vars: Whether to clip on the device of the variable.
          name: The name of the ops.
        """
        super().__init__(use_locking, name)
        self._opt = opt
        self._clip_dims = {_key(v): dims for v, dims in vars_to_clip_dims.items()}
        self._max_norm = max_norm
        self._colocates = colocate_clip_ops_with_vars

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        """Returns the wrapped optimizer's pairs of gradient and variable."""
        return self._opt.compute_gradients(*args, **kwargs)

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        """Returns a slot of the wrapped optimizer."""
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> list[str]:
        """Returns the names of the wrapped optimizer's slots."""
        return self._opt.get_slot_names(*args, **kwargs)

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Returns an op that applies gradients, and then clips.

        Args:
          grads_and_vars: Pairs of gradient and variable.
          global_step: A variable to add 1 to.
          name: The op's name.
        """
        with tf1.name_scope(name, self._name) as scope:
            pairs = list(grads_and_vars)
            update = self._opt.apply_gradients(pairs, global_step=global_step)
            clips = []
            with tf.control_dependencies([update]):
                for grad, var in pairs:
                    if grad is None or _key(var) not in self._clip_dims:
                        continue
                    with tf1.name_scope("clip_" + var.op.name):
                        clips.append(self._clip(grad, var))
            with tf.control_dependencies([*clips, update]):
                return tf.no_op(name=scope)

    def _clip(self, grad: Any, var: Any) -> Any:
        dims = list(self._clip_dims[_key(var)])
        with tf1.colocate_with(var) if self._colocates else contextlib.nullcontext():
            of_rows = 0 not in dims and isinstance(grad, tf.IndexedSlices)
            if not of_rows:
                value = var.read_value()
                return var.assign(tf.clip_by_norm(value, self._max_norm, dims), self._use_locking)
            indices = grad.indices  # a row that is there twice is clipped twice, as in contrib
            rows = tf.gather(var.read_value(), indices)
            change = rows - tf.clip_by_norm(rows, self._max_norm, dims)
            return assign_rows(var, change, indices, "sub", self._use_locking)


def _key(variable: Any) -> Any:
    """What a variable has in a dict; resources are not hashable where they are compared."""
    return variable.ref() if hasattr(variable, "ref") else id(variable)
