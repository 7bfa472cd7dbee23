# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "apply_regularization",
    "l1_l2_regularizer",
    "l1_regularizer",
    "l2_regularizer",
    "sum_regularizer",
]

apply_regularization: Any
l1_l2_regularizer: Any
l1_regularizer: Any
l2_regularizer: Any
sum_regularizer: Any

def __getattr__(name: str) -> Any: ...
