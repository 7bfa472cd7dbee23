"""Where hooks have to see every step: each is a call of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import eager_mode
from tf_spec_compat.native.hooks import LoopControl
from tf_spec_compat.native.mode_graph import ModeGraph

__all__ = ["runs_with_hooks", "train_with_hooks"]

_NEVER = 2**62  # steps


class _SessionCreator(tf1.train.SessionCreator):
    """Gives a monitored session what it takes for one."""

    def __init__(self, graph: ModeGraph, open_: Callable[[], None], folder: str | None) -> None:
        self._graph, self._open, self._folder = graph, open_, folder

    def create_session(self) -> Any:
        with eager_mode():
            self._open()
        if self._folder:
            self._graph.recover_checkpoints(self._folder)
        return self._graph.session


def train_with_hooks(
    graph: ModeGraph,
    open_: Callable[[], None],
    iterator_of: Callable[[], Any],
    config: Any,
    folder: str | None,
    control: LoopControl,
) -> None:
    """Trains by TensorFlow's `MonitoredSession` with the hooks that Estimator has, and others.

    Args:
      graph: A graph that trains; not bound, as hooks may add to it.
      open_: Binds and initializes it.
      iterator_of: Returns the iterator of its `Dataset`, or None, once it is open.
      config: The `RunConfig`.
      folder: Where summaries and checkpoints go; None writes none.
      control: Hooks, and where to stop.

    Raises:
      NanLossDuringTrainingError: If the loss is no number, unless that is to end training.
    """
    names = ", ".join(sorted({type(hook).__name__ for hook in control.each_step}))
    tf1.logging.info("Each step is a call of its own, for the hooks that see it: %s.", names)
    spec = graph.spec
    with graph.graph.as_default(), silenced_deprecations():
        hooks = [*_own_hooks(graph, config, folder, control), *control.each_step]
        creator = _SessionCreator(graph, open_, folder)
        with tf1.train.MonitoredSession(creator, hooks) as session:
            with eager_mode():
                iterator = iterator_of()
            loss = None
            while not session.should_stop():
                feed = _feed_of(graph, iterator)
                if feed is None:
                    break
                _, loss = session.run([spec.train_op, spec.loss], feed)
    tf1.logging.info("Loss for final step: %s.", loss)


def runs_with_hooks(
    graph: ModeGraph,
    open_: Callable[[], None],
    iterator_of: Callable[[], Any],
    fetches: Any,
    hooks: Iterable[Any],
) -> Generator[Any, None, None]:
    """Runs what is wanted of a graph for one batch after another, by a `MonitoredSession`.

    Args:
      graph: A graph that evaluates or predicts; not bound, as hooks may add to it.
      open_: Binds and initializes it.
      iterator_of: Returns the iterator of its `Dataset`, or None, once it is open.
      fetches: What to run.
      hooks: Hooks that see each run, and may end them.

    Yields:
      What each run gives, until the input ends or a hook stops.
    """
    with _Session(graph, open_, hooks) as session:
        with eager_mode():
            iterator = iterator_of()
        while not session.should_stop():
            feed = _feed_of(graph, iterator)
            if feed is None:
                return
            yield session.run(fetches, feed)


class _Session:
    """A `MonitoredSession` whose graph is the default one only while something is done in it.

    Between two runs the caller has the default graph, or eager mode, that was there before.
    """

    def __init__(self, graph: ModeGraph, open_: Callable[[], None], hooks: Iterable[Any]) -> None:
        self._graph = graph.graph
        with self._graph.as_default(), silenced_deprecations():
            creator = _SessionCreator(graph, open_, None)
            self._inner = tf1.train.MonitoredSession(creator, list(hooks))

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *error: Any) -> Any:
        with self._graph.as_default():
            return self._inner.__exit__(*error)

    def should_stop(self) -> bool:
        return bool(self._inner.should_stop())

    def run(self, fetches: Any, feed: Any) -> Any:
        with self._graph.as_default():
            return self._inner.run(fetches, feed)


def _feed_of(graph: ModeGraph, iterator: Any) -> dict[Any, Any] | None:
    """Returns what to feed for the next batch; None where there is none left."""
    if iterator is None:
        return {}
    with eager_mode():
        try:
            return dict(zip(graph.input.feeds, graph.batch(iterator)))
        except tf.errors.OutOfRangeError:
            return None


def _own_hooks(
    graph: ModeGraph, config: Any, folder: str | None, control: LoopControl
) -> list[Any]:
    loss, steps = graph.spec.loss, config.log_step_count_steps
    hooks: list[Any] = [tf1.train.NanTensorHook(loss, control.fails_on_nan)]
    if control.steps is not None:
        hooks.append(tf1.train.StopAtStepHook(num_steps=control.steps))
    if control.last_step is not None:
        hooks.append(tf1.train.StopAtStepHook(last_step=control.last_step))
    if steps:
        shown = {"loss": loss, "step": graph.global_step}
        hooks.append(tf1.train.LoggingTensorHook(shown, every_n_iter=steps))
    if not folder:
        return hooks
    if steps:
        hooks.append(tf1.train.StepCounterHook(every_n_steps=steps, output_dir=folder))
    if config.save_summary_steps:
        hooks.append(
            tf1.train.SummarySaverHook(
                config.save_summary_steps, output_dir=folder, scaffold=graph.scaffold
            )
        )
    times = {"save_secs": config.save_checkpoints_secs, "save_steps": config.save_checkpoints_steps}
    has_own = any(isinstance(each, tf1.train.CheckpointSaverHook) for each in control.each_step)
    if graph.replicas.processes > 1 and times["save_secs"]:
        tf1.logging.info(
            "Processes that train together have no common clock for hooks: checkpoints are written "
            "at the beginning and the end of training; set save_checkpoints_steps for more."
        )
        times = {"save_secs": None, "save_steps": _NEVER}
    if any(times.values()) and not has_own:
        hooks.append(tf1.train.CheckpointSaverHook(folder, **times, scaffold=graph.scaffold))
    return hooks
