# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["alexnet_v2", "alexnet_v2_arg_scope", "trunc_normal"]

alexnet_v2: Any
alexnet_v2_arg_scope: Any
trunc_normal: Any

def __getattr__(name: str) -> Any: ...
