# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["DataDecoder"]

class DataDecoder(Any): ...

def __getattr__(name: str) -> Any: ...
