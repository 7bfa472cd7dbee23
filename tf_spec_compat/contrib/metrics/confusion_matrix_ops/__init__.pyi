# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["confusion_matrix"]

confusion_matrix: Any
