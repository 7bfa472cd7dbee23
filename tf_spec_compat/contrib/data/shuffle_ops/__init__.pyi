# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["shuffle_and_repeat"]

shuffle_and_repeat: Any
