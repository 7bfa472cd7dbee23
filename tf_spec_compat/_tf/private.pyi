# Written by tools/stubs.py; change the tables instead.

from typing import Any

ASYNC: Any
CLUSTERS_VAR_NAME: Any
COSINE_DISTANCE: Any
DEVICE_PLACEMENT_EXPLICIT: Any
DEVICE_PLACEMENT_SILENT: Any
DEVICE_PLACEMENT_WARN: Any
KMC2_INIT: Any
KMEANS_PLUS_PLUS_INIT: Any
MAX_DIRECTORY_CREATION_ATTEMPTS: Any
RANDOM_INIT: Any
SQUARED_EUCLIDEAN_DISTANCE: Any
SYNC: Any
accuracy_at_threshold: Any
all_local_devices: Any
append_update_ops: Any
as_original_type: Any
as_tensor_list: Any
assert_range: Any
assign_moving_average: Any
auc: Any
audio_spectrogram: Any
audio_summary: Any
autograph_ConversionOptions: Any
autograph_Feature: Any
autograph_convert: Any
autograph_do_not_convert: Any
autograph_set_loop_options: Any
autograph_stack: Any
basic_session_run_hooks: Any
batch_function: Any
batch_op: Any
binary_head: Any
broadcast_weights: Any
build_supervised_input_receiver_fn_from_input_fn: Any
call_loss_fn: Any
capture_dependencies: Any
check_dense_labels: Any
checkpoint_management: Any
classification_output: Any
combine_distributed_scaffold: Any
converted_call: Any
convolutional_delta_orthogonal: Any
convolutional_orthogonal_1d: Any
convolutional_orthogonal_2d: Any
convolutional_orthogonal_3d: Any
coordinator: Any
core_signature_defs: Any
create_estimator_spec_train_op: Any
decode_wav: Any
deprecated: Any
deprecated_arg_values: Any
deprecated_args: Any
dequantize: Any
device_assignment: Any
dtypes: Any
eager_EagerVariableStore: Any
eager_Variable: Any
eager_async_clear_error: Any
eager_async_wait: Any
eager_enable_remote_eager_execution: Any
eager_execution_mode: Any
eager_gradients_function: Any
eager_implicit_gradients: Any
eager_implicit_value_and_gradients: Any
eager_make_template: Any
eager_mode: Any
eager_num_gpus: Any
eager_run: Any
eager_run_all_tests_in_graph_and_eager_modes: Any
eager_run_test_in_graph_and_eager_modes: Any
eager_set_execution_mode: Any
eager_set_server_def: Any
eager_value_and_gradients_function: Any
encode_wav: Any
enqueue_data: Any
export_estimator_savedmodel: Any
fill_triangular: Any
fill_triangular_inverse: Any
get_cross_replica_context: Any
get_optimizer_instance: Any
get_paths: Any
get_saved_model_tag_sets: Any
get_temp_export_dir: Any
get_timestamped_export_dir: Any
get_tpu_context: Any
gfile: Any
head_weights: Any
histogram_summary: Any
image_summary: Any
index_table_from_file: Any
index_table_from_tensor: Any
index_to_string_table_from_file: Any
index_to_string_table_from_tensor: Any
infeed_dequeue: Any
infeed_dequeue_tuple: Any
infeed_enqueue: Any
infeed_enqueue_tuple: Any
largest_export_versions: Any
lazy_loader: Any
list_objects: Any
load_and_remap_matrix_initializer: Any
load_embedding_initializer: Any
matrix_diag_transform: Any
merge_all_summaries: Any
merge_summary: Any
mfcc: Any
mod_export_version: Any
monitored_session: Any
multi_class_head: Any
negation: Any
nth_element: Any
object_metadata: Any
on_device_training_loop: Any
one_of_every_n_export_versions: Any
op_def_registry: Any
ops_used_by_graph_def: Any
outfeed_dequeue: Any
outfeed_dequeue_tuple: Any
outfeed_enqueue: Any
outfeed_enqueue_tuple: Any
precision_at_threshold: Any
predictions_mean: Any
prepend_name_scope: Any
quantize_down_and_shrink_range: Any
quantize_v2: Any
quantized_add: Any
quantized_avg_pool: Any
quantized_batch_norm_with_global_normalization: Any
quantized_bias_add: Any
quantized_concat: Any
quantized_conv2d: Any
quantized_conv2d_and_relu: Any
quantized_conv2d_and_relu_and_requantize: Any
quantized_conv2d_and_requantize: Any
quantized_conv2d_per_channel: Any
quantized_conv2d_with_bias: Any
quantized_conv2d_with_bias_and_relu: Any
quantized_conv2d_with_bias_and_relu_and_requantize: Any
quantized_conv2d_with_bias_and_requantize: Any
quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize: Any
quantized_conv2d_with_bias_sum_and_relu: Any
quantized_conv2d_with_bias_sum_and_relu_and_requantize: Any
quantized_depthwise_conv2d: Any
quantized_depthwise_conv2d_with_bias: Any
quantized_depthwise_conv2d_with_bias_and_relu: Any
quantized_depthwise_conv2d_with_bias_and_relu_and_requantize: Any
quantized_mat_mul: Any
quantized_mat_mul_with_bias: Any
quantized_mat_mul_with_bias_and_relu: Any
quantized_mat_mul_with_bias_and_relu_and_requantize: Any
quantized_max_pool: Any
quantized_mul: Any
quantized_relu: Any
quantized_relu6: Any
quantized_relu_x: Any
queue_class: Any
read_eval_metrics: Any
read_saved_model: Any
recall_at_threshold: Any
reduce_weighted_logsumexp: Any
regression_head: Any
remove_squeezable_dimensions: Any
repeat: Any
requantization_range: Any
requantization_range_per_channel: Any
requantize: Any
requantize_per_channel: Any
require_replica_context: Any
resources: Any
restore_sparse_tensors: Any
run_standard_tensorflow_server: Any
scalar_summary: Any
server_lib: Any
set_element_type: Any
shapes_of: Any
smart_case: Any
smart_cond: Any
smart_constant_value: Any
softplus_inverse: Any
store_sparse_tensors: Any
strip_name_scope: Any
stripped_op_list_for_graph: Any
summary_SummaryWriter: Any
summary_always_record_summaries: Any
summary_audio: Any
summary_create_file_writer: Any
summary_create_summary_file_writer: Any
summary_eval_dir: Any
summary_flush: Any
summary_generic: Any
summary_graph_v1: Any
summary_histogram: Any
summary_image: Any
summary_import_event: Any
summary_key: Any
summary_never_record_summaries: Any
summary_record_summaries_every_n_global_steps: Any
summary_scalar: Any
summary_should_record_summaries: Any
summary_summary_writer_initializer_op: Any
tf2: Any
tf_logging: Any
tf_saver: Any
tf_supervisor: Any
tpu_shard_context: Any
tridiag: Any
unbatch_op: Any
union: Any
validate_keep_input: Any
validate_loss_fn_args: Any
while_loop: Any
write_checkpoint_path_to_summary: Any
write_dict_to_summary: Any
writer: Any
writer_cache: Any

class AllReduceCrossDeviceOps(Any): ...
class AutoGraphError(Any): ...
class AutoTrackable(Any): ...
class Barrier(Any): ...
class BetaWithSoftplusConcentration(Any): ...
class Bijector(Any): ...
class BoundedTensorSpec(Any): ...
class CategoricalColumn(Any): ...
class DenseColumn(Any): ...
class DenseColumnV2(Any): ...
class DenseHashTable(Any): ...
class DeviceAssignment(Any): ...
class DistributeConfig(Any): ...
class ExponentialWithSoftplusRate(Any): ...
class FastHashSpec(Any): ...
class FeatureTransformationCache(Any): ...
class FeedingQueueRunner(Any): ...
class GammaWithSoftplusConcentrationRate(Any): ...
class HasherSpec(Any): ...
class IdTableWithHashBuckets(Any): ...
class Identity(Any): ...
class IndexedSlicesValue(Any): ...
class InfeedQueue(Any): ...
class InitializableLookupTableBase(Any): ...
class InitializeClustersHook(Any): ...
class KMeans(Any): ...
class KeyValueTensorInitializer(Any): ...
class LaplaceWithSoftplusScale(Any): ...
class LookupInterface(Any): ...
class LossRelativeChangeHook(Any): ...
class LossSpec(Any): ...
class MutableHashTable(Any): ...
class NoDependency(Any): ...
class NormalWithSoftplusScale(Any): ...
class PartitionedVariable(Any): ...
class Path(Any): ...
class RecordInput(Any): ...
class SDCAModel(Any): ...
class SavedModelEstimator(Any): ...
class SequenceDenseColumn(Any): ...
class SequentialHead(Any): ...
class SessionInterface(Any): ...
class ShardedMutableDenseHashTable(Any): ...
class SingleHead(Any): ...
class SparseFeatureColumn(Any): ...
class StackTraceMapper(Any): ...
class StagingArea(Any): ...
class StandardInputStep(Any): ...
class StandardSingleLossStep(Any): ...
class StateManager(Any): ...
class StaticHashTableV1(Any): ...
class Step(Any): ...
class StrongHashSpec(Any): ...
class StudentTWithAbsDfSoftplusScale(Any): ...
class TableInitializerBase(Any): ...
class TextFileIdTableInitializer(Any): ...
class TextFileIndex(Any): ...
class TextFileInitializer(Any): ...
class TextFileStringTableInitializer(Any): ...
class TpuContext(Any): ...
class Trackable(Any): ...
class TrackableList(Any): ...
class TrackableMapping(Any): ...
class TrackableObjectGraph(Any): ...
class UninitializedVariable(Any): ...
class UpdateContext(Any): ...
