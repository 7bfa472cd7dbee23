"""`tensorflow.contrib.training.python.training.feeding_queue_runner`: tensorflow-estimator's."""

from __future__ import annotations

from tf_spec_compat._tf.feeding import FeedingQueueRunner

__all__ = ["FeedingQueueRunner"]
