"""What a chief does in the background of a training."""

from __future__ import annotations

import threading
import time
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import tf_logging
from tf_spec_compat.training.types import Session

__all__ = ["Services"]

_COUNT_SECS = 120


class Services:
    """A supervisor's standard services: the graph, checkpoints, and the summary `global_step/sec`.

    The supervisor's own threads do not enter its graph, without which TensorFlow 2 takes its
    variables for eager ones.
    """

    def __init__(self, supervisor: Any, session: Session) -> None:
        """Starts nothing yet."""
        self._supervisor, self._session = supervisor, session
        self._counted: tuple[float, int] | None = None
        self._saving = threading.Lock()
        self._is_over = False

    def start(self, save_secs: int) -> None:
        """Starts the threads; a checkpoint is saved at once, unless `save_secs` is 0."""
        supervisor = self._supervisor
        tf_logging.info("Starting standard services.")
        session_log = tf1.SessionLog(status=tf1.SessionLog.START)
        supervisor.summary_writer.add_session_log(session_log, self._step())
        supervisor.loop(_COUNT_SECS, self._count)
        if save_secs:
            supervisor.loop(save_secs, self._save)

    def end(self) -> None:
        """Waits for a checkpoint that is being saved, and lets no other be saved.

        What is saved afterwards is the latest checkpoint. In TF 1.15 the one of the start, when it
        was slow, could be.
        """
        with self._saving:
            self._is_over = True

    def _step(self) -> int:
        return int(self._session.run(self._supervisor.global_step))

    def _save(self) -> None:
        path = self._supervisor.save_path
        with self._saving, self._session.graph.as_default():
            if not self._is_over:
                tf_logging.info("Saving checkpoint to path %s", path)
                self._supervisor.saver.save(self._session, path, global_step=self._step())

    def _count(self) -> None:
        now, step = time.time(), self._step()
        if self._counted is not None:
            rate = (step - self._counted[1]) / max(now - self._counted[0], 1e-9)
            tf_logging.info("global_step/sec: %g", rate)
            value = tf1.Summary.Value(tag="global_step/sec", simple_value=rate)
            self._supervisor.summary_writer.add_summary(tf1.Summary(value=[value]), step)
        self._counted = now, step
