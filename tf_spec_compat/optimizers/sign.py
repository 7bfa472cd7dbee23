"""AddSign and PowerSign, which scale gradients by whether momentum agrees with them."""

from __future__ import annotations

import math
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.updates import cast_rate, value_of

__all__ = ["AddSignOptimizer", "PowerSignOptimizer"]


class _SignOptimizer(tf1.train.Optimizer):
    """What both have: the slot `m`, a decay of the sign, and dense kernels.

    The kernels `Apply<_KERNEL>` have the argument `_SCALE`.
    """

    _KERNEL: str
    _SCALE: str

    def __init__(
        self, learning_rate: Any, scale: Any, beta: Any, decay: Any, use_locking: bool, name: str
    ) -> None:
        super().__init__(use_locking, name)
        self._lr = learning_rate
        self._scale = scale
        self._beta = beta
        self._sign_decay_fn = decay

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Applies gradients, see `tf.compat.v1.train.Optimizer`.

        Args:
          grads_and_vars: Pairs of gradient and variable.
          global_step: A variable to add 1 to; the decay of the sign follows it.
          name: The op's name.
        """
        step = 0 if global_step is None else global_step
        decay = 1.0 if self._sign_decay_fn is None else self._sign_decay_fn(step)
        self._decay_t = tf.convert_to_tensor(decay, name="sign_decay")
        return super().apply_gradients(grads_and_vars, global_step, name)

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)

    def _prepare(self) -> None:
        self._lr_t = tf.convert_to_tensor(value_of(self._lr), name="learning_rate")
        self._beta_t = tf.convert_to_tensor(value_of(self._beta), name="beta")
        self._scale_t = tf.convert_to_tensor(value_of(self._scale), name=self._SCALE)

    def _kernel_scale(self) -> Any:
        """What the kernel takes as its scale."""
        return self._scale_t

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply("Apply", grad, var, lambda v: v._ref())

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply("ResourceApply", grad, var, lambda v: v.handle)

    def _apply(self, kind: str, grad: Any, var: Any, of: Any) -> Any:
        return getattr(tf.raw_ops, kind + self._KERNEL)(
            var=of(var),
            m=of(self.get_slot(var, "m")),
            lr=cast_rate(self._lr_t, var),
            sign_decay=cast_rate(self._decay_t, var),
            beta=cast_rate(self._beta_t, var),
            grad=grad,
            use_locking=self._use_locking,
            **{self._SCALE: cast_rate(self._kernel_scale(), var)},
        )

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        return self._apply_dense(tf.convert_to_tensor(grad), var)


class AddSignOptimizer(_SignOptimizer):
    """AddSign (https://arxiv.org/abs/1709.07417): `(alpha + sign(g) * sign(m)) * g`.

    The slot is `m`. Sparse gradients of resource variables are not supported, as in contrib.

        train_op = AddSignOptimizer(0.1).minimize(loss, tf.train.get_global_step())

    Raises:
      NotImplementedError: From `apply_gradients`, of a sparse gradient of a resource variable.
    """

    _KERNEL, _SCALE = "AddSign", "alpha"

    def __init__(
        self,
        learning_rate: Any = 0.1,
        alpha: Any = 1.0,
        beta: Any = 0.9,
        sign_decay_fn: Any = None,
        use_locking: bool = False,
        name: str = "AddSignOptimizer",
    ) -> None:
        """Makes the optimizer.

        Args:
          learning_rate: A float or a tensor; so the next two.
          alpha: What the product of the signs is added to.
          beta: How much of the momentum stays.
          sign_decay_fn: Takes the global step, and returns what to scale the product by.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
        """
        super().__init__(learning_rate, alpha, beta, sign_decay_fn, use_locking, name)


class PowerSignOptimizer(_SignOptimizer):
    """PowerSign (https://arxiv.org/abs/1709.07417): `base ** (sign(g) * sign(m)) * g`.

    The slot is `m`. Sparse gradients of resource variables are not supported, as in contrib.

        train_op = PowerSignOptimizer(0.1).minimize(loss, tf.train.get_global_step())

    Raises:
      NotImplementedError: From `apply_gradients`, of a sparse gradient of a resource variable.
    """

    _KERNEL, _SCALE = "PowerSign", "logbase"

    def __init__(
        self,
        learning_rate: Any = 0.1,
        base: Any = math.e,
        beta: Any = 0.9,
        sign_decay_fn: Any = None,
        use_locking: bool = False,
        name: str = "PowerSignOptimizer",
    ) -> None:
        """Makes the optimizer.

        Args:
          learning_rate: A float or a tensor; so the next two.
          base: What has the product of the signs as its exponent.
          beta: How much of the momentum stays.
          sign_decay_fn: Takes the global step, and returns what to scale the product by.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
        """
        super().__init__(learning_rate, base, beta, sign_decay_fn, use_locking, name)

    def _kernel_scale(self) -> Any:
        return tf.math.log(self._scale_t)
