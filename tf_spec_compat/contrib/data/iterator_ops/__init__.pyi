# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["make_saveable_from_iterator"]

make_saveable_from_iterator: Any
