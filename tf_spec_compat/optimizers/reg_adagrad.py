"""Adagrad that can take steps without remembering them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.updates import cast_rate

__all__ = ["RegAdagradOptimizer"]


class RegAdagradOptimizer(tf1.train.AdagradOptimizer):
    """Adagrad whose accumulators can be left alone, for gradients of a regularization.

    optimizer = RegAdagradOptimizer(0.1)
    train_op = optimizer.minimize(loss)
    with optimizer.avoid_updating_slots():
        regularize_op = optimizer.minimize(penalty)
    """

    def __init__(
        self,
        learning_rate: Any,
        initial_accumulator_value: float = 0.1,
        use_locking: bool = False,
        name: str = "RegAdagrad",
    ) -> None:
        """Makes the optimizer.

        Args:
          learning_rate: A float or a tensor.
          initial_accumulator_value: What the slot `accumulator` starts with.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.

        Raises:
          ValueError: `initial_accumulator_value` is not positive.
        """
        super().__init__(learning_rate, initial_accumulator_value, use_locking, name)
        self._should_update_slots = True

    @contextlib.contextmanager
    def avoid_updating_slots(self) -> Iterator[None]:
        """While it is open, updates are built that leave the accumulators alone."""
        before, self._should_update_slots = self._should_update_slots, False
        try:
            yield
        finally:
            self._should_update_slots = before

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ApplyAdagrad, var, lambda v: v._ref(), grad=grad)

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ResourceApplyAdagrad, var, lambda v: v.handle, grad=grad)

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        kernel, rows = tf.raw_ops.SparseApplyAdagrad, {"grad": grad.values, "indices": grad.indices}
        return self._apply(kernel, var, lambda v: v._ref(), **rows)

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        kernel, rows = tf.raw_ops.ResourceSparseApplyAdagrad, {"grad": grad, "indices": indices}
        return self._apply(kernel, var, lambda v: v.handle, **rows)

    def _apply(self, kernel: Any, var: Any, of: Any, **gradient: Any) -> Any:
        return kernel(
            var=of(var),
            accum=of(self.get_slot(var, "accumulator")),
            lr=cast_rate(self._learning_rate_tensor, var),
            use_locking=self._use_locking,
            update_slots=self._should_update_slots,
            **gradient,
        )
