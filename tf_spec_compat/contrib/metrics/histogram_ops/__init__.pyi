# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["auc_using_histogram"]

auc_using_histogram: Any

def __getattr__(name: str) -> Any: ...
