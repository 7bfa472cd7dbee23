# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.hooks import profiler_hook as profiler_hook
from tf_spec_compat.contrib.hooks import python as python

__all__ = ["ProfilerHook", "profiler_hook"]

class ProfilerHook(Any): ...
