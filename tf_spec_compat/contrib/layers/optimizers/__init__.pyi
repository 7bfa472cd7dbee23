# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["OPTIMIZER_CLS_NAMES", "OPTIMIZER_SUMMARIES", "adaptive_clipping_fn", "optimize_loss"]

OPTIMIZER_CLS_NAMES: Any
OPTIMIZER_SUMMARIES: Any
adaptive_clipping_fn: Any
optimize_loss: Any

def __getattr__(name: str) -> Any: ...
