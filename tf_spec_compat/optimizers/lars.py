"""Momentum with a learning rate for each layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor, TensorLike
from tf_spec_compat.optimizers.updates import cast_rate, value_of

__all__ = ["LARSOptimizer"]


class LARSOptimizer(tf1.train.Optimizer):
    """Layer-wise adaptive rate scaling (https://arxiv.org/abs/1708.03888) of SGD with momentum.

    The slot is `momentum`. Sparse gradients are applied by SGD with momentum, to their own rows.

        train_op = LARSOptimizer(0.5, skip_list=["bias"]).minimize(loss)
    """

    def __init__(
        self,
        learning_rate: Any,
        momentum: Any = 0.9,
        weight_decay: float = 0.0001,
        eeta: float = 0.001,
        epsilon: float = 0.0,
        name: str = "LARSOptimizer",
        skip_list: Sequence[str] | None = None,
        use_nesterov: bool = False,
    ) -> None:
        """Makes the optimizer.

        Args:
          learning_rate: A float, a tensor, or a callable that gives one; so momentum.
          momentum: How much of it stays.
          weight_decay: L2 regularization, added to gradients.
          eeta: The trust coefficient, by which the ratio of norms is scaled.
          epsilon: Added to the norm of the gradient.
          name: The name of ops and slot variables.
          skip_list: Variables in whose names one of these is are not scaled.
          use_nesterov: Whether momentum is Nesterov's.

        Raises:
          ValueError: The momentum is negative.
        """
        super().__init__(False, name)
        if momentum < 0.0:
            raise ValueError(f"momentum should be positive: {momentum}")
        self._learning_rate = learning_rate
        self._momentum = momentum
        self._weight_decay = weight_decay
        self._eeta = eeta
        self._epsilon = epsilon
        self._skip_list = skip_list
        self._use_nesterov = use_nesterov

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "momentum", self._name)

    def _prepare(self) -> None:
        self._learning_rate_tensor = tf.convert_to_tensor(
            value_of(self._learning_rate), name="learning_rate"
        )
        self._momentum_tensor = tf.convert_to_tensor(value_of(self._momentum), name="momentum")

    def compute_lr(self, grad: TensorLike, var: Any) -> tuple[Any, Tensor]:
        """Returns the learning rate of a variable, a scalar, and its gradient with weight decay.

        Args:
          grad: The gradient, with the variable's shape.
          var: The variable.
        """
        rate = self._learning_rate
        if self._skip_list is not None and any(part in var.name for part in self._skip_list):
            return rate, grad
        weight, gradient = tf.norm(var), tf.norm(grad)
        ratio = self._eeta * weight / (gradient + self._weight_decay * weight + self._epsilon)
        usable = tf.logical_and(weight > 0, gradient > 0)
        return rate * tf.where(usable, ratio, 1.0), grad + self._weight_decay * var

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ApplyMomentum, grad, var, lambda v: v._ref())

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply(tf.raw_ops.ResourceApplyMomentum, grad, var, lambda v: v.handle)

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        kernel, rows = tf.raw_ops.SparseApplyMomentum, {"indices": grad.indices}
        return self._kernel(
            kernel, self._learning_rate_tensor, grad.values, var, lambda v: v._ref(), **rows
        )

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        kernel, rows = tf.raw_ops.ResourceSparseApplyMomentum, {"indices": indices}
        return self._kernel(
            kernel, self._learning_rate_tensor, grad, var, lambda v: v.handle, **rows
        )

    def _apply(self, kernel: Any, grad: Any, var: Any, of: Any) -> Any:
        rate, grad = self.compute_lr(grad, var)
        return self._kernel(kernel, 1.0, cast_rate(rate, var) * grad, var, of)

    def _kernel(self, kernel: Any, rate: Any, grad: Any, var: Any, of: Any, **rows: Any) -> Any:
        return kernel(
            var=of(var),
            accum=of(self.get_slot(var, "momentum")),
            lr=cast_rate(rate, var),
            grad=grad,
            momentum=cast_rate(self._momentum_tensor, var),
            use_locking=False,
            use_nesterov=self._use_nesterov,
            **rows,
        )
