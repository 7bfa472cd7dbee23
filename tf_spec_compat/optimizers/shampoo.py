"""Shampoo, which preconditions gradients along each dimension."""

from __future__ import annotations

from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.matrix_functions import matrix_inverse_pth_root
from tf_spec_compat.optimizers.updates import cast_rate

__all__ = ["GetParam", "ShampooOptimizer"]


def GetParam(var: Any, timestep: Any) -> Any:
    """Returns a parameter: what it gives of the step if it is callable, else itself."""
    return var(timestep) if callable(var) else var


class ShampooOptimizer(tf1.train.Optimizer):
    """Shampoo (https://arxiv.org/abs/1802.09568): a preconditioner for each dimension of a tensor.

    With the gradient's average `gbar` and, for each dimension `i` of `k`, the average `Gbar_i` of
    the products of the gradient with itself, the step is `gbar` times `Gbar_i ** (-alpha / k)`
    along each dimension. These are the slots, and with `svd_interval` above 1 also the powers
    `H_i`.

        step = tf.train.get_or_create_global_step()
        train_op = ShampooOptimizer(step, learning_rate=0.1).minimize(loss, step)
    """

    def __init__(
        self,
        global_step: Any = 0,
        max_matrix_size: int = 768,
        gbar_decay: Any = 0.0,
        gbar_weight: Any = 1.0,
        mat_gbar_decay: Any = 1.0,
        mat_gbar_weight: Any = 1.0,
        learning_rate: Any = 1.0,
        svd_interval: Any = 1,
        precond_update_interval: Any = 1,
        epsilon: float = 1e-4,
        alpha: float = 0.5,
        use_iterative_root: bool = False,
        use_locking: bool = False,
        name: str = "Shampoo",
    ) -> None:
        """Makes the optimizer.

        Args:
          global_step: How many steps were taken. The next seven are numbers, tensors, or callables
            that take it.
          max_matrix_size: Of dimensions that are larger, only the diagonal is kept.
          gbar_decay: How much of the gradients' average stays.
          gbar_weight: How much of a gradient is added to it.
          mat_gbar_decay: How much of the products' averages stays.
          mat_gbar_weight: How much of a product is added to them.
          learning_rate: The size of the step.
          svd_interval: In how many steps powers are computed once.
          precond_update_interval: In how many steps products are added once.
          epsilon: Added to the diagonals.
          alpha: The exponent, shared by the dimensions.
          use_iterative_root: Whether powers come of Newton's iteration, not of an SVD.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
        """
        super().__init__(use_locking, name)
        self._global_step = global_step + 1  # as it is after the step
        self._max_matrix_size = max_matrix_size
        self._gbar_decay = gbar_decay
        self._gbar_weight = gbar_weight
        self._mat_gbar_decay = mat_gbar_decay
        self._mat_gbar_weight = mat_gbar_weight
        self._learning_rate = learning_rate
        self._svd_interval = svd_interval
        self._precond_update_interval = precond_update_interval
        self._epsilon = epsilon
        self._alpha = alpha
        self._use_iterative_root = use_iterative_root

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "gbar", self._name)
            for axis, size in enumerate(variable.shape.as_list()):
                has_matrix = size <= self._max_matrix_size
                shape = [size, size] if has_matrix else [size]
                zeros = tf.zeros(shape, variable.dtype.base_dtype)
                if has_matrix and self._keeps_powers():
                    unit = tf.eye(size, dtype=variable.dtype.base_dtype)
                    self._get_or_make_slot(variable, unit, f"H_{axis}", self._name)
                self._get_or_make_slot(variable, zeros, f"Gbar_{axis}", self._name)

    def _keeps_powers(self) -> bool:
        return callable(self._svd_interval) or self._svd_interval > 1

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        step = self._global_step
        rank = len(var.shape)
        average = self._averaged(grad, var, step)
        for axis in range(rank):
            average = self._conditioned(average, grad, var, axis, rank, step)
        rate = cast_rate(GetParam(self._learning_rate, step), var)
        return var.assign_sub(rate * average, self._use_locking, read_value=False)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        return self._apply_dense(tf.convert_to_tensor(grad), var)

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        shape = tf.shape(var, out_type=indices.dtype)
        return self._apply_dense(tf.scatter_nd(indices[:, tf.newaxis], grad, shape), var)

    def _averaged(self, grad: Any, var: Any, step: Any) -> Any:
        """The average of the gradient; its slot stays zero where nothing of it would."""
        weighted = cast_rate(GetParam(self._gbar_weight, step), var) * grad
        decay = GetParam(self._gbar_decay, step)
        if isinstance(decay, (int, float)) and decay == 0:
            return weighted
        gbar = self.get_slot(var, "gbar")
        return _assigned(gbar, cast_rate(decay, var) * gbar + weighted, self._use_locking)

    def _conditioned(
        self, average: Any, grad: Any, var: Any, axis: int, rank: int, step: Any
    ) -> Any:
        """Preconditions the first dimension, and makes it the last one."""
        order = [*range(1, rank), 0]
        slot = self.get_slot(var, f"Gbar_{axis}")
        others = [other for other in range(rank) if other != axis]
        if len(slot.shape) == 2:
            product = tf.tensordot(grad, grad, [others, others])
        else:
            product = tf.reduce_sum(tf.square(grad), others)
            if rank > 1:
                product /= int(slot.shape[0])
        decay = cast_rate(GetParam(self._mat_gbar_decay, step), var)
        weight = cast_rate(GetParam(self._mat_gbar_weight, step), var)
        interval = GetParam(self._precond_update_interval, step)
        weight *= cast_rate(interval, var)
        new = _now_and_then(
            step,
            interval,
            lambda: _assigned(slot, decay * slot + weight * product, self._use_locking),
            lambda: tf.convert_to_tensor(slot),
        )
        exponent = -self._alpha / rank
        if len(slot.shape) == 1:
            power = tf.pow(new, exponent)
            return tf.transpose(average, order) * power
        if self._keeps_powers():
            kept = self.get_slot(var, f"H_{axis}")
            power = _now_and_then(
                step,
                GetParam(self._svd_interval, step),
                lambda: _assigned(kept, self._power(new, exponent), self._use_locking),
                lambda: tf.convert_to_tensor(kept),
            )
        else:
            power = self._power(new, exponent)
        return tf.tensordot(average, power, [[0], [0]])

    def _power(self, matrix: Any, exponent: float) -> Any:
        size = int(matrix.shape[0])
        matrix = matrix / size
        if self._use_iterative_root:
            return matrix_inverse_pth_root(matrix, size, exponent, ridge_epsilon=self._epsilon)
        values, left, right = tf.linalg.svd(
            matrix + self._epsilon * tf.eye(size, dtype=matrix.dtype)
        )
        return left @ tf.linalg.diag(tf.pow(values, exponent)) @ tf.transpose(right)


def _assigned(slot: Any, value: Any, use_locking: bool) -> Any:
    """The value, once it is assigned."""
    with tf.control_dependencies([slot.assign(value, use_locking, read_value=False)]):
        return tf.identity(value)


def _now_and_then(step: Any, interval: Any, update: Any, kept: Any) -> Any:
    """What `update` gives in one of so many steps, and `kept` in others."""
    if isinstance(interval, (int, float, np.number)) and interval <= 1:
        return update()
    return tf.cond(tf.equal(tf.cast(step, tf.int64) % tf.cast(interval, tf.int64), 0), update, kept)
