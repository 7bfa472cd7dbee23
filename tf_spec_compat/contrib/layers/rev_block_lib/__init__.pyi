# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["RevBlock", "recompute_grad", "rev_block"]

recompute_grad: Any
rev_block: Any

class RevBlock(Any): ...

def __getattr__(name: str) -> Any: ...
