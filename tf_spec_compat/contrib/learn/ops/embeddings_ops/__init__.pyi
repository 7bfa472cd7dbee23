# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.skflow.embeddings_ops import categorical_variable as categorical_variable
from tf_spec_compat.skflow.embeddings_ops import embedding_lookup as embedding_lookup

__all__ = ["categorical_variable", "embedding_lookup"]
