"""Adam by the infinity norm."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.updates import SparseRows, assign_rows, cast_rate

__all__ = ["AdaMaxOptimizer"]


class AdaMaxOptimizer(SparseRows, tf1.train.AdamOptimizer):
    """AdaMax, section 7.1 of https://arxiv.org/abs/1412.6980.

    The slots are `m`, and `v` for the norm. Sparse gradients update their own rows only.

        train_op = AdaMaxOptimizer(2e-3).minimize(loss, tf.train.get_global_step())
    """

    def __init__(
        self,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        beta2: Any = 0.999,
        epsilon: Any = 1e-8,
        use_locking: bool = False,
        name: str = "AdaMax",
    ) -> None:
        """Makes the optimizer.

        Args:
          learning_rate: A float, a tensor, or a callable that gives one; so the next three.
          beta1: How much of the first moment stays.
          beta2: How much of the norm stays.
          epsilon: Added to the norm.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
        """
        super().__init__(learning_rate, beta1, beta2, epsilon, use_locking, name)

    def _get_beta_accumulators(self) -> Any:
        graph = None if tf.executing_eagerly() else tf1.get_default_graph()
        return self._get_non_slot_variable("beta1_power", graph=graph)

    def _create_slots(self, var_list: Any) -> None:
        first = min(var_list, key=lambda variable: variable.name)
        self._create_non_slot_variable(self._beta1, "beta1_power", first)
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)
            self._zeros_slot(variable, "v", self._name)

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ApplyAdaMax, grad, var, lambda v: v._ref())

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ResourceApplyAdaMax, grad, var, lambda v: v.handle)

    def _apply(self, kernel: Any, grad: Any, var: Any, of: Any) -> Any:
        return kernel(
            var=of(var),
            m=of(self.get_slot(var, "m")),
            v=of(self.get_slot(var, "v")),
            beta1_power=cast_rate(self._get_beta_accumulators(), var),
            lr=cast_rate(self._lr_t, var),
            beta1=cast_rate(self._beta1_t, var),
            beta2=cast_rate(self._beta2_t, var),
            epsilon=cast_rate(self._epsilon_t, var),
            grad=grad,
            use_locking=self._use_locking,
        )

    def _update_rows(self, grad: Any, var: Any, indices: Any) -> Any:
        beta1, beta2 = cast_rate(self._beta1_t, var), cast_rate(self._beta2_t, var)
        rate = cast_rate(self._lr_t, var) / (1 - cast_rate(self._get_beta_accumulators(), var))
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        new_m = beta1 * tf.gather(m, indices) + (1 - beta1) * grad
        new_v = tf.maximum(beta2 * tf.gather(v, indices), tf.abs(grad))
        change = rate * new_m / (new_v + cast_rate(self._epsilon_t, var))
        locking = self._use_locking
        return tf.group(
            assign_rows(m, new_m, indices, "update", locking),
            assign_rows(v, new_v, indices, "update", locking),
            assign_rows(var, change, indices, "sub", locking),
        )

    def _finish(self, update_ops: Any, name_scope: Any) -> Any:
        power = self._get_beta_accumulators()
        with tf.control_dependencies(update_ops), tf1.colocate_with(power):
            update = power.assign(power * self._beta1_t, use_locking=self._use_locking)
        return tf.group(*update_ops, update, name=name_scope)
