# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.preprocessing import categorical as categorical
from tf_spec_compat.contrib.learn.preprocessing import (
    categorical_vocabulary as categorical_vocabulary,
)
from tf_spec_compat.contrib.learn.preprocessing import text as text
from tf_spec_compat.inputs.data_feeder import (
    setup_processor_data_feeder as setup_processor_data_feeder,
)
from tf_spec_compat.inputs.preprocessing.categorical import (
    CategoricalProcessor as CategoricalProcessor,
)
from tf_spec_compat.inputs.preprocessing.categorical_vocabulary import (
    CategoricalVocabulary as CategoricalVocabulary,
)
from tf_spec_compat.inputs.preprocessing.text import TOKENIZER_RE as TOKENIZER_RE
from tf_spec_compat.inputs.preprocessing.text import ByteProcessor as ByteProcessor
from tf_spec_compat.inputs.preprocessing.text import VocabularyProcessor as VocabularyProcessor
from tf_spec_compat.inputs.preprocessing.text import tokenizer as tokenizer

__all__ = [
    "TOKENIZER_RE",
    "ByteProcessor",
    "CategoricalProcessor",
    "CategoricalVocabulary",
    "VocabularyProcessor",
    "categorical",
    "categorical_vocabulary",
    "setup_processor_data_feeder",
    "text",
    "tokenizer",
]
