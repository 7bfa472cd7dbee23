# Written by tools/stubs.py; change the tables instead.

from typing import Any

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

assert_same_structure: Any
assert_shallow_structure: Any
flatten: Any
flatten_dict_items: Any
flatten_up_to: Any
flatten_with_joined_string_paths: Any
flatten_with_tuple_paths: Any
flatten_with_tuple_paths_up_to: Any
get_traverse_shallow_structure: Any
is_nested: Any
is_sequence: Any
is_sequence_or_composite: Any
map_structure: Any
map_structure_up_to: Any
map_structure_with_paths: Any
map_structure_with_tuple_paths: Any
map_structure_with_tuple_paths_up_to: Any
pack_sequence_as: Any
yield_flat_paths: Any
