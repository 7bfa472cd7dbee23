"""Words and categories as numbers (`...learn.preprocessing`)."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "ByteProcessor": ".text",
        "CategoricalProcessor": ".categorical",
        "CategoricalVocabulary": ".categorical_vocabulary",
        "TOKENIZER_RE": ".text",
        "VocabularyProcessor": ".text",
        "categorical": ".categorical:",
        "categorical_vocabulary": ".categorical_vocabulary:",
        "setup_processor_data_feeder": ".categorical",
        "text": ".text:",
        "tokenizer": ".text",
    },
)
