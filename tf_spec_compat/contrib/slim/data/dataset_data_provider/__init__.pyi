# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["DatasetDataProvider"]

class DatasetDataProvider(Any): ...

def __getattr__(name: str) -> Any: ...
