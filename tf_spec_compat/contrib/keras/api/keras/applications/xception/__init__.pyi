# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["Xception", "decode_predictions", "preprocess_input"]

decode_predictions: Any
preprocess_input: Any

class Xception(Any): ...
