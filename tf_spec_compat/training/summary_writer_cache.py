"""The one summary writer to a folder (`...learn.summary_writer_cache`): TensorFlow's own."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["SummaryWriterCache", "clear_summary_writers", "get_summary_writer"]

SummaryWriterCache = tf1.summary.FileWriterCache
clear_summary_writers = SummaryWriterCache.clear


def get_summary_writer(logdir: str) -> Any:
    """Returns the summary writer to a folder, the same one for each call.

    Deprecated, as in contrib; use `tf.compat.v1.summary.FileWriterCache.get`.
    """
    if not tf.executing_eagerly():
        return SummaryWriterCache.get(logdir)
    with tf.Graph().as_default():  # A writer refuses to be made eagerly, and works all the same.
        return SummaryWriterCache.get(logdir)
