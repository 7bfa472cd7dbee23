"""Training: the fused loop, and what is done between its calls."""

from __future__ import annotations

import math
import os
import time
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.runtime import unoptimized_functions
from tf_spec_compat.native.hooks import LoopControl
from tf_spec_compat.native.loops import TrainLoop
from tf_spec_compat.native.mode_graph import ModeGraph

__all__ = ["Trainer"]

# A call may take so many seconds: it cannot be interrupted.
_SHORT, _LONG = 0.05, 0.3
_MOST_STEPS = 10_000
_RATE = "global_step/sec"


class Trainer:
    """Trains a model, logs, and writes summaries and checkpoints as `tf.estimator.Estimator`.

    Attributes:
      checkpoint: The last checkpoint that was written, None for none.
      saved: Its global step, or that of one that was there before.
    """

    def __init__(
        self, graph: ModeGraph, global_step: Any, config: Any, folder: str | None, saved: int | None
    ) -> None:
        """Prepares for training.

        Args:
          graph: A graph that trains, bound and initialized.
          global_step: The eager variable.
          config: The `RunConfig`.
          folder: Where summaries and checkpoints go; None writes none.
          saved: The global step of a checkpoint that has all that there is; None for none.
        """
        self._graph, self._global_step, self._folder = graph, global_step, folder
        self._log_steps: int = config.log_step_count_steps or 0
        self._summary_steps: int = (config.save_summary_steps or 0) if folder else 0
        self._save_steps = config.save_checkpoints_steps if folder else None
        self._save_secs = config.save_checkpoints_secs if folder else None
        self.saved = saved
        self._writer: Any = None
        self.checkpoint: str | None = None
        if "train" not in graph.loops:
            graph.loops["train"] = TrainLoop(graph, global_step)
        self._loop: TrainLoop = graph.loops["train"]

    def train(self, iterator: Any, control: LoopControl, steps_per_call: int | None) -> Any:
        """Trains until a limit is reached or the input ends; returns the last loss, None for none.

        Args:
          iterator: Of a `Dataset`, or None.
          control: Where to stop.
          steps_per_call: Steps in a call; None takes as many as need a fraction of a second.

        Raises:
          NanLossDuringTrainingError: If the loss is no number, unless that is to end training.
          ValueError: If there is a limit, and the train op does not count global steps.
        """
        begin = here = int(self._global_step.numpy())
        end = control.stop_at(begin)
        self._open(begin)
        log_at = summary_at = begin + 1
        save_at = begin + self._save_steps if self._save_steps else None
        logged, counted, saved_at = time.time(), None, time.time()
        agreed = self._graph.replicas.agreed
        run = self._loop.over(iterator)
        size, calls, loss, ended = steps_per_call or self._loop.size, 0, None, False
        while not ended and (end is None or here < end):
            marks = [end, save_at]
            marks += [log_at if self._log_steps else None]
            marks += [summary_at if self._summary_steps else None]
            until = min((mark for mark in marks if mark is not None), default=here + _MOST_STEPS)
            count = max(1, min(size, until - here))
            summarize = bool(self._summary_steps) and here + count >= summary_at
            started = time.time()
            before = here
            value, summary, here, ended = run(count, until, summarize)
            now = time.time()
            calls += 1
            if here > before or not ended:
                loss = value
            if here == before and not ended and end is not None and not math.isnan(value):
                raise ValueError(
                    f"The train op does not count global steps: it is {here} still after {count} "
                    f"steps, and training is to end at {end}. Pass global_step="
                    "tf.compat.v1.train.get_global_step() to minimize or optimize_loss, or leave "
                    "out steps and max_steps."
                )
            if loss is not None and math.isnan(loss):
                self._diverged(control.fails_on_nan)
                break
            if steps_per_call is None and calls > 1:
                size = self._loop.size = _next_size(size, count, agreed(now - started))
            if summary:
                self._writer.add_summary(summary, here)
                summary_at = here + self._summary_steps
            if self._log_steps and here >= log_at and not ended:
                if counted is not None:
                    self._count(here, (here - counted[0]) / (now - counted[1]))
                spent = f" ({now - logged:.3f} sec)" if counted is not None else ""
                tf1.logging.info("loss = %s, step = %s%s", loss, here - 1, spent)
                counted, logged = (here, now), now
                log_at = here + self._log_steps
            is_time = self._save_secs and agreed(now - saved_at) >= self._save_secs
            if is_time or (save_at is not None and here >= save_at):
                self.save(here)
                saved_at, save_at = now, save_at and here + (self._save_steps or 0)
        if self._writes_checkpoints and self.saved != here:
            self.save(here)
        if self._writer is not None:
            self._writer.flush()
        tf1.logging.info("Loss for final step: %s.", loss)
        return loss

    @property
    def _writes_checkpoints(self) -> bool:
        return bool(self._save_steps or self._save_secs)

    def _open(self, begin: int) -> None:
        if not self._folder:
            return
        tf.io.gfile.makedirs(self._folder)
        with self._graph.graph.as_default():
            self._writer = tf1.summary.FileWriterCache.get(self._folder)
        if "graph" not in self._graph.loops:
            self._graph.loops["graph"] = True
            self._writer.add_graph(self._graph.graph)
            if self._writes_checkpoints:  # For whoever freezes them, as Estimator's hook writes it.
                _write_text(self._graph.graph, os.path.join(self._folder, "graph.pbtxt"))
        self._writer.add_session_log(tf1.SessionLog(status=tf1.SessionLog.START), begin)
        if self._writes_checkpoints and self.saved != begin:
            self.save(begin)

    def save(self, step: int) -> str:
        """Writes a checkpoint, as that of a global step; returns its path."""
        assert self._folder is not None
        tf.io.gfile.makedirs(self._folder)
        path = os.path.join(self._folder, "model.ckpt")
        tf1.logging.info("Saving checkpoints for %d into %s.", step, path)
        with self._graph.graph.as_default(), silenced_deprecations():
            self._graph.recover_checkpoints(self._folder)
            saver, session = self._graph.scaffold.saver, self._graph.session
            with unoptimized_functions():
                written: str = saver.save(session, path, global_step=step)
        self.checkpoint, self.saved = written, step
        if self._writer is not None:
            log = tf1.SessionLog(status=tf1.SessionLog.CHECKPOINT, checkpoint_path=path)
            self._writer.add_session_log(log, step)
        return written

    def _count(self, here: int, rate: float) -> None:
        tf1.logging.info("%s: %g", _RATE, rate)
        if self._writer is not None:
            value = tf1.Summary.Value(tag=_RATE, simple_value=rate)
            self._writer.add_summary(tf1.Summary(value=[value]), here)

    @staticmethod
    def _diverged(fails: bool) -> None:
        if fails:
            tf1.logging.error("Model diverged with loss = NaN.")
            with silenced_deprecations():
                raise tf1.train.NanLossDuringTrainingError
        tf1.logging.warning("Model diverged with loss = NaN.")


def _write_text(graph: Any, path: str) -> None:
    """Writes a graph as text, as `tf.io.write_graph`, but by protobuf's C, not its Python."""
    with tf.io.gfile.GFile(f"{path}.tmp", "w") as file:
        file.write(str(graph.as_graph_def(add_shapes=True)))
    tf.io.gfile.rename(f"{path}.tmp", path, overwrite=True)


def _next_size(size: int, done: int, seconds: float) -> int:
    """Returns how many steps to run next, after `done` of `size` needed some seconds."""
    if seconds > _LONG:
        return max(1, done // 2)
    return min(4 * size, _MOST_STEPS) if seconds < _SHORT and done == size else size
