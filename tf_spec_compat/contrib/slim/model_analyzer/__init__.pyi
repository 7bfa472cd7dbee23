# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["analyze_ops", "analyze_vars", "tensor_description"]

analyze_ops: Any
analyze_vars: Any
tensor_description: Any

def __getattr__(name: str) -> Any: ...
