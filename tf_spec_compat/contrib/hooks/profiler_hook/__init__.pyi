# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["ProfilerHook"]

class ProfilerHook(Any): ...
