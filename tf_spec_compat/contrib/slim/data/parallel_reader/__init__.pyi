# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["ParallelReader", "get_data_files", "parallel_read", "single_pass_read"]

get_data_files: Any
parallel_read: Any
single_pass_read: Any

class ParallelReader(Any): ...

def __getattr__(name: str) -> Any: ...
