# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["Tokenizer", "one_hot", "text_to_word_sequence"]

one_hot: Any
text_to_word_sequence: Any

class Tokenizer(Any): ...
