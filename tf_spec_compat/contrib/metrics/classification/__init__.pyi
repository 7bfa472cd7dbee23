# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["accuracy", "f1_score"]

accuracy: Any
f1_score: Any

def __getattr__(name: str) -> Any: ...
