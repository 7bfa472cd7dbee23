# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["rejection_resample"]

rejection_resample: Any
