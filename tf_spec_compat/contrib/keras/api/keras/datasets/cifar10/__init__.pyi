# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["load_data"]

load_data: Any
