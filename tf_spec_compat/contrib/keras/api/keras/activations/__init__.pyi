# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "deserialize",
    "elu",
    "get",
    "hard_sigmoid",
    "linear",
    "relu",
    "selu",
    "serialize",
    "sigmoid",
    "softmax",
    "softplus",
    "softsign",
    "tanh",
]

deserialize: Any
elu: Any
get: Any
hard_sigmoid: Any
linear: Any
relu: Any
selu: Any
serialize: Any
sigmoid: Any
softmax: Any
softplus: Any
softsign: Any
tanh: Any
