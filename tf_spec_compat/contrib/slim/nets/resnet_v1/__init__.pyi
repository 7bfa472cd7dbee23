# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "bottleneck",
    "resnet_v1",
    "resnet_v1_50",
    "resnet_v1_101",
    "resnet_v1_152",
    "resnet_v1_200",
    "resnet_v1_block",
]

bottleneck: Any
resnet_v1: Any
resnet_v1_50: Any
resnet_v1_101: Any
resnet_v1_152: Any
resnet_v1_200: Any
resnet_v1_block: Any

def __getattr__(name: str) -> Any: ...
