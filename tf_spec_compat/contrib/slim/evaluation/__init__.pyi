# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "StopAfterNEvalsHook",
    "SummaryAtEndHook",
    "checkpoints_iterator",
    "evaluate_once",
    "evaluation_loop",
    "get_or_create_eval_step",
    "wait_for_new_checkpoint",
]

checkpoints_iterator: Any
evaluate_once: Any
evaluation_loop: Any
get_or_create_eval_step: Any
wait_for_new_checkpoint: Any

class StopAfterNEvalsHook(Any): ...
class SummaryAtEndHook(Any): ...

def __getattr__(name: str) -> Any: ...
