# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "Constraint",
    "MaxNorm",
    "MinMaxNorm",
    "NonNeg",
    "UnitNorm",
    "deserialize",
    "get",
    "max_norm",
    "min_max_norm",
    "non_neg",
    "serialize",
    "unit_norm",
]

deserialize: Any
get: Any
max_norm: Any
min_max_norm: Any
non_neg: Any
serialize: Any
unit_norm: Any

class Constraint(Any): ...
class MaxNorm(Any): ...
class MinMaxNorm(Any): ...
class NonNeg(Any): ...
class UnitNorm(Any): ...
