# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["copy_to_device", "prefetch_to_device"]

copy_to_device: Any
prefetch_to_device: Any
