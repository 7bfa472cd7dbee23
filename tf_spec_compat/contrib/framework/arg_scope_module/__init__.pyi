# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "add_arg_scope",
    "arg_scope",
    "arg_scope_func_key",
    "arg_scoped_arguments",
    "current_arg_scope",
    "has_arg_scope",
]

add_arg_scope: Any
arg_scope: Any
arg_scope_func_key: Any
arg_scoped_arguments: Any
current_arg_scope: Any
has_arg_scope: Any

def __getattr__(name: str) -> Any: ...
