# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "batch_parallel",
    "core",
    "initialize_system",
    "outside_compilation",
    "replicate",
    "rewrite",
    "shard",
    "shutdown_system",
]

batch_parallel: Any
core: Any
initialize_system: Any
outside_compilation: Any
replicate: Any
rewrite: Any
shard: Any
shutdown_system: Any
