"""Training several tasks with one optimizer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["MultitaskOptimizerWrapper", "clip_gradients_by_global_norm"]


class MultitaskOptimizerWrapper:
    """An optimizer that leaves variables and slots alone whose gradients are all zero.

    So a batch without examples of a task does not move what only that task uses, by momentum for
    instance. All else is the optimizer's, as which it is used.

        optimizer = MultitaskOptimizerWrapper(tf.train.MomentumOptimizer(0.1, 0.9))
        gradients, norm = clip_gradients_by_global_norm(optimizer.compute_gradients(loss))
        train_op = optimizer.apply_gradients(gradients)
    """

    def __init__(self, opt: Any) -> None:
        """Wraps an optimizer.

        Args:
          opt: A `tf.compat.v1.train.Optimizer`. Its methods that apply gradients are replaced.

        Raises:
          TypeError: It is something else.
        """
        if not isinstance(opt, tf1.train.Optimizer):
            raise TypeError(
                "Supplied optimizer must be an instance of tf.train.Optimizer, and this is a "
                f"{type(opt).__name__}: pass one of tf.compat.v1.train."
            )
        self._opt = opt
        for kind in ("", "_resource"):
            setattr(opt, kind + "_apply_dense", _unless_zero(getattr(opt, kind + "_apply_dense")))
            sparse = kind + "_apply_sparse_duplicate_indices"
            setattr(opt, sparse, _unless_zero(getattr(opt, sparse)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._opt, name)


def _unless_zero(apply: Any) -> Any:
    """Makes a method of an optimizer apply nothing where the gradient is zero."""

    def applied(grad: Any, *args: Any, **kwargs: Any) -> Any:
        values = grad.values if isinstance(grad, tf.IndexedSlices) else grad
        zero = tf.equal(tf.math.count_nonzero(values), 0)
        return tf1.cond(zero, tf.no_op, lambda: tf.group(apply(grad, *args, **kwargs)))

    return applied


def clip_gradients_by_global_norm(
    gradients_variables: Sequence[tuple[Any, Any]], clip_norm: float = 20.0
) -> tuple[list[tuple[Any, Any]], Tensor]:
    """Clips gradients by the norm of all of them.

    Args:
      gradients_variables: Pairs of gradient, or None, and variable.
      clip_norm: The largest norm.

    Returns:
      The pairs with clipped gradients, and the norm of all gradients before.
    """
    gradients, variables = zip(*gradients_variables)
    norm = tf.linalg.global_norm(gradients)
    clipped, _ = tf.clip_by_global_norm(gradients, clip_norm, use_norm=norm)
    return list(zip(clipped, variables)), norm
