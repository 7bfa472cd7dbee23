"""Adam whose sparse gradients touch nothing but their rows."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.updates import SparseRows, assign_rows, cast_rate

__all__ = ["LazyAdamOptimizer", "adam_rows"]


def adam_rows(
    optimizer: Any, grad: Any, var: Any, indices: Any, rates: tuple[Any, Any, Any, Any], step: Any
) -> Any:
    """Applies Adam (https://arxiv.org/abs/1412.6980) to rows of a variable and of its moments.

    Args:
      optimizer: The optimizer, with slots `m` and `v`.
      grad: The gradients of the rows.
      var: The variable.
      indices: Numbers of the rows, none twice.
      rates: Learning rate, beta1, beta2 and epsilon.
      step: beta1 and beta2 to the power of the step.

    Returns:
      An op.
    """
    rate, beta1, beta2, epsilon = (cast_rate(value, var) for value in rates)
    power1, power2 = (cast_rate(value, var) for value in step)
    locking = optimizer._use_locking
    m, v = optimizer.get_slot(var, "m"), optimizer.get_slot(var, "v")
    new_m = beta1 * tf.gather(m, indices) + (1 - beta1) * grad
    new_v = beta2 * tf.gather(v, indices) + (1 - beta2) * tf.square(grad)
    rate = rate * tf.sqrt(1 - power2) / (1 - power1)
    return tf.group(
        assign_rows(m, new_m, indices, "update", locking),
        assign_rows(v, new_v, indices, "update", locking),
        assign_rows(var, rate * new_m / (tf.sqrt(new_v) + epsilon), indices, "sub", locking),
    )


class LazyAdamOptimizer(SparseRows, tf1.train.AdamOptimizer):
    """Adam for embeddings: rows that a step did not look up keep their values and moments.

    Dense gradients are applied as `tf.compat.v1.train.AdamOptimizer` does. The slots are `m` and
    `v`, as there.

        train_op = LazyAdamOptimizer(1e-3).minimize(loss, tf.train.get_global_step())
    """

    def _update_rows(self, grad: Any, var: Any, indices: Any) -> Any:
        rates = (self._lr_t, self._beta1_t, self._beta2_t, self._epsilon_t)
        return adam_rows(self, grad, var, indices, rates, self._get_beta_accumulators())
