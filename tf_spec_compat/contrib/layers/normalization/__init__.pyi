# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["group_norm", "instance_norm"]

group_norm: Any
instance_norm: Any

def __getattr__(name: str) -> Any: ...
