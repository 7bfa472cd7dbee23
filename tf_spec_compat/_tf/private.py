"""All private names of TensorFlow and tensorflow-estimator that other rooms, and contrib, use.

What contrib made public, or stood on, and TensorFlow keeps. Each is imported when it is first asked
for. Modules are handed on as modules where contrib looked functions up when it called them: whoever
replaces one of those, a test for example, replaces it for this package too.
"""

from __future__ import annotations

import importlib
from typing import Any

from tf_spec_compat._tf import bridge
from tf_spec_compat.names import rows

__all__: list[str] = []

# Module -> the names taken from it, `ours=theirs` where the name here is another.
TENSORFLOW = {
    "tensorflow.python": "tf2",
    "tensorflow.core.protobuf.trackable_object_graph_pb2": "TrackableObjectGraph",
    "tensorflow.python.autograph.core.converter": (
        "autograph_ConversionOptions=ConversionOptions autograph_Feature=Feature"
    ),
    "tensorflow.python.autograph.impl.api": (
        "AutoGraphError StackTraceMapper autograph_convert=convert "
        "autograph_do_not_convert=do_not_convert converted_call"
    ),
    "tensorflow.python.autograph.lang.directives": (
        "autograph_set_loop_options=set_loop_options set_element_type"
    ),
    "tensorflow.python.autograph.lang.special_functions": "autograph_stack=stack",
    "tensorflow.python.checkpoint.checkpoint": "capture_dependencies list_objects object_metadata",
    "tensorflow.python.distribute.cross_device_ops": "AllReduceCrossDeviceOps",
    "tensorflow.python.distribute.distribute_config": "DistributeConfig",
    "tensorflow.python.distribute.distribute_coordinator": "run_standard_tensorflow_server",
    "tensorflow.python.distribute.distribute_lib": (
        "UpdateContext get_cross_replica_context require_replica_context"
    ),
    "tensorflow.python.distribute.mirrored_strategy": "all_local_devices",
    "tensorflow.python.distribute.step_fn": "StandardInputStep StandardSingleLossStep Step",
    "tensorflow.python.ops.batch_ops": "batch_function",
    "tensorflow.python.ops.gen_array_ops": "dequantize quantize_v2 quantized_concat",
    "tensorflow.python.ops.gen_batch_ops": "batch_op=batch unbatch_op=unbatch",
    "tensorflow.python.ops.gen_math_ops": (
        "quantize_down_and_shrink_range quantized_add quantized_mat_mul quantized_mul "
        "requantization_range requantization_range_per_channel requantize "
        "requantize_per_channel"
    ),
    "tensorflow.python.ops.gen_nn_ops": (
        "quantized_avg_pool quantized_batch_norm_with_global_normalization quantized_bias_add "
        "quantized_conv2d quantized_conv2d_and_relu quantized_conv2d_and_relu_and_requantize "
        "quantized_conv2d_and_requantize quantized_conv2d_per_channel "
        "quantized_conv2d_with_bias quantized_conv2d_with_bias_and_relu "
        "quantized_conv2d_with_bias_and_relu_and_requantize "
        "quantized_conv2d_with_bias_and_requantize "
        "quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize "
        "quantized_conv2d_with_bias_sum_and_relu "
        "quantized_conv2d_with_bias_sum_and_relu_and_requantize quantized_depthwise_conv2d "
        "quantized_depthwise_conv2d_with_bias quantized_depthwise_conv2d_with_bias_and_relu "
        "quantized_depthwise_conv2d_with_bias_and_relu_and_requantize "
        "quantized_mat_mul_with_bias quantized_mat_mul_with_bias_and_relu "
        "quantized_mat_mul_with_bias_and_relu_and_requantize quantized_max_pool "
        "quantized_relu quantized_relu6 quantized_relu_x"
    ),
    "tensorflow.python.ops.logging_ops": (
        "audio_summary histogram_summary image_summary merge_all_summaries merge_summary "
        "scalar_summary"
    ),
    "tensorflow.python.tools.saved_model_utils": "get_saved_model_tag_sets read_saved_model",
    "tensorflow.python.trackable.base": "Trackable",
    "tensorflow.python.trackable.data_structures": (
        "NoDependency TrackableList=List TrackableMapping=Mapping"
    ),
    "tensorflow.python.checkpoint": "checkpoint_management",
    "tensorflow.python.client.session": "SessionInterface",
    "tensorflow.python.eager.backprop": (
        "eager_gradients_function=gradients_function eager_implicit_gradients=implicit_grad "
        "eager_implicit_value_and_gradients=implicit_val_and_grad "
        "eager_value_and_gradients_function=val_and_grad_function"
    ),
    "tensorflow.python.eager.context": (
        "ASYNC DEVICE_PLACEMENT_EXPLICIT DEVICE_PLACEMENT_SILENT DEVICE_PLACEMENT_WARN SYNC "
        "eager_async_clear_error=async_clear_error eager_async_wait=async_wait "
        "eager_execution_mode=execution_mode eager_num_gpus=num_gpus "
        "eager_mode eager_set_execution_mode=set_execution_mode eager_set_server_def=set_server_def"
    ),
    "tensorflow.python.feature_column.feature_column": (
        "CategoricalColumn=_CategoricalColumn DenseColumn=_DenseColumn"
    ),
    "tensorflow.python.feature_column.feature_column_v2": (
        "DenseColumnV2=DenseColumn FeatureTransformationCache SequenceDenseColumn StateManager"
    ),
    "tensorflow.python.framework": "op_def_registry",
    "tensorflow.python.framework.meta_graph": "ops_used_by_graph_def stripped_op_list_for_graph",
    "tensorflow.python.framework.ops": (
        "eager_enable_remote_eager_execution=enable_eager_execution_internal eager_run "
        "prepend_name_scope strip_name_scope"
    ),
    "tensorflow.python.framework.indexed_slices": "IndexedSlicesValue",
    "tensorflow.python.framework.smart_cond": "smart_case smart_cond smart_constant_value",
    "tensorflow.python.framework.tensor_spec": "BoundedTensorSpec",
    "tensorflow.python.ops.clustering_ops": (
        "CLUSTERS_VAR_NAME COSINE_DISTANCE KMC2_INIT KMEANS_PLUS_PLUS_INIT KMeans RANDOM_INIT "
        "SQUARED_EUCLIDEAN_DISTANCE"
    ),
    "tensorflow.python.framework.test_util": (
        "eager_run_all_tests_in_graph_and_eager_modes=run_all_in_graph_and_eager_modes "
        "eager_run_test_in_graph_and_eager_modes=run_in_graph_and_eager_modes"
    ),
    "tensorflow.python.ops.confusion_matrix": "remove_squeezable_dimensions",
    "tensorflow.python.ops.data_flow_ops": "Barrier RecordInput StagingArea",
    "tensorflow.python.ops.distributions.beta": "BetaWithSoftplusConcentration",
    "tensorflow.python.ops.distributions.bijector_impl": "Bijector",
    "tensorflow.python.ops.distributions.exponential": "ExponentialWithSoftplusRate",
    "tensorflow.python.ops.distributions.gamma": "GammaWithSoftplusConcentrationRate",
    "tensorflow.python.ops.distributions.identity_bijector": "Identity",
    "tensorflow.python.ops.distributions.laplace": "LaplaceWithSoftplusScale",
    "tensorflow.python.ops.distributions.normal": "NormalWithSoftplusScale",
    "tensorflow.python.ops.distributions.student_t": "StudentTWithAbsDfSoftplusScale",
    "tensorflow.python.ops.distributions.util": (
        "fill_triangular fill_triangular_inverse matrix_diag_transform "
        "reduce_weighted_logsumexp softplus_inverse tridiag"
    ),
    "tensorflow.python.ops.gen_audio_ops": "audio_spectrogram decode_wav encode_wav mfcc",
    "tensorflow.python.ops.gen_tpu_ops": (
        "infeed_enqueue infeed_enqueue_tuple outfeed_dequeue outfeed_dequeue_tuple "
        "outfeed_enqueue outfeed_enqueue_tuple"
    ),
    "tensorflow.python.ops.init_ops": (
        "convolutional_delta_orthogonal convolutional_orthogonal_1d "
        "convolutional_orthogonal_2d convolutional_orthogonal_3d"
    ),
    "tensorflow.python.ops.lookup_ops": (
        "DenseHashTable FastHashSpec HasherSpec IdTableWithHashBuckets "
        "InitializableLookupTableBase KeyValueTensorInitializer LookupInterface "
        "MutableHashTable StaticHashTableV1 StrongHashSpec TableInitializerBase "
        "TextFileIdTableInitializer TextFileIndex TextFileInitializer "
        "TextFileStringTableInitializer index_table_from_file index_table_from_tensor "
        "index_to_string_table_from_file index_to_string_table_from_tensor"
    ),
    "tensorflow.python.ops.nn_ops": "nth_element",
    "tensorflow.python.ops.resource_variable_ops": (
        "UninitializedVariable eager_Variable=ResourceVariable"
    ),
    "tensorflow.python.ops.summary_ops_v2": (
        "summary_SummaryWriter=SummaryWriter "
        "summary_always_record_summaries=always_record_summaries summary_audio=audio "
        "summary_create_file_writer=create_file_writer "
        "summary_create_summary_file_writer=create_summary_file_writer "
        "summary_eval_dir=eval_dir summary_flush=flush summary_generic=generic "
        "summary_graph_v1=graph_v1 summary_histogram=histogram summary_image=image "
        "summary_import_event=import_event "
        "summary_never_record_summaries=never_record_summaries "
        "summary_record_summaries_every_n_global_steps=record_summaries_every_n_global_steps "
        "summary_scalar=scalar summary_should_record_summaries=should_record_summaries "
        "summary_summary_writer_initializer_op=summary_writer_initializer_op"
    ),
    "tensorflow.python.ops.template": "eager_make_template=make_template_internal",
    "tensorflow.python.ops.variable_scope": "eager_EagerVariableStore=EagerVariableStore",
    "tensorflow.python.ops.variables": "PartitionedVariable",
    "tensorflow.python.ops.weights_broadcast_ops": "broadcast_weights",
    "tensorflow.python.platform": "gfile tf_logging",
    "tensorflow.python.saved_model.model_utils.export_utils": (
        "MAX_DIRECTORY_CREATION_ATTEMPTS core_signature_defs=build_all_signature_defs "
        "get_temp_export_dir get_timestamped_export_dir"
    ),
    "tensorflow.python.summary.writer": "writer writer_cache",
    "tensorflow.python.tpu.device_assignment": "DeviceAssignment device_assignment",
    "tensorflow.python.tpu.ops.tpu_ops": "infeed_dequeue infeed_dequeue_tuple",
    "tensorflow.python.tpu.tpu_feed": "InfeedQueue",
    "tensorflow.python.tpu.tpu_function": (
        "TpuContext get_tpu_context on_device_training_loop tpu_shard_context"
    ),
    "tensorflow.python.tpu.training_loop": "repeat while_loop",
    "tensorflow.python.trackable.autotrackable": "AutoTrackable",
    "tensorflow.python.training": (
        "basic_session_run_hooks coordinator monitored_session server_lib tf_saver=saver "
        "tf_supervisor=supervisor"
    ),
    "tensorflow.python.ops": "resources",
    "tensorflow.python.training.checkpoint_ops": (
        "load_and_remap_matrix_initializer=_load_and_remap_matrix_initializer "
        "load_embedding_initializer=_load_embedding_initializer"
    ),
    "tensorflow.python.training.input": (
        "as_original_type=_as_original_type as_tensor_list=_as_tensor_list dtypes=_dtypes "
        "queue_class=_which_queue restore_sparse_tensors=_restore_sparse_tensors "
        "shapes_of=_shapes store_sparse_tensors=_store_sparse_tensors "
        "validate_keep_input=_validate_keep_input"
    ),
    "tensorflow.python.training.moving_averages": "assign_moving_average",
    "tensorflow.python.util": "lazy_loader",
    "tensorflow.python.util.deprecation": "deprecated deprecated_arg_values deprecated_args",
}

# The same of tensorflow-estimator, below `tensorflow_estimator.python.estimator`.
ESTIMATOR = {
    "canned.head": (
        "LossSpec SingleHead=_Head accuracy_at_threshold=_accuracy_at_threshold "
        "append_update_ops=_append_update_ops assert_range=_assert_range auc=_auc "
        "binary_head=_binary_logistic_head_with_sigmoid_cross_entropy_loss "
        "call_loss_fn=_call_loss_fn "
        "check_dense_labels=_check_dense_labels_match_logits_and_reshape "
        "classification_output=_classification_output "
        "head_weights=_get_weights_and_check_match_logits "
        "multi_class_head=_multi_class_head_with_softmax_cross_entropy_loss "
        "precision_at_threshold=_precision_at_threshold predictions_mean=_predictions_mean "
        "recall_at_threshold=_recall_at_threshold regression_head=_regression_head "
        "summary_key=_summary_key validate_loss_fn_args=_validate_loss_fn_args"
    ),
    "canned.kmeans": (
        "InitializeClustersHook=_InitializeClustersHook "
        "LossRelativeChangeHook=_LossRelativeChangeHook"
    ),
    "canned.linear_optimizer.python.utils.sdca_ops": (
        "SDCAModel=_SDCAModel SparseFeatureColumn=_SparseFeatureColumn"
    ),
    "canned.linear_optimizer.python.utils.sharded_mutable_dense_hashtable": (
        "ShardedMutableDenseHashTable=_ShardedMutableDenseHashTable"
    ),
    "canned.optimizers": "get_optimizer_instance",
    "canned.saved_model_estimator": "SavedModelEstimator",
    "early_stopping": "read_eval_metrics",
    "estimator": (
        "combine_distributed_scaffold=_combine_distributed_scaffold "
        "write_checkpoint_path_to_summary=_write_checkpoint_path_to_summary "
        "write_dict_to_summary=_write_dict_to_summary"
    ),
    "export.export": "build_supervised_input_receiver_fn_from_input_fn",
    "gc": (
        "Path get_paths=_get_paths largest_export_versions=_largest_export_versions "
        "mod_export_version=_mod_export_version negation=_negation "
        "one_of_every_n_export_versions=_one_of_every_n_export_versions union=_union"
    ),
    "head.base_head": "create_estimator_spec_train_op",
    "head.sequential_head": "SequentialHead=_SequentialHead",
    "inputs.queues.feeding_functions": "enqueue_data=_enqueue_data",
    "inputs.queues.feeding_queue_runner": "FeedingQueueRunner=_FeedingQueueRunner",
    "tpu.tpu_estimator": "export_estimator_savedmodel",
}

# Name -> where TensorFlow has it until the release that moved it.
_EARLIER = {  # 2.13
    "get_cross_replica_context": "tensorflow.python.distribute.distribution_strategy_context",
}

_ESTIMATOR = "tensorflow_estimator.python.estimator."
_homes = {
    **rows(TENSORFLOW),
    **rows({_ESTIMATOR + module: names for module, names in ESTIMATOR.items()}),
}


def __getattr__(name: str) -> Any:
    if name not in _homes:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home, there = _homes[name]
    if home.startswith(_ESTIMATOR):
        bridge.estimator  # noqa: B018 - makes it importable
    module = importlib.import_module(home)
    if name in _EARLIER and not hasattr(module, there):
        module = importlib.import_module(_EARLIER[name])
    if not hasattr(module, there):  # a module that TensorFlow itself has not imported yet
        importlib.import_module(f"{home}.{there}")
    value = globals()[name] = getattr(module, there)
    return value
