"""The queues that tensorflow-estimator's input functions feed from Python."""

from __future__ import annotations

from tf_spec_compat._tf import bridge  # noqa: F401 - makes tensorflow-estimator importable

from tensorflow_estimator.python.estimator.inputs.queues import feeding_functions  # isort: skip
from tensorflow_estimator.python.estimator.inputs.queues import feeding_queue_runner  # isort: skip

__all__ = ["FeedingQueueRunner", "enqueue_data"]

FeedingQueueRunner = feeding_queue_runner._FeedingQueueRunner
enqueue_data = feeding_functions._enqueue_data
