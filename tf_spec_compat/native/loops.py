"""Many steps in one call: loops of TensorFlow over an iterator of a `Dataset`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tf_spec_compat._tf import tf, tf1
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
        self._calls = _Calls(self._loop, tf.int64, tf.int64, tf.bool)

    def over(self, iterator: Any) -> Callable[[int, int, bool], tuple[Any, bytes, int, bool]]:
        """Returns a function that trains.

        Args:
          iterator: Of a `Dataset`; None where the graph has its input in itself.

        Returns:
          A function of how many steps to train, of the global step to stop at, and of whether to
          compute the summaries of the last step. It returns the loss of the last step, its
          summaries or `b""`, the global step, and whether the input has ended. Steps end at a loss
          that is no number, too.
        """
        run = self._calls.over(iterator)

        def train(count: int, until: int, summarize: bool) -> tuple[Any, bytes, int, bool]:
            try:
                loss, summary, here = run(count, until, summarize)
            except tf.errors.OutOfRangeError:
                return self._last.numpy(), b"", int(self._global_step.numpy()), True
            return loss.numpy(), summary.numpy(), int(here), False

        return train

    def _loop(self, iterator: Any, count: Tensor, until: Tensor, summarize: Tensor) -> Any:
        def going(done: Tensor, here: Tensor, loss: Tensor, summary: Tensor) -> Tensor:
            return (done < count) & (here < until) & ~tf.math.is_nan(loss)

        def step(done: Tensor, here: Tensor, loss: Tensor, summary: Tensor) -> tuple[Tensor, ...]:
            batch = self._batch(iterator)
            with _behind(batch):
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
        _, here, loss, summary = tf.while_loop(going, step, start, parallel_iterations=1)
        return loss, summary, here


class EvalLoop:
    """Updates the metrics of a model by some batches."""

    def __init__(self, graph: ModeGraph) -> None:
        """Takes a graph that evaluates, bound."""
        updates = [update for _, update in graph.spec.eval_metric_ops.values()]
        self.step = graph.function([graph.spec.loss, *(operation_of(each) for each in updates)])
        self._batch = graph.batch
        self._calls = _Calls(self._loop, tf.int64)

    def over(self, iterator: Any) -> Callable[[int], bool]:
        """Returns a function that updates the metrics by at most so many batches.

        It says whether the input has ended.
        """
        run = self._calls.over(iterator)

        def update(count: int) -> bool:
            try:
                run(count)
            except tf.errors.OutOfRangeError:
                return True
            return False

        return update

    def _loop(self, iterator: Any, count: Tensor) -> Tensor:
        def step(done: Tensor) -> tuple[Tensor]:
            batch = self._batch(iterator)
            with _behind(batch):
                updated = self.step(*batch)
            with tf.control_dependencies(updated):
                return (done + 1,)

        start = (tf.constant(0, tf.int64),)
        (done,) = tf.while_loop(lambda done: done < count, step, start, parallel_iterations=1)
        return done


def _behind(batch: list[Tensor]) -> Any:
    """Lets all of a step wait for its batch: where the input ends, there is no half a step.

    A call does not wait for its own inputs; what is in the function and needs none would run.
    """
    with tf.control_dependencies(batch):
        return tf.control_dependencies([tf.no_op()])


class _Calls:
    """Calls of a loop: `tf.function` would look at the structure of what it is given each time."""

    def __init__(self, loop: Callable[..., Any], *dtypes: Any) -> None:
        """Takes a function of an iterator and of scalars, and their dtypes."""
        # Each is a function of its own, not the same one that is traced again and again.
        self._function = tf.function(lambda *given: loop(*given), autograph=False)
        self._limits = [tf.TensorSpec([], dtype) for dtype in dtypes]
        self._known: dict[Any, Callable[..., Any]] = {}

    def over(self, iterator: Any) -> Callable[..., Any]:
        """Returns the function of those scalars, for an iterator or for None."""
        spec = None if iterator is None else tf.type_spec_from_value(iterator)
        handles = [] if spec is None else tf.nest.flatten(iterator, expand_composites=True)
        count = len(handles)
        if spec not in self._known:
            traced = self._function.get_concrete_function(spec, *self._limits)

            def run(*given: Tensor) -> Any:
                if spec is None:
                    return traced(None, *given)
                packed = tf.nest.pack_sequence_as(spec, given[:count], expand_composites=True)
                return traced(packed, *given[count:])

            specs = [tf.TensorSpec(each.shape, each.dtype) for each in handles]
            self._known[spec] = tf1.wrap_function(run, [*specs, *self._limits])
        run_flat, limits = self._known[spec], self._limits

        # With an iterator goes what its Dataset is made of: functions of Python, say.
        def call(*given: Any, _alive: Any = iterator) -> Any:
            return run_flat(*handles, *map(tf.constant, given, (each.dtype for each in limits)))

        return call


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
