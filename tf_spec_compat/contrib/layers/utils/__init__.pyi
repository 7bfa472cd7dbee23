# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "channel_dimension",
    "collect_named_outputs",
    "constant_value",
    "get_variable_collections",
    "last_dimension",
    "n_positive_integers",
    "smart_cond",
    "static_cond",
    "two_element_tuple",
]

channel_dimension: Any
collect_named_outputs: Any
constant_value: Any
get_variable_collections: Any
last_dimension: Any
n_positive_integers: Any
smart_cond: Any
static_cond: Any
two_element_tuple: Any

def __getattr__(name: str) -> Any: ...
