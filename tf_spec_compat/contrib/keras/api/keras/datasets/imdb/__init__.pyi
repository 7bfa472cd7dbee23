# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["get_word_index", "load_data"]

get_word_index: Any
load_data: Any
