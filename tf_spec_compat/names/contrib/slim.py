"""`tensorflow.contrib.slim`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_MODULES = (
    "data_decoder=data.data_decoder data_provider=data.data_provider dataset=data.dataset "
    "dataset_data_provider=data.dataset_data_provider parallel_reader=data.parallel_reader "
    "prefetch_queue=data.prefetch_queue tfexample_decoder=data.tfexample_decoder"
)

TABLE = Table(
    hint="install the package tf-slim and import tf_slim",
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
            "columns.parse": (
                "parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples"
            ),
            "columns.real_valued": "infer_real_valued_columns real_valued_column",
            "columns.sparse_factories": (
                "sparse_column_with_hash_bucket sparse_column_with_integerized_feature "
                "sparse_column_with_keys sparse_column_with_vocabulary_file"
            ),
            "columns.sparse_feature_cross": "SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY",
            "columns.target.target_column": "multi_class_target regression_target",
            "columns.transform": "check_feature_columns transform_features",
            "columns.weighted_sparse": "weighted_sparse_column",
            "columns.weighted_sum": (
                "joint_weighted_sum_from_feature_columns weighted_sum_from_feature_columns"
            ),
            "extras.framework.variables": "zero_initializer",
            "tf_slim": "arg_scope_func_key",
            "tf_slim.layers.initializers": (
                "variance_scaling_initializer xavier_initializer xavier_initializer_conv2d"
            ),
            "tf_slim.layers.layers": (
                "GDN avg_pool2d avg_pool3d batch_norm bias_add conv1d conv2d conv2d_in_plane "
                "conv2d_transpose conv3d conv3d_transpose convolution convolution1d convolution2d "
                "convolution2d_in_plane convolution2d_transpose convolution3d "
                "convolution3d_transpose dense_to_sparse dropout elu flatten fully_connected gdn "
                "images_to_sequence layer_norm legacy_fully_connected legacy_linear legacy_relu "
                "linear max_pool2d max_pool3d maxout one_hot_encoding relu relu6 repeat "
                "scale_gradient separable_conv2d separable_convolution2d sequence_to_images "
                "softmax spatial_softmax stack unit_norm"
            ),
            "tf_slim.layers.normalization": "group_norm instance_norm",
            "tf_slim.layers.optimizers": "OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES optimize_loss",
            "tf_slim.layers.regularizers": (
                "apply_regularization l1_l2_regularizer l1_regularizer l2_regularizer "
                "sum_regularizer"
            ),
            "tf_slim.layers.rev_block_lib": "RevBlock recompute_grad rev_block",
            "tf_slim.layers.summaries": (
                "summarize_activation summarize_activations summarize_collection summarize_tensor "
                "summarize_tensors"
            ),
            "tf_slim.ops.arg_scope": (
                "add_arg_scope arg_scope arg_scoped_arguments current_arg_scope has_arg_scope"
            ),
            "tf_slim.ops.variables": (
                "VariableDeviceChooser add_model_variable assert_global_step "
                "assert_or_get_global_step assign_from_checkpoint assign_from_checkpoint_fn "
                "assign_from_values assign_from_values_fn create_global_step filter_variables "
                "get_global_step get_local_variables get_model_variables "
                "get_or_create_global_step get_trainable_variables get_unique_variable "
                "get_variable_full_name get_variables get_variables_by_name "
                "get_variables_by_suffix get_variables_to_restore global_variable local_variable "
                "model_variable variable"
            ),
            "contrib": (
                _MODULES + " data evaluation feature_column=/layers.feature_column "
                "feature_column_ops=/layers.feature_column_ops learning losses=/losses "
                "metrics=/metrics model_analyzer nets queues summaries"
            ),
        },
        "data": {"contrib": _MODULES},
        "data.data_decoder": {"tf_slim.data.data_decoder": "DataDecoder"},
        "data.data_provider": {"tf_slim.data.data_provider": "DataProvider"},
        "data.dataset": {"tf_slim.data.dataset": "Dataset"},
        "data.dataset_data_provider": {"tf_slim.data.dataset_data_provider": "DatasetDataProvider"},
        "data.parallel_reader": {
            "tf_slim.data.parallel_reader": (
                "ParallelReader get_data_files parallel_read single_pass_read"
            ),
        },
        "data.prefetch_queue": {"tf_slim.data.prefetch_queue": "prefetch_queue"},
        "data.tfexample_decoder": {
            "tf_slim.data.tfexample_decoder": (
                "BackupHandler BoundingBox BoundingBoxSequence Image ItemHandler "
                "ItemHandlerCallback KeypointsSequence LookupTensor NumBoxesSequence SparseTensor "
                "TFExampleDecoder TFSequenceExampleDecoder Tensor"
            ),
        },
        "evaluation": {
            "tf_slim.evaluation": (
                "StopAfterNEvalsHook SummaryAtEndHook checkpoints_iterator evaluate_once "
                "evaluation_loop get_or_create_eval_step wait_for_new_checkpoint"
            ),
        },
        "learning": {
            "tf_slim.learning": (
                "add_gradients_summaries clip_gradient_norms create_train_op multiply_gradients "
                "train train_step"
            ),
        },
        "model_analyzer": {"tf_slim.model_analyzer": "analyze_ops analyze_vars tensor_description"},
        "nets": {
            "contrib": (
                "alexnet=nets.alexnet inception=nets.inception inception_v1=nets.inception_v1 "
                "inception_v2=nets.inception_v2 inception_v3=nets.inception_v3 "
                "overfeat=nets.overfeat resnet_utils=nets.resnet_utils resnet_v1=nets.resnet_v1 "
                "resnet_v2=nets.resnet_v2 vgg=nets.vgg"
            ),
        },
        "nets.alexnet": {"tf_slim.nets.alexnet": "alexnet_v2 alexnet_v2_arg_scope trunc_normal"},
        "nets.inception": {},
        "nets.inception_v1": {
            "tf_slim.nets.inception_v1": (
                "inception_v1 inception_v1_arg_scope inception_v1_base trunc_normal"
            ),
        },
        "nets.inception_v2": {
            "tf_slim.nets.inception_v2": (
                "inception_v2 inception_v2_arg_scope inception_v2_base trunc_normal"
            ),
        },
        "nets.inception_v3": {
            "tf_slim.nets.inception_v3": (
                "inception_v3 inception_v3_arg_scope inception_v3_base trunc_normal"
            ),
        },
        "nets.overfeat": {"tf_slim.nets.overfeat": "overfeat overfeat_arg_scope trunc_normal"},
        "nets.resnet_utils": {
            "tf_slim.nets.resnet_utils": (
                "Block conv2d_same resnet_arg_scope stack_blocks_dense subsample"
            ),
        },
        "nets.resnet_v1": {
            "tf_slim.nets.resnet_v1": (
                "bottleneck resnet_v1 resnet_v1_101 resnet_v1_152 resnet_v1_200 resnet_v1_50 "
                "resnet_v1_block"
            ),
        },
        "nets.resnet_v2": {
            "tf_slim.nets.resnet_v2": (
                "bottleneck resnet_v2 resnet_v2_101 resnet_v2_152 resnet_v2_200 resnet_v2_50 "
                "resnet_v2_block"
            ),
        },
        "nets.vgg": {"tf_slim.nets.vgg": "vgg_16 vgg_19 vgg_a vgg_arg_scope vgg_d vgg_e"},
        "queues": {"tf_slim.queues": "NestedQueueRunnerError QueueRunners"},
        "summaries": {
            "tf_slim.summaries": (
                "add_histogram_summaries add_histogram_summary add_image_summaries "
                "add_image_summary add_scalar_summaries add_scalar_summary "
                "add_zero_fraction_summaries add_zero_fraction_summary"
            ),
        },
    },
    hidden={
        "": {
            "columns.embedding_ops": (
                "embedding_lookup_sparse_with_distributed_aggregation scattered_embedding_lookup "
                "scattered_embedding_lookup_sparse"
            ),
            "columns.sparse_feature_cross": "sparse_feature_cross",
            "columns.target.column": "ProblemType",
            "columns.target.metrics": "get_default_binary_metrics_for_eval",
            "columns.target.target_column": "binary_svm_target",
            "tf_slim.layers.bucketization_op": "bucketize",
            "tf_slim.layers.layers": "pool",
            "tf_slim.layers.optimizers": "adaptive_clipping_fn",
            "tf_slim.layers.summaries": "summarize_biases summarize_variables summarize_weights",
            "contrib": "layers=/layers",
        },
        "data.data_decoder": {"tf_slim.data.data_decoder": "*"},
        "data.data_provider": {"tf_slim.data.data_provider": "*"},
        "data.dataset": {"tf_slim.data.dataset": "*"},
        "data.dataset_data_provider": {"tf_slim.data.dataset_data_provider": "*"},
        "data.parallel_reader": {"tf_slim.data.parallel_reader": "*"},
        "data.prefetch_queue": {"tf_slim.data.prefetch_queue": "*"},
        "data.tfexample_decoder": {"tf_slim.data.tfexample_decoder": "*"},
        "evaluation": {"tf_slim.evaluation": "*"},
        "learning": {"tf_slim.learning": "*"},
        "model_analyzer": {"tf_slim.model_analyzer": "*"},
        "nets.alexnet": {"tf_slim.nets.alexnet": "*"},
        "nets.inception": {"tf_slim.nets.inception": "*"},
        "nets.inception_v1": {"tf_slim.nets.inception_v1": "*"},
        "nets.inception_v2": {"tf_slim.nets.inception_v2": "*"},
        "nets.inception_v3": {"tf_slim.nets.inception_v3": "*"},
        "nets.overfeat": {"tf_slim.nets.overfeat": "*"},
        "nets.resnet_utils": {"tf_slim.nets.resnet_utils": "*"},
        "nets.resnet_v1": {"tf_slim.nets.resnet_v1": "*"},
        "nets.resnet_v2": {"tf_slim.nets.resnet_v2": "*"},
        "nets.vgg": {"tf_slim.nets.vgg": "*"},
        "queues": {"tf_slim.queues": "*"},
        "summaries": {"tf_slim.summaries": "*"},
    },
)
