# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["OneDeviceStrategy"]

class OneDeviceStrategy(Any): ...
