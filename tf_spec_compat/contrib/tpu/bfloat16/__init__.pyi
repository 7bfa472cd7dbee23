# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["bfloat16_scope"]

bfloat16_scope: Any
