# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["VGG16", "decode_predictions", "preprocess_input"]

VGG16: Any
decode_predictions: Any
preprocess_input: Any
