# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["L1L2", "Regularizer", "deserialize", "get", "l1", "l1_l2", "l2", "serialize"]

L1L2: Any
deserialize: Any
get: Any
l1: Any
l1_l2: Any
l2: Any
serialize: Any

class Regularizer(Any): ...
