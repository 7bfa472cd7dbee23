# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["vgg_16", "vgg_19", "vgg_a", "vgg_arg_scope", "vgg_d", "vgg_e"]

vgg_16: Any
vgg_19: Any
vgg_a: Any
vgg_arg_scope: Any
vgg_d: Any
vgg_e: Any

def __getattr__(name: str) -> Any: ...
