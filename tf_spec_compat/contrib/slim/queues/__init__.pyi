# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["NestedQueueRunnerError", "QueueRunners"]

class NestedQueueRunnerError(Any): ...
class QueueRunners(Any): ...

def __getattr__(name: str) -> Any: ...
