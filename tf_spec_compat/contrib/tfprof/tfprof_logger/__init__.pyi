# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["write_op_log"]

write_op_log: Any
