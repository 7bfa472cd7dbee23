"""Training a graph."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from tf_spec_compat._tf import checkpoints, silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import tf_logging, tf_saver, tf_supervisor
from tf_spec_compat.model.types import Operation, Tensor
from tf_spec_compat.training.graph_actions.common import deprecated_action, global_step
from tf_spec_compat.training.graph_actions.services import Services
from tf_spec_compat.training.monitors.base import as_graph_element
from tf_spec_compat.training.monitors.control import NanLossDuringTrainingError
from tf_spec_compat.training.monitors.reports import get_default_monitors
from tf_spec_compat.training.summary_writer_cache import get_summary_writer
from tf_spec_compat.training.types import Graph, Session

__all__ = ["train"]


@deprecated_action
def train(
    graph: Graph,
    output_dir: str,
    train_op: Operation,
    loss_op: Tensor,
    global_step_tensor: Tensor = None,
    init_op: Any = None,
    init_feed_dict: Mapping[Any, Any] | None = None,
    init_fn: Callable[[Any], None] | None = None,
    log_every_steps: int = 10,
    supervisor_is_chief: bool = True,
    supervisor_master: str = "",
    supervisor_save_model_secs: int = 600,
    keep_checkpoint_max: int = 5,
    supervisor_save_summaries_steps: int = 100,
    feed_fn: Callable[[], Mapping[Any, Any]] | None = None,
    steps: int | None = None,
    fail_on_nan_loss: bool = True,
    monitors: Sequence[Any] | None = None,
    max_steps: int | None = None,
) -> Any:
    """Trains a graph from the last checkpoint on, and saves another at the end.

    Args:
      graph: The graph; a `tf.compat.v1.train.Supervisor` finalizes it.
      output_dir: Where checkpoints and summaries are.
      train_op: Run in every step; increments the global step.
      loss_op: The loss.
      global_step_tensor: The global step, the graph's by default.
      init_op: Initializes the variables; all global variables by default.
      init_feed_dict: What to feed to `init_op`.
      init_fn: Called with the session after `init_op`.
      log_every_steps: Steps between logs of the loss.
      supervisor_is_chief: Whether to initialize, save and write summaries.
      supervisor_master: The TensorFlow master to use.
      supervisor_save_model_secs: Seconds between checkpoints.
      keep_checkpoint_max: Checkpoints that are kept.
      supervisor_save_summaries_steps: Steps between summaries.
      feed_fn: Returns what to feed in a step; ends the training with `StopIteration`.
      steps: Steps to make; until the input is exhausted by default. With 0 steps none is made;
        contrib's training never ended.
      fail_on_nan_loss: Whether to raise `NanLossDuringTrainingError` when the loss is not a number.
      monitors: What watches the training; by default the loss is logged and the graph's summaries
        are written.
      max_steps: The global step at which to stop; not together with `steps`.

    Returns:
      The loss of the last step, None if none was made.

    Raises:
      ValueError: There is no `output_dir`, `train_op`, `loss_op` or global step, or both `steps`
        and `max_steps`.
      NanLossDuringTrainingError: The loss is not a number.
    """
    if not output_dir:
        raise ValueError(f"Output directory should be non-empty {output_dir}.")
    if train_op is None:
        raise ValueError("Missing train_op, got None; pass what to run in every step.")
    if loss_op is None:
        raise ValueError("Missing loss_op, got None; pass the tensor of the loss.")
    if steps is not None and max_steps is not None:
        raise ValueError(
            f"Can not provide both steps and max_steps, got {steps} and {max_steps}: steps counts "
            "from the last checkpoint, max_steps from 0."
        )
    with graph.as_default():
        step_tensor = global_step(global_step_tensor, graph)
        if steps is not None:
            max_steps = _saved_step(output_dir, step_tensor) + steps
        writer = get_summary_writer(output_dir) if supervisor_is_chief else None
        if monitors is None:
            monitors = get_default_monitors(
                loss_op=loss_op,
                summary_op=_summary_op(),
                save_summary_steps=supervisor_save_summaries_steps,
                summary_writer=writer,
            )
        if not supervisor_is_chief:
            monitors = [monitor for monitor in monitors if monitor.run_on_all_workers]
        for monitor in monitors:
            monitor.begin(max_steps=max_steps)
        defaults = {"init_op": init_op} if init_op is not None else {}
        with silenced_deprecations():
            supervisor = tf_supervisor.Supervisor(
                graph,
                init_feed_dict=init_feed_dict,
                is_chief=supervisor_is_chief,
                logdir=output_dir,
                saver=tf_saver.Saver(max_to_keep=keep_checkpoint_max),
                global_step=step_tensor,
                summary_op=None,
                summary_writer=writer,
                init_fn=init_fn,
                **defaults,
            )
            session = supervisor.PrepareSession(supervisor_master, start_standard_services=False)
            supervisor.StartQueueRunners(session)
        services = Services(supervisor, session)
        if supervisor_is_chief:
            services.start(supervisor_save_model_secs)
        loop = _Loop(session, train_op, loss_op, step_tensor, monitors, feed_fn)
        with session:
            try:
                loop.run(max_steps, log_every_steps, fail_on_nan_loss)
            finally:
                try:
                    if supervisor_is_chief:
                        services.end()
                        _save(supervisor, session, loop.step)
                finally:
                    supervisor.stop(close_summary_writer=False)
                    for monitor in monitors:
                        monitor.end()
        return loop.loss


class _Loop:
    """The steps of a training."""

    def __init__(
        self,
        session: Session,
        train_op: Operation,
        loss_op: Tensor,
        step_tensor: Tensor,
        monitors: Sequence[Any],
        feed_fn: Callable[[], Mapping[Any, Any]] | None,
    ) -> None:
        self._session, self._step_tensor = session, step_tensor
        self._train_op, self._loss_op = train_op, loss_op
        self._monitors, self._feed_fn = monitors, feed_fn
        self.step = session.run(step_tensor)
        self.loss: Any = None

    def run(self, max_steps: int | None, log_every_steps: int, fail_on_nan: bool) -> None:
        """Makes steps until there are enough, a monitor stops them, or the input ends."""
        tf_logging.info(
            "Training steps [%d,%s)", self.step, "inf" if max_steps is None else max_steps
        )
        logged = self.step
        try:
            while max_steps is None or self.step < max_steps:
                start = time.time()
                feed = self._feed_fn() if self._feed_fn is not None else None
                stop = self._make(feed)
                self.step = self._session.run(self._step_tensor)
                if np.isnan(self.loss):
                    _diverged(fail_on_nan)
                if stop:
                    break
                is_last = max_steps is not None and self.step >= max_steps
                if is_last or self.step - logged >= log_every_steps:
                    logged = self.step
                    tf_logging.info(
                        "training step %d, loss = %.5f (%.3f sec/batch).",
                        self.step,
                        self.loss,
                        time.time() - start,
                    )
        except StopIteration:
            tf_logging.info("Exhausted input iterator.")
        except tf.errors.OutOfRangeError as error:
            tf_logging.warning(
                "Got exception during tf.learn training loop possibly due to exhausted input "
                "queue %s.",
                error,
            )

    def _make(self, feed: Mapping[Any, Any] | None) -> bool:
        """Makes a step; returns whether a monitor says to stop."""
        step = self.step + 1
        # Operations are found under themselves, tensors under their names, as in contrib.
        fetches = {_key(op): op for op in (self._train_op, self._loss_op)}
        for monitor in self._monitors:
            requested = monitor.step_begin(step)
            for wanted in requested or []:
                try:
                    fetches[_key(wanted)] = as_graph_element(wanted)
                except KeyError as error:
                    raise ValueError(
                        f"Fetch argument {wanted!r} cannot be interpreted as a Tensor. ({error}) "
                        f"{type(monitor).__name__} requested it."
                    ) from error
        outputs = self._session.run(fetches, feed)
        self.loss = outputs[self._loss_op.name]
        stops = [monitor.step_end(step, outputs) for monitor in self._monitors]  # calls them all
        return any(stops)


def _key(request: Any) -> Any:
    return request.name if tf.is_tensor(request) else request


def _diverged(fail: bool) -> None:
    message = "Model diverged with loss = NaN."
    if fail:
        tf_logging.error(message)
        raise NanLossDuringTrainingError
    tf_logging.warning(message)


def _saved_step(folder: str, step_tensor: Tensor) -> int:
    """The global step of the last checkpoint in a folder, 0 if there is none."""
    checkpoint = tf1.train.latest_checkpoint(folder)
    if checkpoint is None:
        return 0
    return int(checkpoints.load_variable(checkpoint, step_tensor.op.name))


def _summary_op() -> Any:
    """All summaries of the default graph as one, None if there are none."""
    collected = tf1.get_collection(tf1.GraphKeys.SUMMARY_OP)
    if collected:
        return collected[0]
    merged = tf1.summary.merge_all()
    if merged is not None:
        tf1.add_to_collection(tf1.GraphKeys.SUMMARY_OP, merged)
    return merged


def _save(supervisor: Any, session: Session, step: Any) -> None:
    path = supervisor.save_path
    tf_logging.info("Saving checkpoint for step %d to checkpoint: %s.", step, path)
    supervisor.saver.save(session, path, global_step=step)
