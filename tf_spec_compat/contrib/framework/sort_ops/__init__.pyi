# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["argsort", "sort"]

argsort: Any
sort: Any
