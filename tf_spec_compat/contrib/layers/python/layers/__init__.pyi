# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers import *
from tf_spec_compat.contrib.layers import ProblemType as ProblemType
from tf_spec_compat.contrib.layers import adaptive_clipping_fn as adaptive_clipping_fn
from tf_spec_compat.contrib.layers import binary_svm_target as binary_svm_target
from tf_spec_compat.contrib.layers import bucketization_op as bucketization_op
from tf_spec_compat.contrib.layers import bucketize as bucketize
from tf_spec_compat.contrib.layers import (
    embedding_lookup_sparse_with_distributed_aggregation as embedding_lookup_sparse_with_distributed_aggregation,
)
from tf_spec_compat.contrib.layers import embedding_ops as embedding_ops
from tf_spec_compat.contrib.layers import encoders as encoders
from tf_spec_compat.contrib.layers import (
    get_default_binary_metrics_for_eval as get_default_binary_metrics_for_eval,
)
from tf_spec_compat.contrib.layers import initializers as initializers
from tf_spec_compat.contrib.layers import layers as layers
from tf_spec_compat.contrib.layers import normalization as normalization
from tf_spec_compat.contrib.layers import optimizers as optimizers
from tf_spec_compat.contrib.layers import pool as pool
from tf_spec_compat.contrib.layers import regularizers as regularizers
from tf_spec_compat.contrib.layers import rev_block_lib as rev_block_lib
from tf_spec_compat.contrib.layers import scattered_embedding_lookup as scattered_embedding_lookup
from tf_spec_compat.contrib.layers import (
    scattered_embedding_lookup_sparse as scattered_embedding_lookup_sparse,
)
from tf_spec_compat.contrib.layers import sparse_feature_cross as sparse_feature_cross
from tf_spec_compat.contrib.layers import sparse_feature_cross_op as sparse_feature_cross_op
from tf_spec_compat.contrib.layers import sparse_ops as sparse_ops
from tf_spec_compat.contrib.layers import summarize_biases as summarize_biases
from tf_spec_compat.contrib.layers import summarize_variables as summarize_variables
from tf_spec_compat.contrib.layers import summarize_weights as summarize_weights
from tf_spec_compat.contrib.layers import target_column as target_column
from tf_spec_compat.contrib.layers import utils as utils

__all__ = [
    "GDN",
    "OPTIMIZER_CLS_NAMES",
    "OPTIMIZER_SUMMARIES",
    "SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY",
    "RevBlock",
    "apply_regularization",
    "avg_pool2d",
    "avg_pool3d",
    "batch_norm",
    "bias_add",
    "bow_encoder",
    "bucketized_column",
    "check_feature_columns",
    "conv1d",
    "conv2d",
    "conv2d_in_plane",
    "conv2d_transpose",
    "conv3d",
    "conv3d_transpose",
    "convolution",
    "convolution1d",
    "convolution2d",
    "convolution2d_in_plane",
    "convolution2d_transpose",
    "convolution3d",
    "convolution3d_transpose",
    "create_feature_spec_for_parsing",
    "crossed_column",
    "dense_to_sparse",
    "dropout",
    "elu",
    "embed_sequence",
    "embedding_column",
    "embedding_lookup_unique",
    "feature_column",
    "feature_column_ops",
    "flatten",
    "fully_connected",
    "gdn",
    "group_norm",
    "images_to_sequence",
    "infer_real_valued_columns",
    "input_from_feature_columns",
    "instance_norm",
    "joint_weighted_sum_from_feature_columns",
    "l1_l2_regularizer",
    "l1_regularizer",
    "l2_regularizer",
    "layer_norm",
    "legacy_fully_connected",
    "legacy_linear",
    "legacy_relu",
    "linear",
    "make_place_holder_tensors_for_base_features",
    "max_pool2d",
    "max_pool3d",
    "maxout",
    "multi_class_target",
    "one_hot_column",
    "one_hot_encoding",
    "optimize_loss",
    "parse_feature_columns_from_examples",
    "parse_feature_columns_from_sequence_examples",
    "real_valued_column",
    "recompute_grad",
    "regression_target",
    "relu",
    "relu6",
    "repeat",
    "rev_block",
    "safe_embedding_lookup_sparse",
    "scale_gradient",
    "scattered_embedding_column",
    "separable_conv2d",
    "separable_convolution2d",
    "sequence_input_from_feature_columns",
    "sequence_to_images",
    "shared_embedding_columns",
    "softmax",
    "sparse_column_with_hash_bucket",
    "sparse_column_with_integerized_feature",
    "sparse_column_with_keys",
    "sparse_column_with_vocabulary_file",
    "spatial_softmax",
    "stack",
    "sum_regularizer",
    "summaries",
    "summarize_activation",
    "summarize_activations",
    "summarize_collection",
    "summarize_tensor",
    "summarize_tensors",
    "transform_features",
    "unit_norm",
    "variance_scaling_initializer",
    "weighted_sparse_column",
    "weighted_sum_from_feature_columns",
    "xavier_initializer",
    "xavier_initializer_conv2d",
]
