"""The modules that writers of summaries are made in, for tests that put another class there."""

from __future__ import annotations

from tensorflow.python.summary.writer import writer, writer_cache

__all__ = ["writer", "writer_cache"]
