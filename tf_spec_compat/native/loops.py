"""Many steps in one call: loops of TensorFlow over an iterator of a `Dataset`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.model.types import Tensor
from tf_spec_compat.native.mode_graph import ModeGraph

__all__ = ["EvalLoop", "TrainLoop", "operation_of"]

_EXITS = ("Exit", "RefExit")


class TrainLoop:
    """Trains some steps, and computes the summaries of the last of them if wanted.

    Every step is one and the same call, so that random operations go on where they were.

    Attributes:
      size: How many steps were found to be a good number for a call.
    """

    def __init__(self, graph: ModeGraph, global_step: Any) -> None:
        """Takes a graph that trains, bound, and its global step as an eager variable."""
        self.size = 1
        spec, summary_op = graph.spec, graph.scaffold.summary_op
        train_op = operation_of(spec.train_op)
        shared: list[Tensor] = []
        self._summarize: Callable[..., list[Tensor]] | None = None
        if summary_op is not None:
            shared = _shared([spec.loss.op, train_op], summary_op, graph)
            self._summarize = graph.function([summary_op], shared)
        self._batch = graph.batch
        self._step = graph.function([spec.loss, train_op, *shared])
        self._global_step = global_step
        # Where the input ends in the midst of a call, this is what is left of it.
        self._last = tf.Variable(0, dtype=spec.loss.dtype, trainable=False)
        # Each is a function of its own, not the same one that is traced again and again.
        self._run = tf.function(lambda *given: self._loop(*given), autograph=False)

    def __call__(
        self, iterator: Any, count: int, until: int, summarize: bool
    ) -> tuple[Any, bytes, bool]:
        """Trains.

        Args:
          iterator: Of a `Dataset`; None where the graph has its input in itself.
          count: How many steps.
          until: The global step to stop at.
          summarize: Whether to compute the summaries of the last step.

        Returns:
          The loss of the last step, its summaries or `b""`, and whether the input has ended. Steps
          end at a loss that is no number, too.
        """
        limits = (tf.constant(count, tf.int64), tf.constant(until, tf.int64))
        try:
            loss, summary = self._run(iterator, *limits, tf.constant(summarize))
        except tf.errors.OutOfRangeError:
            return self._last.numpy(), b"", True
        return loss.numpy(), summary.numpy(), False

    def _loop(self, iterator: Any, count: Tensor, until: Tensor, summarize: Tensor) -> Any:
        def going(done: Tensor, here: Tensor, loss: Tensor, summary: Tensor) -> Tensor:
            return (done < count) & (here < until) & ~tf.math.is_nan(loss)

        def step(done: Tensor, here: Tensor, loss: Tensor, summary: Tensor) -> tuple[Tensor, ...]:
            batch = self._batch(iterator)
            with tf.control_dependencies(batch):  # No replica begins a step that another cannot.
                loss, *shared = self._step(*batch)
            loss = tf.reshape(loss, [])
            self._last.assign(loss)
            with tf.control_dependencies([loss]):
                here, done = tf.cast(self._global_step.read_value(), tf.int64), done + 1
            if self._summarize is not None:
                make = self._summarize
                summary = tf.cond(
                    summarize & ((done >= count) | (here >= until)),
                    lambda: make(*shared)[0],
                    lambda: summary,
                )
            return done, here, loss, summary

        here = tf.cast(self._global_step.read_value(), tf.int64)
        start = (tf.constant(0, tf.int64), here, tf.zeros([], self._last.dtype), tf.constant(""))
        _, _, loss, summary = tf.while_loop(going, step, start, parallel_iterations=1)
        return loss, summary


class EvalLoop:
    """Updates the metrics of a model by some batches."""

    def __init__(self, graph: ModeGraph) -> None:
        """Takes a graph that evaluates, bound."""
        updates = [update for _, update in graph.spec.eval_metric_ops.values()]
        self.step = graph.function([graph.spec.loss, *(operation_of(each) for each in updates)])
        self._batch = graph.batch
        # Each is a function of its own, not the same one that is traced again and again.
        self._run = tf.function(lambda *given: self._loop(*given), autograph=False)

    def __call__(self, iterator: Any, count: int) -> bool:
        """Updates the metrics by at most `count` batches; says whether the input has ended."""
        try:
            self._run(iterator, tf.constant(count, tf.int64))
        except tf.errors.OutOfRangeError:
            return True
        return False

    def _loop(self, iterator: Any, count: Tensor) -> Tensor:
        def step(done: Tensor) -> tuple[Tensor]:
            with tf.control_dependencies(self.step(*self._batch(iterator))):
                return (done + 1,)

        start = (tf.constant(0, tf.int64),)
        (done,) = tf.while_loop(lambda done: done < count, step, start, parallel_iterations=1)
        return done


def operation_of(thing: Any) -> Any:
    """Returns the operation of a tensor; operations as they are."""
    return thing.op if isinstance(thing, tf.Tensor) else thing


def _shared(main: Iterable[Any], summary: Tensor, graph: ModeGraph) -> list[Tensor]:
    """Returns the tensors that a step computes anyway, of which the summaries are made."""
    known = _reached(main)
    fed = {each.name for each in graph.input.feeds}
    shared: dict[str, Tensor] = {}
    todo, done = [summary.op], set()
    while todo:
        operation = todo.pop()
        if operation.name in done:
            continue
        done.add(operation.name)
        todo += [each for each in operation.control_inputs if each.name not in known]
        for tensor in operation.inputs:
            is_known = tensor.op.name in known and tensor.dtype != tf.resource
            if tensor.name in fed or (is_known and not _is_inside(tensor.op)):
                shared[tensor.name] = tensor
            else:
                todo.append(tensor.op)
    return list(shared.values())


def _is_inside(operation: Any) -> bool:
    """Says whether an operation is inside a loop or a branch of TF1: it has no value outside."""
    context = operation._get_control_flow_context()
    if context is not None and operation.type in _EXITS:  # That is where values leave a loop.
        context = context.outer_context
    return context is not None


def _reached(operations: Iterable[Any]) -> set[str]:
    """Returns the names of all operations that some need, and theirs."""
    todo, names = list(operations), set()
    while todo:
        operation = todo.pop()
        if operation.name not in names:
            names.add(operation.name)
            todo += [each.op for each in operation.inputs]
            todo += operation.control_inputs
    return names
