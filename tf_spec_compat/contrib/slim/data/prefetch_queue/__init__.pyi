# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["prefetch_queue"]

prefetch_queue: Any

def __getattr__(name: str) -> Any: ...
