# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["inception_v3", "inception_v3_arg_scope", "inception_v3_base", "trunc_normal"]

inception_v3: Any
inception_v3_arg_scope: Any
inception_v3_base: Any
trunc_normal: Any

def __getattr__(name: str) -> Any: ...
