# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["InMemoryEvaluatorHook", "make_stop_at_checkpoint_step_hook"]

make_stop_at_checkpoint_step_hook: Any

class InMemoryEvaluatorHook(Any): ...
