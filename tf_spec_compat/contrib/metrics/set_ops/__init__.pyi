# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["set_difference", "set_intersection", "set_size", "set_union"]

set_difference: Any
set_intersection: Any
set_size: Any
set_union: Any
