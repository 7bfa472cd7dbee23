# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "ChiefSessionCreator",
    "MonitoredSession",
    "Scaffold",
    "SessionCreator",
    "WorkerSessionCreator",
]

class ChiefSessionCreator(Any): ...
class MonitoredSession(Any): ...
class Scaffold(Any): ...
class SessionCreator(Any): ...
class WorkerSessionCreator(Any): ...
