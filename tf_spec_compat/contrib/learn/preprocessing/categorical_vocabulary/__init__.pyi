# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.deprecations import deprecated as deprecated
from tf_spec_compat.inputs.preprocessing.categorical_vocabulary import (
    CategoricalVocabulary as CategoricalVocabulary,
)

__all__ = ["CategoricalVocabulary"]
