# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "SGD",
    "Adadelta",
    "Adagrad",
    "Adam",
    "Adamax",
    "Nadam",
    "Optimizer",
    "RMSprop",
    "deserialize",
    "get",
    "serialize",
]

SGD: Any
deserialize: Any
get: Any
serialize: Any

class Adadelta(Any): ...
class Adagrad(Any): ...
class Adam(Any): ...
class Adamax(Any): ...
class Nadam(Any): ...
class Optimizer(Any): ...
class RMSprop(Any): ...
