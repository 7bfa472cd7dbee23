"""Elastic averaging: workers are held near a common center."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.workers import (
    LocalVariables,
    WorkerHook,
    WorkerOptimizer,
    assign_all,
)

__all__ = ["ElasticAverageCustomGetter", "ElasticAverageOptimizer"]


class ElasticAverageCustomGetter(LocalVariables):
    """Makes trainable variables local to a worker, with the center and a copy of it beside.

    The center is `global_center_variable/NAME`, the worker's copy `local_center_variable/NAME`.

        getter = ElasticAverageCustomGetter("/job:worker/task:0")
        with tf.variable_scope("model", custom_getter=getter):
            logits = model(features)
    """

    def __init__(self, worker_device: str) -> None:
        """Makes the getter.

        Args:
          worker_device: The device of the worker's variables, as `/job:worker/task:0`.
        """
        super().__init__(worker_device)
        self.copies: dict[Any, Any] = {}

    def _pair(self, local: Any, name: str) -> None:
        self.copies[local.ref()] = self._beside_local(local, f"local_center_variable/{name}")
        super()._pair(local, name)


class ElasticAverageOptimizer(WorkerOptimizer):
    """Elastic averaging SGD (Zhang, Choromanska and LeCun, https://arxiv.org/abs/1412.6651).

    The loss of a worker has `rho / 2` times the squared distance from the center added. In one of
    `communication_period` steps worker and center move towards each other by `moving_rate` of
    their difference.

        optimizer = ElasticAverageOptimizer(
            tf.train.GradientDescentOptimizer(0.1), num_worker=2, ea_custom_getter=getter)
        train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
        hooks = [optimizer.make_session_run_hook(is_chief, task_index)]
    """

    BETA = 0.9

    def __init__(
        self,
        opt: Any,
        num_worker: int,
        ea_custom_getter: Any,
        communication_period: int = 10,
        moving_rate: float | None = None,
        rho: float | None = None,
        use_locking: bool = True,
        synchronous: bool = False,
        name: str = "ElasticAverageOptimizer",
    ) -> None:
        """Wraps an optimizer.

        Args:
          opt: A `tf.compat.v1.train.Optimizer`.
          num_worker: How many workers there are.
          ea_custom_getter: The `ElasticAverageCustomGetter` that made the variables.
          communication_period: In how many steps the worker communicates once.
          moving_rate: How far worker and center move, `0.9 / communication_period / num_worker` by
            default.
          rho: The weight of the distance, `moving_rate` by `opt`'s learning rate by default.
          use_locking: Whether updates lock references.
          synchronous: Whether workers wait for one another before they begin.
          name: The name of the ops.

        Raises:
          AttributeError: The getter is none.
        """
        super().__init__(opt, ea_custom_getter, use_locking, name)
        self._num_worker = num_worker
        self._period = communication_period
        self._synchronous = synchronous
        if moving_rate is None:
            moving_rate = self.BETA / communication_period / num_worker
        self._moving_rate = moving_rate
        self._rho = moving_rate / opt._learning_rate if rho is None else rho

    def compute_gradients(
        self,
        loss: Any,
        var_list: Any = None,
        gate_gradients: int = tf1.train.Optimizer.GATE_OP,
        aggregation_method: Any = None,
        colocate_gradients_with_ops: bool = False,
        grad_loss: Any = None,
    ) -> Any:
        """Returns pairs of gradient and variable of the loss with the distance from the center.

        Args:
          loss: A scalar.
          var_list: Variables; the trainable ones by default.
          gate_gradients: As `tf.compat.v1.train.Optimizer.compute_gradients` has it.
          aggregation_method: The same.
          colocate_gradients_with_ops: The same.
          grad_loss: The same.

        Raises:
          KeyError: The getter did not make a variable.
        """
        if var_list is None:
            var_list = tf1.trainable_variables()
        distances = []
        for var in var_list:
            self._getter.center(var)  # raises
            distances.append(tf.nn.l2_loss(var - self._getter.copies[var.ref()]))
        total = loss + self._rho * tf.add_n(distances)
        return self._opt.compute_gradients(
            total,
            var_list,
            gate_gradients,
            aggregation_method,
            colocate_gradients_with_ops,
            grad_loss,
        )

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
        pairs = list(grads_and_vars)
        update = self._step(pairs)
        variables = [var for _, var in pairs]

        def communicate() -> Any:
            with tf.control_dependencies([assign_all(self._copied(variables))]):
                parts = [
                    (var, self._getter.center(var), self._moving_rate * (var - copy.read_value()))
                    for var, (copy, _) in zip(variables, self._copied(variables))
                ]
            with tf.control_dependencies([difference for *_, difference in parts]):
                moved = []
                for var, center, difference in parts:
                    moved.append(var.assign_sub(difference, self._use_locking, read_value=False))
                    moved.append(center.assign_add(difference, self._use_locking, read_value=False))
                if global_step is not None:
                    moved.append(global_step.assign_add(1, read_value=False))
                return tf.group(*moved)

        return self._each(self._period, update, communicate, name)

    def _copied(self, variables: Any) -> list[tuple[Any, Any]]:
        """Pairs of the copy of a center and the center."""
        return [(self._getter.copies[var.ref()], self._getter.center(var)) for var in variables]

    def get_init_op(self, task_index: int) -> Any:
        """Returns an op that gives the worker the center's values.

        Args:
          task_index: The worker's number; each has a queue by which others tell that they are
            there if `synchronous`.
        """
        local = self._getter.made(
            "The lists of local_variables, global_center_variables, local_center_variables should "
            "not be empty"
        )
        pulled = [(var, self._getter.center(var)) for var in local] + self._copied(local)
        done = assign_all(pulled)
        if not self._synchronous:
            return done
        queues = [
            tf1.FIFOQueue(self._num_worker, tf.bool, [[]], shared_name=f"{self._name}_ready_{task}")
            for task in range(self._num_worker)
        ]
        with tf.control_dependencies([done]):
            told = [queue.enqueue(False) for task, queue in enumerate(queues) if task != task_index]
        with tf.control_dependencies(told):
            return tf.group(queues[task_index].dequeue_many(self._num_worker - 1))

    def make_session_run_hook(self, is_chief: bool, task_index: int) -> WorkerHook:
        """Returns a hook that initializes the worker's variables.

        Args:
          is_chief: Whether this is the chief.
          task_index: The worker's number.
        """
        return _ElasticAverageOptimizerHook(lambda: self.get_init_op(task_index), is_chief)

    def swapping_saver(
        self, var_list: Any = None, name: str = "swapping_saver", **kwargs: Any
    ) -> Any:
        """Returns a `tf.compat.v1.train.Saver` that saves centers under the variables' names.

        Args:
          var_list: What to save; all variables by default.
          name: The saver's name.
          **kwargs: Others of the saver.
        """
        if var_list is None:
            var_list = tf1.global_variables()
        if not isinstance(var_list, dict):
            var_list = {var.op.name: var for var in var_list}
        names = {center.ref(): var.deref().op.name for var, center in self._getter.centers.items()}
        saved = {names.get(var.ref(), key): var for key, var in var_list.items()}
        return tf1.train.Saver(saved, name=name, **kwargs)


class _ElasticAverageOptimizerHook(WorkerHook):
    """The hook, under contrib's name."""
