# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["inception_v1", "inception_v1_arg_scope", "inception_v1_base", "trunc_normal"]

inception_v1: Any
inception_v1_arg_scope: Any
inception_v1_base: Any
trunc_normal: Any

def __getattr__(name: str) -> Any: ...
