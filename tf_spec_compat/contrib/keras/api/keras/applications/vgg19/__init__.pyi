# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["VGG19", "decode_predictions", "preprocess_input"]

VGG19: Any
decode_predictions: Any
preprocess_input: Any
