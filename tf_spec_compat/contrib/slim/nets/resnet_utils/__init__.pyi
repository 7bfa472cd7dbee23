# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["Block", "conv2d_same", "resnet_arg_scope", "stack_blocks_dense", "subsample"]

conv2d_same: Any
resnet_arg_scope: Any
stack_blocks_dense: Any
subsample: Any

class Block(Any): ...

def __getattr__(name: str) -> Any: ...
