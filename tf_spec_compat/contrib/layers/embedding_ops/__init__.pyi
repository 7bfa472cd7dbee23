# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.columns.embedding_ops import (
    embedding_lookup_sparse_with_distributed_aggregation as embedding_lookup_sparse_with_distributed_aggregation,
)
from tf_spec_compat.columns.embedding_ops import embedding_lookup_unique as embedding_lookup_unique
from tf_spec_compat.columns.embedding_ops import (
    safe_embedding_lookup_sparse as safe_embedding_lookup_sparse,
)
from tf_spec_compat.columns.embedding_ops import (
    scattered_embedding_lookup as scattered_embedding_lookup,
)
from tf_spec_compat.columns.embedding_ops import (
    scattered_embedding_lookup_sparse as scattered_embedding_lookup_sparse,
)

__all__ = [
    "embedding_lookup_sparse_with_distributed_aggregation",
    "embedding_lookup_unique",
    "safe_embedding_lookup_sparse",
    "scattered_embedding_lookup",
    "scattered_embedding_lookup_sparse",
]
