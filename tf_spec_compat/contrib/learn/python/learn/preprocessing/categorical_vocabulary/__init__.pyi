# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.preprocessing.categorical_vocabulary import *
from tf_spec_compat.contrib.learn.preprocessing.categorical_vocabulary import (
    deprecated as deprecated,
)

__all__ = ["CategoricalVocabulary"]
