# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["Reducer", "bucket_by_sequence_length", "group_by_reducer", "group_by_window"]

bucket_by_sequence_length: Any
group_by_reducer: Any
group_by_window: Any

class Reducer(Any): ...
