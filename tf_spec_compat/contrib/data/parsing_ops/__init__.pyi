# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["parse_example_dataset"]

parse_example_dataset: Any
