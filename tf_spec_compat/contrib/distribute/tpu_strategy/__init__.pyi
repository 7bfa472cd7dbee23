# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["TPUStrategy", "initialize_tpu_system"]

initialize_tpu_system: Any

class TPUStrategy(Any): ...
