# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.columns.bucketized import bucketized_column as bucketized_column
from tf_spec_compat.columns.crossed import crossed_column as crossed_column
from tf_spec_compat.columns.embedding_factories import embedding_column as embedding_column
from tf_spec_compat.columns.embedding_factories import (
    scattered_embedding_column as scattered_embedding_column,
)
from tf_spec_compat.columns.embedding_factories import (
    shared_embedding_columns as shared_embedding_columns,
)
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
from tf_spec_compat.columns.encoders import bow_encoder as bow_encoder
from tf_spec_compat.columns.encoders import embed_sequence as embed_sequence
from tf_spec_compat.columns.feature_spec import (
    create_feature_spec_for_parsing as create_feature_spec_for_parsing,
)
from tf_spec_compat.columns.feature_spec import (
    make_place_holder_tensors_for_base_features as make_place_holder_tensors_for_base_features,
)
from tf_spec_compat.columns.input_layer import (
    input_from_feature_columns as input_from_feature_columns,
)
from tf_spec_compat.columns.input_layer import (
    sequence_input_from_feature_columns as sequence_input_from_feature_columns,
)
from tf_spec_compat.columns.one_hot import one_hot_column as one_hot_column
from tf_spec_compat.columns.parse import (
    parse_feature_columns_from_examples as parse_feature_columns_from_examples,
)
from tf_spec_compat.columns.parse import (
    parse_feature_columns_from_sequence_examples as parse_feature_columns_from_sequence_examples,
)
from tf_spec_compat.columns.real_valued import (
    infer_real_valued_columns as infer_real_valued_columns,
)
from tf_spec_compat.columns.real_valued import real_valued_column as real_valued_column
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_hash_bucket as sparse_column_with_hash_bucket,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_integerized_feature as sparse_column_with_integerized_feature,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_keys as sparse_column_with_keys,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_vocabulary_file as sparse_column_with_vocabulary_file,
)
from tf_spec_compat.columns.sparse_feature_cross import (
    SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY as SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY,
)
from tf_spec_compat.columns.sparse_feature_cross import sparse_feature_cross as sparse_feature_cross
from tf_spec_compat.columns.target.column import ProblemType as ProblemType
from tf_spec_compat.columns.target.metrics import (
    get_default_binary_metrics_for_eval as get_default_binary_metrics_for_eval,
)
from tf_spec_compat.columns.target.target_column import binary_svm_target as binary_svm_target
from tf_spec_compat.columns.target.target_column import multi_class_target as multi_class_target
from tf_spec_compat.columns.target.target_column import regression_target as regression_target
from tf_spec_compat.columns.transform import check_feature_columns as check_feature_columns
from tf_spec_compat.columns.transform import transform_features as transform_features
from tf_spec_compat.columns.weighted_sparse import weighted_sparse_column as weighted_sparse_column
from tf_spec_compat.columns.weighted_sum import (
    joint_weighted_sum_from_feature_columns as joint_weighted_sum_from_feature_columns,
)
from tf_spec_compat.columns.weighted_sum import (
    weighted_sum_from_feature_columns as weighted_sum_from_feature_columns,
)
from tf_spec_compat.contrib.layers import bucketization_op as bucketization_op
from tf_spec_compat.contrib.layers import embedding_ops as embedding_ops
from tf_spec_compat.contrib.layers import encoders as encoders
from tf_spec_compat.contrib.layers import feature_column as feature_column
from tf_spec_compat.contrib.layers import feature_column_ops as feature_column_ops
from tf_spec_compat.contrib.layers import initializers as initializers
from tf_spec_compat.contrib.layers import layers as layers
from tf_spec_compat.contrib.layers import normalization as normalization
from tf_spec_compat.contrib.layers import optimizers as optimizers
from tf_spec_compat.contrib.layers import python as python
from tf_spec_compat.contrib.layers import regularizers as regularizers
from tf_spec_compat.contrib.layers import rev_block_lib as rev_block_lib
from tf_spec_compat.contrib.layers import sparse_feature_cross_op as sparse_feature_cross_op
from tf_spec_compat.contrib.layers import sparse_ops as sparse_ops
from tf_spec_compat.contrib.layers import summaries as summaries
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

GDN: Any
OPTIMIZER_CLS_NAMES: Any
OPTIMIZER_SUMMARIES: Any
adaptive_clipping_fn: Any
apply_regularization: Any
avg_pool2d: Any
avg_pool3d: Any
batch_norm: Any
bias_add: Any
bucketize: Any
conv1d: Any
conv2d: Any
conv2d_in_plane: Any
conv2d_transpose: Any
conv3d: Any
conv3d_transpose: Any
convolution: Any
convolution1d: Any
convolution2d: Any
convolution2d_in_plane: Any
convolution2d_transpose: Any
convolution3d: Any
convolution3d_transpose: Any
dense_to_sparse: Any
dropout: Any
elu: Any
flatten: Any
fully_connected: Any
gdn: Any
group_norm: Any
images_to_sequence: Any
instance_norm: Any
l1_l2_regularizer: Any
l1_regularizer: Any
l2_regularizer: Any
layer_norm: Any
legacy_fully_connected: Any
legacy_linear: Any
legacy_relu: Any
linear: Any
max_pool2d: Any
max_pool3d: Any
maxout: Any
one_hot_encoding: Any
optimize_loss: Any
pool: Any
recompute_grad: Any
relu: Any
relu6: Any
repeat: Any
rev_block: Any
scale_gradient: Any
separable_conv2d: Any
separable_convolution2d: Any
sequence_to_images: Any
softmax: Any
spatial_softmax: Any
stack: Any
sum_regularizer: Any
summarize_activation: Any
summarize_activations: Any
summarize_biases: Any
summarize_collection: Any
summarize_tensor: Any
summarize_tensors: Any
summarize_variables: Any
summarize_weights: Any
unit_norm: Any
variance_scaling_initializer: Any
xavier_initializer: Any
xavier_initializer_conv2d: Any

class RevBlock(Any): ...
