"""Model averaging: workers train alone, and take the average of their variables now and then."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.workers import (
    CENTER,
    LocalVariables,
    WorkerHook,
    WorkerOptimizer,
    assign_all,
)

__all__ = ["ModelAverageCustomGetter", "ModelAverageOptimizer"]


class ModelAverageCustomGetter(LocalVariables):
    """Makes trainable variables local to a worker, and the averages `global_center_variable/NAME`.

    getter = ModelAverageCustomGetter("/job:worker/task:0")
    with tf.variable_scope("model", custom_getter=getter):
        logits = model(features)
    """

    def _pair(self, local: Any, name: str) -> None:
        value = tf1.cond(
            tf1.is_variable_initialized(local), local.read_value, lambda: local.initial_value
        )
        self.centers[local.ref()] = self._beside(
            local, f"{CENTER}/{name}", tf1.GraphKeys.GLOBAL_VARIABLES, value
        )


class ModelAverageOptimizer(WorkerOptimizer):
    """Averages the variables of all workers in one of `interval_steps` steps.

    optimizer = ModelAverageOptimizer(
        tf.train.AdamOptimizer(), num_worker=2, is_chief=task_index == 0,
        ma_custom_getter=getter)
    train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
    hooks = [optimizer.make_session_run_hook()]
    """

    def __init__(
        self,
        opt: Any,
        num_worker: int,
        is_chief: bool,
        ma_custom_getter: Any,
        interval_steps: int = 100,
        use_locking: bool = True,
        name: str = "ModelAverageOptimizer",
    ) -> None:
        """Wraps an optimizer.

        Args:
          opt: A `tf.compat.v1.train.Optimizer`.
          num_worker: How many workers there are.
          is_chief: Whether this worker computes the averages.
          ma_custom_getter: The `ModelAverageCustomGetter` that made the variables.
          interval_steps: In how many steps variables are averaged once.
          use_locking: Whether updates lock references.
          name: The name of the ops.

        Raises:
          AttributeError: The getter is none.
        """
        super().__init__(opt, ma_custom_getter, use_locking, name)
        self._num_worker = num_worker
        self._is_chief = is_chief
        self._interval_steps = interval_steps
        self._chief_init_op: Any = None

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        """Returns the wrapped optimizer's pairs of gradient and variable."""
        return self._opt.compute_gradients(*args, **kwargs)

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Returns an op that takes a step of the worker, and averages where it is due.

        Args:
          grads_and_vars: Pairs of gradient and variable.
          global_step: The common step, counted where variables are averaged.
          name: The op's name.

        Raises:
          ValueError: There is no variable, or no global step.
          KeyError: The getter did not make a variable.
        """
        pairs = list(grads_and_vars)
        if not pairs:
            raise ValueError("Must supply at least one variable: grads_and_vars is empty.")
        if global_step is None:
            raise ValueError("Global step is required: pass global_step, which averages count.")
        update = self._opt.apply_gradients(pairs)
        variables = [var for _, var in pairs]
        centers = [self._getter.center(var) for var in variables]
        with tf1.colocate_with(global_step):
            tokens = tf1.FIFOQueue(-1, tf.bool, [[]], shared_name=f"{self._name}_tokens")
        sums = []
        for var, center in zip(variables, centers):
            with tf1.colocate_with(center):
                sums.append(
                    tf1.ConditionalAccumulator(
                        var.dtype.base_dtype, var.shape, shared_name=f"{center.op.name}/average"
                    )
                )
        self._chief_init_op = tf.group(
            *(total.set_global_step(tf.cast(global_step, tf.int64)) for total in sums)
        )

        def average() -> Any:
            step = tf.cast(global_step, tf.int64)
            done = tf.group(*(total.apply_grad(var, step) for total, var in zip(sums, variables)))
            if self._is_chief:
                with tf.control_dependencies([done]):
                    means = [total.take_grad(self._num_worker) for total in sums]
                with tf.control_dependencies([assign_all(zip(centers, means))]):
                    counted = global_step.assign_add(1, read_value=False)
                with tf.control_dependencies([counted]):
                    done = tokens.enqueue_many(tf.fill([self._num_worker], False))
            with tf.control_dependencies([done]):
                told = tokens.dequeue()
            with tf.control_dependencies([told]):
                return assign_all(zip(variables, centers), self._use_locking)

        return self._each(self._interval_steps, update, average, name)

    def get_init_op(self) -> Any:
        """Returns an op that gives the worker the averages.

        Raises:
          ValueError: The getter has made no variable.
        """
        local = self._getter.made("The list of local_variables should not be empty")
        return assign_all((var, self._getter.center(var)) for var in local)

    def make_session_run_hook(self) -> Any:
        """Returns a hook that makes the operations which initialize a worker."""
        return _ModelAverageOptimizerHook(self, self._is_chief)


class _ModelAverageOptimizerHook(WorkerHook):
    """The hook; the chief has `_chief_init_op`, too."""

    def __init__(self, optimizer: ModelAverageOptimizer, is_chief: bool) -> None:
        super().__init__(optimizer.get_init_op, is_chief)
        self._optimizer = optimizer

    def begin(self) -> None:
        super().begin()
        if self._is_chief:
            self._chief_init_op = self._optimizer._chief_init_op

    def after_create_session(self, session: Any, coord: Any) -> None:
        """Runs nothing: `begin` only makes the operations."""
