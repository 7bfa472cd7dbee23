# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["DataProvider"]

class DataProvider(Any): ...

def __getattr__(name: str) -> Any: ...
