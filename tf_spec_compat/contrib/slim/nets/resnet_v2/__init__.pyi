# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "bottleneck",
    "resnet_v2",
    "resnet_v2_50",
    "resnet_v2_101",
    "resnet_v2_152",
    "resnet_v2_200",
    "resnet_v2_block",
]

bottleneck: Any
resnet_v2: Any
resnet_v2_50: Any
resnet_v2_101: Any
resnet_v2_152: Any
resnet_v2_200: Any
resnet_v2_block: Any

def __getattr__(name: str) -> Any: ...
