"""Accumulated gradients normalization: workers send the average of several gradients."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.optimizers.workers import (
    LocalVariables,
    WorkerHook,
    WorkerOptimizer,
    assign_all,
)

__all__ = ["AGNCustomGetter", "AGNOptimizer"]


class AGNCustomGetter(LocalVariables):
    """Makes trainable variables local to a worker, with common ones and gradients beside.

    The common ones are `global_center_variable/NAME`, the sums of gradients `grad_variable/NAME`.

        getter = AGNCustomGetter("/job:worker/task:0")
        with tf.variable_scope("model", custom_getter=getter):
            logits = model(features)
    """

    def __init__(self, worker_device: str) -> None:
        """Makes the getter.

        Args:
          worker_device: The device of the worker's variables, as `/job:worker/task:0`.
        """
        super().__init__(worker_device)
        self.sums: dict[Any, Any] = {}

    def _pair(self, local: Any, name: str) -> None:
        super()._pair(local, name)
        self.sums[local.ref()] = self._beside_local(local, f"grad_variable/{name}")


class AGNOptimizer(WorkerOptimizer):
    """Accumulated gradients normalization (https://arxiv.org/abs/1710.02368).

    A worker takes steps of its own; after `communication_period` of them it applies the average of
    its gradients to the common variables, and goes on from these.

        optimizer = AGNOptimizer(tf.train.AdamOptimizer(), num_worker=2, custom_getter=getter)
        train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
        hooks = [optimizer.make_session_run_hook(is_chief, task_index)]
    """

    def __init__(
        self,
        optimizer: Any,
        num_worker: int,
        custom_getter: Any,
        communication_period: int = 10,
        use_locking: bool = True,
        name: str = "AGNOptimizer",
    ) -> None:
        """Wraps an optimizer.

        Args:
          optimizer: A `tf.compat.v1.train.Optimizer`, for the worker and for the common variables.
          num_worker: How many workers there are.
          custom_getter: The `AGNCustomGetter` that made the variables.
          communication_period: In how many steps the worker communicates once.
          use_locking: Whether updates lock references.
          name: The name of the ops.

        Raises:
          AttributeError: The getter is none.
        """
        super().__init__(optimizer, custom_getter, use_locking, name)
        self._num_worker = num_worker
        self._period = communication_period

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Returns an op that takes a step of the worker, and communicates where it is due.

        Args:
          grads_and_vars: Pairs of gradient and variable.
          global_step: The common step, counted where workers communicate.
          name: The op's name.

        Raises:
          ValueError: There is no variable.
          KeyError: The getter did not make a variable.
        """
        pairs = [(grad, var) for grad, var in grads_and_vars if grad is not None]
        update = self._step(pairs)
        variables = [var for _, var in pairs]
        sums = [self._getter.sums[var.ref()] for var in variables]
        centers = [self._getter.center(var) for var in variables]
        added = [
            total.assign_add(tf.convert_to_tensor(grad), self._use_locking, read_value=False)
            for total, (grad, _) in zip(sums, pairs)
        ]

        def communicate() -> Any:
            means = [tf.convert_to_tensor(total) / self._period for total in sums]
            sent = self._opt.apply_gradients(list(zip(means, centers)), global_step)
            with tf.control_dependencies([sent]):
                return assign_all(self._restart(variables), self._use_locking)

        return self._each(self._period, tf.group(update, *added), communicate, name)

    def _restart(self, variables: Any) -> list[tuple[Any, Any]]:
        """Pairs of variable and value: the common values, and no gradients."""
        pulled = [(var, self._getter.center(var)) for var in variables]
        sums = [self._getter.sums[var.ref()] for var in variables]
        return pulled + [(total, tf.zeros_like(total)) for total in sums]

    def get_init_op(self, task_index: int) -> Any:
        """Returns an op that gives the worker the common values.

        Args:
          task_index: The worker's number.

        Raises:
          ValueError: The getter has made no variable.
        """
        local = self._getter.made(
            "The lists of local_variables, global_center_variables,grad_center_variables should "
            "not be empty"
        )
        return assign_all(self._restart(local))

    def make_session_run_hook(self, is_chief: bool, task_index: int) -> WorkerHook:
        """Returns a hook that initializes the worker's variables.

        Args:
          is_chief: Whether this is the chief.
          task_index: The worker's number.
        """
        return _AGNOptimizerHook(lambda: self.get_init_op(task_index), is_chief)


class _AGNOptimizerHook(WorkerHook):
    """The hook, under contrib's name."""
