# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.data import sloppy_interleave as sloppy_interleave

__all__ = [
    "choose_from_datasets",
    "parallel_interleave",
    "sample_from_datasets",
    "sloppy_interleave",
]

choose_from_datasets: Any
parallel_interleave: Any
sample_from_datasets: Any
