"""The names that programs reach, private ones included, with their arguments and defaults.

Runs unchanged under TF 1.15.5 and under this package.
"""

import inspect

from tests.oracle.legacy import bucketization_op as bucketization
from tests.oracle.legacy import embedding_ops as embeddings
from tests.oracle.legacy import feature_column as fc
from tests.oracle.legacy import feature_column_ops as ops
from tests.oracle.legacy import layers, sparse_ops
from tests.oracle.legacy import sparse_feature_cross_op as crossing

from .facts import text

__all__ = ["signatures"]

_SIGNED = {
    fc: (
        "_create_sequence_feature_spec_for_parsing",
        "_embeddings_from_arguments",
        "_get_feature_config",
        "_maybe_restore_from_checkpoint",
        "_real_valued_var_len_column",
        "_reshape_real_valued_tensor",
        "_BucketizedColumn",
        "_CrossedColumn",
        "_EmbeddingColumn",
        "_ScatteredEmbeddingColumn",
        "_SparseColumn",
        "_SparseColumnHashed",
        "_SparseIdLookupConfig",
        "_WeightedSparseColumn",
    ),
    ops: (
        "_create_embedding_lookup",
        "_create_joint_embedding_lookup",
        "_gather_feature_columns",
        "_get_parent_columns",
        "_infer_real_valued_column_for_tensor",
        "_input_from_feature_columns",
        "_maybe_reshape_input_tensor",
    ),
    embeddings: (
        "embedding_lookup_sparse_with_distributed_aggregation",
        "scattered_embedding_lookup",
        "scattered_embedding_lookup_sparse",
    ),
    sparse_ops: ("dense_to_sparse_tensor", "indicators_to_sparse_ids", "sparse_row_envelope"),
    crossing: ("sparse_feature_cross",),
    bucketization: ("bucketize",),
    layers: (
        "bucketized_column",
        "check_feature_columns",
        "create_feature_spec_for_parsing",
        "crossed_column",
        "embedding_column",
        "embedding_lookup_unique",
        "infer_real_valued_columns",
        "input_from_feature_columns",
        "joint_weighted_sum_from_feature_columns",
        "make_place_holder_tensors_for_base_features",
        "one_hot_column",
        "parse_feature_columns_from_examples",
        "parse_feature_columns_from_sequence_examples",
        "real_valued_column",
        "safe_embedding_lookup_sparse",
        "scattered_embedding_column",
        "sequence_input_from_feature_columns",
        "shared_embedding_columns",
        "sparse_column_with_hash_bucket",
        "sparse_column_with_integerized_feature",
        "sparse_column_with_keys",
        "sparse_column_with_vocabulary_file",
        "transform_features",
        "weighted_sparse_column",
        "weighted_sum_from_feature_columns",
    ),
}


def signatures():
    """Gives name -> arguments, with defaults as text."""
    found = {}
    for module, names in _SIGNED.items():
        for name in names:
            made = getattr(module, name)
            made = made.__new__ if inspect.isclass(made) else made
            found[name] = [
                p.name if p.default is p.empty else "%s=%s" % (p.name, text(p.default))
                for p in inspect.signature(made).parameters.values()
            ]
    return found
