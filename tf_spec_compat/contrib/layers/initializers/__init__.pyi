# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["variance_scaling_initializer", "xavier_initializer", "xavier_initializer_conv2d"]

variance_scaling_initializer: Any
xavier_initializer: Any
xavier_initializer_conv2d: Any

def __getattr__(name: str) -> Any: ...
