"""The one summary writer to a folder (`...learn.summary_writer_cache`): TensorFlow's own."""

from __future__ import annotations

from tf_spec_compat._tf import tf1

__all__ = ["SummaryWriterCache", "clear_summary_writers", "get_summary_writer"]

SummaryWriterCache = tf1.summary.FileWriterCache
get_summary_writer = SummaryWriterCache.get
clear_summary_writers = SummaryWriterCache.clear
