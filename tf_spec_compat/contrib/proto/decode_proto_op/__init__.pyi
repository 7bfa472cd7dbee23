# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["decode_proto"]

decode_proto: Any
