"""Adam that takes its step from the global step."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.optimizers.lazy_adam import adam_rows
from tf_spec_compat.optimizers.updates import SparseRows, assign_rows, cast_rate, value_of

__all__ = ["AdamGSOptimizer", "LazyAdamGSOptimizer"]


class AdamGSOptimizer(SparseRows):
    """Adam whose bias correction follows the global step; it has no variables besides its slots.

    The slots are `m` and `v`. Sparse gradients update all rows.

        step = tf.train.get_or_create_global_step()
        train_op = AdamGSOptimizer(step, 1e-3).minimize(loss, step)
    """

    def __init__(
        self,
        global_step: Any = 0,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        beta2: Any = 0.999,
        epsilon: Any = 1e-8,
        use_locking: bool = False,
        name: str = "Adam",
    ) -> None:
        """Makes the optimizer.

        Args:
          global_step: How many steps were taken; a number or a variable.
          learning_rate: A float, a tensor, or a callable that gives one; so the next three.
          beta1: How much of the first moment stays.
          beta2: How much of the second moment stays.
          epsilon: Added to the root of the second moment.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
        """
        super().__init__(use_locking, name)
        self._step = global_step
        self._given = (learning_rate, beta1, beta2, epsilon)

    def _prepare(self) -> None:
        names = ("learning_rate", "beta1", "beta2", "epsilon")
        self._rates = tuple(
            tf.convert_to_tensor(value_of(given), name=name)
            for given, name in zip(self._given, names)
        )
        taken = tf.cast(self._step, tf.float32) + 1
        self._powers = tuple(tf.pow(tf.cast(beta, tf.float32), taken) for beta in self._rates[1:3])

    def _get_beta_accumulators(self) -> Any:
        """The betas to the power of the step that is taken."""
        return self._powers

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)
            self._zeros_slot(variable, "v", self._name)

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ApplyAdam, grad, var, lambda v: v._ref())

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ResourceApplyAdam, grad, var, lambda v: v.handle)

    def _apply(self, kernel: Any, grad: Any, var: Any, of: Any) -> Any:
        rate, beta1, beta2, epsilon = (cast_rate(value, var) for value in self._rates)
        power1, power2 = (cast_rate(value, var) for value in self._get_beta_accumulators())
        return kernel(
            var=of(var),
            m=of(self.get_slot(var, "m")),
            v=of(self.get_slot(var, "v")),
            beta1_power=power1,
            beta2_power=power2,
            lr=rate,
            beta1=beta1,
            beta2=beta2,
            epsilon=epsilon,
            grad=grad,
            use_locking=self._use_locking,
        )

    def _update_rows(self, grad: Any, var: Any, indices: Any) -> Any:
        rate, beta1, beta2, epsilon = (cast_rate(value, var) for value in self._rates)
        power1, power2 = (cast_rate(value, var) for value in self._get_beta_accumulators())
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        locking = self._use_locking
        with tf.control_dependencies([m.assign(m * beta1, locking, read_value=False)]):
            new_m = assign_rows(m, (1 - beta1) * grad, indices, "add", locking)
        with tf.control_dependencies([v.assign(v * beta2, locking, read_value=False)]):
            new_v = assign_rows(v, (1 - beta2) * tf.square(grad), indices, "add", locking)
        rate = rate * tf.sqrt(1 - power2) / (1 - power1)
        return var.assign_sub(rate * new_m / (tf.sqrt(new_v) + epsilon), locking, read_value=False)


class LazyAdamGSOptimizer(AdamGSOptimizer):
    """`AdamGSOptimizer` whose sparse gradients touch nothing but their rows."""

    def _update_rows(self, grad: Any, var: Any, indices: Any) -> Any:
        return adam_rows(self, grad, var, indices, self._rates, self._get_beta_accumulators())
