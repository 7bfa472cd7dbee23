"""`tensorflow.contrib.framework.nest`: TensorFlow's nests, under the names of TF 1.15."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf.framework import nest_attribute

# ruff: noqa: F822 - the names come from `__getattr__`
__all__ = [
    "assert_same_structure",
    "assert_shallow_structure",
    "flatten",
    "flatten_dict_items",
    "flatten_up_to",
    "flatten_with_joined_string_paths",
    "flatten_with_tuple_paths",
    "flatten_with_tuple_paths_up_to",
    "get_traverse_shallow_structure",
    "is_nested",
    "is_sequence",
    "is_sequence_or_composite",
    "map_structure",
    "map_structure_up_to",
    "map_structure_with_paths",
    "map_structure_with_tuple_paths",
    "map_structure_with_tuple_paths_up_to",
    "pack_sequence_as",
    "yield_flat_paths",
]


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return nest_attribute(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
