# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["get_graph_from_inputs", "get_name_scope"]

get_graph_from_inputs: Any
get_name_scope: Any

def __getattr__(name: str) -> Any: ...
