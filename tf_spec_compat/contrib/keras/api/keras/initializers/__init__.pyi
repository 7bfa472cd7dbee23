# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "Constant",
    "Identity",
    "Initializer",
    "Ones",
    "Orthogonal",
    "RandomNormal",
    "RandomUniform",
    "TruncatedNormal",
    "VarianceScaling",
    "Zeros",
    "deserialize",
    "get",
    "glorot_normal",
    "glorot_uniform",
    "he_normal",
    "he_uniform",
    "lecun_normal",
    "lecun_uniform",
    "serialize",
]

deserialize: Any
get: Any
glorot_normal: Any
glorot_uniform: Any
he_normal: Any
he_uniform: Any
lecun_normal: Any
lecun_uniform: Any
serialize: Any

class Constant(Any): ...
class Identity(Any): ...
class Initializer(Any): ...
class Ones(Any): ...
class Orthogonal(Any): ...
class RandomNormal(Any): ...
class RandomUniform(Any): ...
class TruncatedNormal(Any): ...
class VarianceScaling(Any): ...
class Zeros(Any): ...
