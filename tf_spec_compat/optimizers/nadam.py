"""Adam with Nesterov's momentum."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.updates import SparseRows, assign_rows, cast_rate

__all__ = ["NadamOptimizer"]


class NadamOptimizer(SparseRows, tf1.train.AdamOptimizer):
    """Nadam (Dozat, http://cs229.stanford.edu/proj2015/054_report.pdf): the kernels of Adam do it.

    The slots are `m` and `v`. Sparse gradients update their own rows; all moments decay.

        train_op = NadamOptimizer(1e-3).minimize(loss, tf.train.get_global_step())
    """

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ApplyAdam, grad, var, lambda v: v._ref())

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ResourceApplyAdam, grad, var, lambda v: v.handle)

    def _apply(self, kernel: Any, grad: Any, var: Any, of: Any) -> Any:
        power1, power2 = self._get_beta_accumulators()
        return kernel(
            var=of(var),
            m=of(self.get_slot(var, "m")),
            v=of(self.get_slot(var, "v")),
            beta1_power=cast_rate(power1, var),
            beta2_power=cast_rate(power2, var),
            lr=cast_rate(self._lr_t, var),
            beta1=cast_rate(self._beta1_t, var),
            beta2=cast_rate(self._beta2_t, var),
            epsilon=cast_rate(self._epsilon_t, var),
            grad=grad,
            use_locking=self._use_locking,
            use_nesterov=True,
        )

    def _update_rows(self, grad: Any, var: Any, indices: Any) -> Any:
        power1, power2 = (cast_rate(p, var) for p in self._get_beta_accumulators())
        beta1, beta2 = cast_rate(self._beta1_t, var), cast_rate(self._beta2_t, var)
        rate = cast_rate(self._lr_t, var) * tf.sqrt(1 - power2) / (1 - power1)
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        locking = self._use_locking
        with tf.control_dependencies([m.assign(m * beta1, locking, read_value=False)]):
            new_m = assign_rows(m, (1 - beta1) * grad, indices, "add", locking)
        with tf.control_dependencies([v.assign(v * beta2, locking, read_value=False)]):
            new_v = assign_rows(v, (1 - beta2) * tf.square(grad), indices, "add", locking)
        ahead = (1 - beta1) * grad + beta1 * tf.gather(new_m, indices)
        root = tf.sqrt(tf.gather(new_v, indices)) + cast_rate(self._epsilon_t, var)
        return assign_rows(var, rate * ahead / root, indices, "sub", locking)
