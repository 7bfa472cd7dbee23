# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.preprocessing.text import *
from tf_spec_compat.contrib.learn.preprocessing.text import (
    CategoricalVocabulary as CategoricalVocabulary,
)
from tf_spec_compat.contrib.learn.preprocessing.text import deprecated as deprecated

__all__ = ["TOKENIZER_RE", "ByteProcessor", "VocabularyProcessor", "tokenizer"]
