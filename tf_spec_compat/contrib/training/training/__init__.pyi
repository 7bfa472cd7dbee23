# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "add_gradients_summaries",
    "clip_gradient_norms",
    "clip_gradient_norms_fn",
    "create_train_op",
    "multiply_gradients",
    "train",
]

add_gradients_summaries: Any
clip_gradient_norms: Any
clip_gradient_norms_fn: Any
create_train_op: Any
multiply_gradients: Any
train: Any

def __getattr__(name: str) -> Any: ...
