"""`tensorflow.contrib.layers`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_PARSE = "parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples"
_SPARSE_FACTORIES = (
    "sparse_column_with_hash_bucket sparse_column_with_integerized_feature "
    "sparse_column_with_keys sparse_column_with_vocabulary_file"
)
_REGULARIZERS = (
    "apply_regularization l1_l2_regularizer l1_regularizer l2_regularizer sum_regularizer"
)
_EMBEDDING_OPS = (
    "embedding_lookup_sparse_with_distributed_aggregation scattered_embedding_lookup "
    "scattered_embedding_lookup_sparse"
)
_LAYERS = (
    "GDN avg_pool2d avg_pool3d batch_norm bias_add conv1d conv2d conv2d_in_plane conv2d_transpose "
    "conv3d conv3d_transpose convolution convolution1d convolution2d convolution2d_in_plane "
    "convolution2d_transpose convolution3d convolution3d_transpose dense_to_sparse dropout elu "
    "flatten fully_connected gdn images_to_sequence layer_norm legacy_fully_connected "
    "legacy_linear legacy_relu linear max_pool2d max_pool3d maxout one_hot_encoding relu relu6 "
    "repeat scale_gradient separable_conv2d separable_convolution2d sequence_to_images softmax "
    "spatial_softmax stack unit_norm"
)
_SUMMARIES = (
    "summarize_activation summarize_activations summarize_collection summarize_tensor "
    "summarize_tensors"
)

TABLE = Table(
    hint="TensorFlow 1.15 has no such name there",
    modules={
        "": {
            "columns.bucketized": "bucketized_column",
            "columns.crossed": "crossed_column",
            "columns.embedding_factories": (
                "embedding_column scattered_embedding_column shared_embedding_columns"
            ),
            "columns.embedding_ops": "embedding_lookup_unique safe_embedding_lookup_sparse",
            "columns.encoders": "bow_encoder embed_sequence",
            "columns.feature_spec": (
                "create_feature_spec_for_parsing make_place_holder_tensors_for_base_features"
            ),
            "columns.input_layer": "input_from_feature_columns sequence_input_from_feature_columns",
            "columns.one_hot": "one_hot_column",
            "columns.parse": _PARSE,
            "columns.real_valued": "infer_real_valued_columns real_valued_column",
            "columns.sparse_factories": _SPARSE_FACTORIES,
            "columns.sparse_feature_cross": "SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY",
            "columns.target.target_column": "multi_class_target regression_target",
            "columns.transform": "check_feature_columns transform_features",
            "columns.weighted_sparse": "weighted_sparse_column",
            "columns.weighted_sum": (
                "joint_weighted_sum_from_feature_columns weighted_sum_from_feature_columns"
            ),
            "tf_slim.layers.initializers": (
                "variance_scaling_initializer xavier_initializer xavier_initializer_conv2d"
            ),
            "tf_slim.layers.layers": _LAYERS,
            "tf_slim.layers.normalization": "group_norm instance_norm",
            "tf_slim.layers.optimizers": "OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES optimize_loss",
            "tf_slim.layers.regularizers": _REGULARIZERS,
            "tf_slim.layers.rev_block_lib": "RevBlock recompute_grad rev_block",
            "tf_slim.layers.summaries": _SUMMARIES,
            "contrib": "feature_column feature_column_ops summaries",
        },
        "bucketization_op": {"tf_slim.layers.bucketization_op": "bucketize"},
        "embedding_ops": {
            "columns.embedding_ops": (
                _EMBEDDING_OPS + " embedding_lookup_unique safe_embedding_lookup_sparse"
            ),
        },
        "encoders": {"columns.encoders": "bow_encoder embed_sequence"},
        "feature_column": {
            "columns.bucketized": "bucketized_column",
            "columns.crossed": "crossed_column",
            "columns.embedding_factories": (
                "embedding_column scattered_embedding_column shared_embedding_columns"
            ),
            "columns.feature_spec": (
                "create_feature_spec_for_parsing make_place_holder_tensors_for_base_features"
            ),
            "columns.one_hot": "one_hot_column",
            "columns.real_valued": "real_valued_column",
            "columns.sparse_factories": _SPARSE_FACTORIES,
            "columns.weighted_sparse": "weighted_sparse_column",
        },
        "feature_column_ops": {
            "columns.input_layer": "input_from_feature_columns sequence_input_from_feature_columns",
            "columns.parse": _PARSE,
            "columns.real_valued": "infer_real_valued_columns",
            "columns.transform": "check_feature_columns transform_features",
            "columns.weighted_sum": (
                "joint_weighted_sum_from_feature_columns weighted_sum_from_feature_columns"
            ),
        },
        "initializers": {
            "tf_slim.layers.initializers": (
                "variance_scaling_initializer xavier_initializer xavier_initializer_conv2d"
            ),
        },
        "layers": {"tf_slim.layers.layers": _LAYERS + " pool"},
        "normalization": {"tf_slim.layers.normalization": "group_norm instance_norm"},
        "optimizers": {
            "tf_slim.layers.optimizers": (
                "OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES adaptive_clipping_fn optimize_loss"
            ),
        },
        "regularizers": {"tf_slim.layers.regularizers": _REGULARIZERS},
        "rev_block_lib": {"tf_slim.layers.rev_block_lib": "RevBlock recompute_grad rev_block"},
        "sparse_feature_cross_op": {
            "columns.sparse_feature_cross": (
                "SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY sparse_feature_cross"
            ),
        },
        "sparse_ops": {
            "tf_slim.layers.sparse_ops": (
                "dense_to_sparse_tensor indicators_to_sparse_ids sparse_row_envelope"
            ),
        },
        "summaries": {
            "tf_slim.layers.summaries": (
                _SUMMARIES + " summarize_biases summarize_variables summarize_weights"
            ),
        },
        "target_column": {
            "columns.target.column": "ProblemType",
            "columns.target.metrics": "get_default_binary_metrics_for_eval",
            "columns.target.target_column": (
                "binary_svm_target multi_class_target regression_target"
            ),
        },
        "utils": {
            "tf_slim.layers.utils": (
                "channel_dimension collect_named_outputs constant_value get_variable_collections "
                "last_dimension n_positive_integers smart_cond static_cond two_element_tuple"
            ),
        },
    },
    hidden={
        "": {
            "columns.embedding_ops": _EMBEDDING_OPS,
            "columns.sparse_feature_cross": "sparse_feature_cross",
            "columns.target.column": "ProblemType",
            "columns.target.metrics": "get_default_binary_metrics_for_eval",
            "columns.target.target_column": "binary_svm_target",
            "tf_slim.layers.bucketization_op": "bucketize",
            "tf_slim.layers.layers": "pool",
            "tf_slim.layers.optimizers": "adaptive_clipping_fn",
            "tf_slim.layers.summaries": "summarize_biases summarize_variables summarize_weights",
        },
        "feature_column": {
            "columns.bucketized": "_BucketizedColumn=BucketizedColumn",
            "columns.column": (
                "_FeatureColumn=FeatureColumn "
                "_LazyBuilderByColumnsToTensor=LazyBuilderByColumnsToTensor"
            ),
            "columns.crossed": "_CrossedColumn=CrossedColumn",
            "columns.embedding": (
                "_EmbeddingColumn=EmbeddingColumn "
                "_ScatteredEmbeddingColumn=ScatteredEmbeddingColumn"
            ),
            "columns.feature_spec": (
                "_create_sequence_feature_spec_for_parsing=create_sequence_feature_spec "
                "_get_feature_config=get_feature_config"
            ),
            "columns.lookup_arguments": (
                "_DeepEmbeddingLookupArguments=DeepEmbeddingLookupArguments "
                "_LinearEmbeddingLookupArguments=LinearEmbeddingLookupArguments "
                "_embeddings_from_arguments=embeddings_from_arguments "
                "_maybe_restore_from_checkpoint=maybe_restore_from_checkpoint"
            ),
            "columns.one_hot": "_OneHotColumn=OneHotColumn",
            "columns.real_valued": (
                "_RealValuedColumn=RealValuedColumn "
                "_reshape_real_valued_tensor=reshape_real_valued_tensor"
            ),
            "columns.real_valued_var_len": (
                "_RealValuedVarLenColumn=RealValuedVarLenColumn "
                "_real_valued_var_len_column=real_valued_var_len_column"
            ),
            "columns.sparse": (
                "_SparseColumn=SparseColumn _SparseColumnHashed=SparseColumnHashed "
                "_SparseColumnIntegerized=SparseColumnIntegerized "
                "_SparseColumnKeys=SparseColumnKeys "
                "_SparseColumnVocabulary=SparseColumnVocabulary "
                "_SparseIdLookupConfig=SparseIdLookupConfig"
            ),
            "columns.weighted_sparse": "_WeightedSparseColumn=WeightedSparseColumn",
        },
        "feature_column_ops": {
            "columns.input_layer": (
                "_FORBIDDEN_SEQUENCE_COLUMNS=FORBIDDEN_SEQUENCE_COLUMNS "
                "_SUPPORTED_SEQUENCE_COLUMNS=SUPPORTED_SEQUENCE_COLUMNS "
                "_input_from_feature_columns=build_input"
            ),
            "columns.real_valued": (
                "_infer_real_valued_column_for_tensor=infer_real_valued_column_for_tensor"
            ),
            "columns.transform": (
                "_Transformer=Transformer _gather_feature_columns=gather_feature_columns "
                "_get_parent_columns=get_parent_columns "
                "_maybe_reshape_input_tensor=maybe_reshape_input_tensor"
            ),
            "columns.weighted_sum": (
                "_create_embedding_lookup=create_embedding_lookup "
                "_create_joint_embedding_lookup=create_joint_embedding_lookup"
            ),
        },
        "initializers": {"tf_slim.layers.initializers": "*"},
        "layers": {"tf_slim.layers.layers": "*"},
        "normalization": {"tf_slim.layers.normalization": "*"},
        "optimizers": {"tf_slim.layers.optimizers": "*"},
        "regularizers": {"tf_slim.layers.regularizers": "*"},
        "rev_block_lib": {"tf_slim.layers.rev_block_lib": "*"},
        "summaries": {"tf_slim.layers.summaries": "*"},
        "target_column": {
            "columns.target.column": "_TargetColumn=TargetColumn",
            "columns.target.losses": (
                "_log_loss_with_two_classes=log_loss_with_two_classes "
                "_mean_squared_loss=mean_squared_loss "
                "_softmax_cross_entropy_loss=softmax_cross_entropy_loss"
            ),
            "columns.target.metrics": (
                "_MetricKeys _accuracy_at_threshold _float_weights_or_none _labels_streaming_mean "
                "_predictions_streaming_mean _run_metrics=run_metrics _streaming_at_threshold "
                "_streaming_auc"
            ),
            "columns.target.target_column": (
                "_BinarySvmTargetColumn _MultiClassTargetColumn _RegressionTargetColumn"
            ),
        },
        "utils": {"tf_slim.layers.utils": "*"},
    },
    gone={
        "ops": "sparse_feature_cross is in tensorflow.contrib.layers.python.layers",
        "ops.gen_sparse_feature_cross_op": (
            "sparse_feature_cross is in "
            "tensorflow.contrib.layers.python.ops.sparse_feature_cross_op"
        ),
    },
)
