# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "add_gradients_summaries",
    "clip_gradient_norms",
    "create_train_op",
    "multiply_gradients",
    "train",
    "train_step",
]

add_gradients_summaries: Any
clip_gradient_norms: Any
create_train_op: Any
multiply_gradients: Any
train: Any
train_step: Any

def __getattr__(name: str) -> Any: ...
