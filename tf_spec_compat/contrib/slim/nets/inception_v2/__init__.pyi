# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["inception_v2", "inception_v2_arg_scope", "inception_v2_base", "trunc_normal"]

inception_v2: Any
inception_v2_arg_scope: Any
inception_v2_base: Any
trunc_normal: Any

def __getattr__(name: str) -> Any: ...
