# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["make_sampling_table", "pad_sequences", "skipgrams"]

make_sampling_table: Any
pad_sequences: Any
skipgrams: Any
