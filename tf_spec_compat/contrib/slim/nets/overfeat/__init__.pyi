# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["overfeat", "overfeat_arg_scope", "trunc_normal"]

overfeat: Any
overfeat_arg_scope: Any
trunc_normal: Any

def __getattr__(name: str) -> Any: ...
