# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.deprecations import deprecated as deprecated
from tf_spec_compat.inputs.preprocessing.categorical_vocabulary import (
    CategoricalVocabulary as CategoricalVocabulary,
)
from tf_spec_compat.inputs.preprocessing.text import TOKENIZER_RE as TOKENIZER_RE
from tf_spec_compat.inputs.preprocessing.text import ByteProcessor as ByteProcessor
from tf_spec_compat.inputs.preprocessing.text import VocabularyProcessor as VocabularyProcessor
from tf_spec_compat.inputs.preprocessing.text import tokenizer as tokenizer

__all__ = ["TOKENIZER_RE", "ByteProcessor", "VocabularyProcessor", "tokenizer"]
