# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.training.summary_writer_cache import (
    clear_summary_writers as clear_summary_writers,
)
from tf_spec_compat.training.summary_writer_cache import get_summary_writer as get_summary_writer

__all__ = ["SummaryWriterCache", "clear_summary_writers", "get_summary_writer"]

class SummaryWriterCache(Any): ...
