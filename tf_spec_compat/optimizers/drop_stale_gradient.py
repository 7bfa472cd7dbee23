"""Leaving out gradients that are too old."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["DropStaleGradientOptimizer"]


class DropStaleGradientOptimizer(tf1.train.Optimizer):
    """Applies a gradient only if few other steps were taken since its computation began.

    How many were left out is the variable `stale_counter`.

        optimizer = DropStaleGradientOptimizer(tf.train.AdamOptimizer(), staleness=2)
        train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
    """

    def __init__(
        self, opt: Any, staleness: int, use_locking: bool = False, name: str = "DropStaleGradient"
    ) -> None:
        """Wraps an optimizer.

        Args:
          opt: A `tf.compat.v1.train.Optimizer`.
          staleness: How many steps may have been taken.
          use_locking: Whether updates lock references.
          name: The name of the ops.
        """
        super().__init__(use_locking, name)
        self._opt = opt
        self._staleness = staleness

    def compute_gradients(self, loss: Any, *args: Any, **kwargs: Any) -> Any:
        """Returns the wrapped optimizer's pairs of gradient and variable.

        Args:
          loss: A scalar.
          *args: Those of the wrapped optimizer.
          **kwargs: Those of the wrapped optimizer.
        """
        step = tf1.train.get_or_create_global_step()
        self._local_step = tf.identity(step + 0)  # as it is before the gradients
        with tf.control_dependencies([self._local_step]):
            return self._opt.compute_gradients(tf.identity(loss), *args, **kwargs)

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        """Returns a slot of the wrapped optimizer."""
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> list[str]:
        """Returns the names of the wrapped optimizer's slots."""
        return self._opt.get_slot_names(*args, **kwargs)

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Returns an op that applies gradients unless they are stale.

        Args:
          grads_and_vars: Pairs of gradient and variable, of `compute_gradients` of this object.
          global_step: The global step.
          name: The op's name.

        Raises:
          TypeError: There is no global step.
        """
        if global_step is None:
            raise TypeError(
                "unsupported operand type(s) for +: 'NoneType' and 'int': pass global_step, by "
                "which staleness is counted."
            )
        counter = tf1.get_variable(
            "stale_counter", [], initializer=tf1.zeros_initializer(), trainable=False
        )
        pairs = list(grads_and_vars)
        gradients = [
            tensor
            for grad, _ in pairs
            if grad is not None
            for tensor in tf.nest.flatten(grad, expand_composites=True)
        ]
        with tf.control_dependencies([self._local_step, *gradients]):
            now = tf.identity(global_step + 0)
        stale = now - self._local_step > self._staleness
        tf1.summary.scalar(
            "Gradient_staleness_percentage", counter / (tf.cast(now, tf.float32) + 1)
        )

        def applied() -> Any:
            update = self._opt.apply_gradients(pairs, global_step=global_step)
            with tf.control_dependencies([update]):
                return tf.constant(0.0)

        dropped = tf1.cond(stale, lambda: tf.constant(1.0), applied)
        return counter.assign_add(dropped, name=name)
