# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["Dataset"]

class Dataset(Any): ...

def __getattr__(name: str) -> Any: ...
