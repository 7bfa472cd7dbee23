# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "stateless_multinomial",
    "stateless_random_normal",
    "stateless_random_uniform",
    "stateless_truncated_normal",
]

stateless_multinomial: Any
stateless_random_normal: Any
stateless_random_uniform: Any
stateless_truncated_normal: Any
