"""The imports that differ between TF 1.15.5 and this package, for the cases of feature columns."""

try:
    from tensorflow.contrib import layers
    from tensorflow.contrib.layers.python.layers import (
        embedding_ops,
        feature_column,
        feature_column_ops,
    )
    from tensorflow.contrib.layers.python.ops import (
        bucketization_op,
        sparse_feature_cross_op,
        sparse_ops,
    )
except ImportError:
    from tf_spec_compat.contrib.layers import (
        bucketization_op,
        embedding_ops,
        feature_column,
        feature_column_ops,
        sparse_feature_cross_op,
        sparse_ops,
    )

    from tf_spec_compat.contrib import layers

__all__ = [
    "bucketization_op",
    "embedding_ops",
    "feature_column",
    "feature_column_ops",
    "layers",
    "sparse_feature_cross_op",
    "sparse_ops",
]
