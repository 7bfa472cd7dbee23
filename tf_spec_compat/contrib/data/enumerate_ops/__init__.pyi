# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["enumerate_dataset"]

enumerate_dataset: Any
