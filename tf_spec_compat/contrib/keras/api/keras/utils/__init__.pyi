# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "CustomObjectScope",
    "GeneratorEnqueuer",
    "Progbar",
    "Sequence",
    "SequenceEnqueuer",
    "custom_object_scope",
    "deserialize_keras_object",
    "get_custom_objects",
    "get_file",
    "normalize",
    "plot_model",
    "serialize_keras_object",
    "to_categorical",
]

custom_object_scope: Any
deserialize_keras_object: Any
get_custom_objects: Any
get_file: Any
normalize: Any
plot_model: Any
serialize_keras_object: Any
to_categorical: Any

class CustomObjectScope(Any): ...
class GeneratorEnqueuer(Any): ...
class Progbar(Any): ...
class Sequence(Any): ...
class SequenceEnqueuer(Any): ...
