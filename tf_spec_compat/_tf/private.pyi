# Written by tools/stubs.py; change the tables instead.

from typing import Any

MAX_DIRECTORY_CREATION_ATTEMPTS: Any
as_original_type: Any
as_tensor_list: Any
assign_moving_average: Any
audio_spectrogram: Any
binary_head: Any
broadcast_weights: Any
build_supervised_input_receiver_fn_from_input_fn: Any
checkpoint_management: Any
convolutional_delta_orthogonal: Any
convolutional_orthogonal_1d: Any
convolutional_orthogonal_2d: Any
convolutional_orthogonal_3d: Any
coordinator: Any
create_estimator_spec_train_op: Any
decode_wav: Any
deprecated: Any
deprecated_arg_values: Any
deprecated_args: Any
device_assignment: Any
dtypes: Any
encode_wav: Any
enqueue_data: Any
export_estimator_savedmodel: Any
get_paths: Any
get_temp_export_dir: Any
get_timestamped_export_dir: Any
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
load_and_remap_matrix_initializer: Any
load_embedding_initializer: Any
mfcc: Any
mod_export_version: Any
multi_class_head: Any
negation: Any
one_of_every_n_export_versions: Any
op_def_registry: Any
ops_used_by_graph_def: Any
outfeed_dequeue: Any
outfeed_dequeue_tuple: Any
outfeed_enqueue: Any
outfeed_enqueue_tuple: Any
prepend_name_scope: Any
queue_class: Any
regression_head: Any
remove_squeezable_dimensions: Any
repeat: Any
restore_sparse_tensors: Any
shapes_of: Any
smart_case: Any
smart_cond: Any
smart_constant_value: Any
store_sparse_tensors: Any
strip_name_scope: Any
stripped_op_list_for_graph: Any
tf2: Any
tf_logging: Any
union: Any
validate_keep_input: Any
while_loop: Any
writer: Any
writer_cache: Any

class Barrier(Any): ...
class BoundedTensorSpec(Any): ...
class CategoricalColumn(Any): ...
class DenseColumn(Any): ...
class DenseHashTable(Any): ...
class DeviceAssignment(Any): ...
class FastHashSpec(Any): ...
class FeedingQueueRunner(Any): ...
class HasherSpec(Any): ...
class IdTableWithHashBuckets(Any): ...
class InfeedQueue(Any): ...
class InitializableLookupTableBase(Any): ...
class InitializeClustersHook(Any): ...
class KMeans(Any): ...
class KeyValueTensorInitializer(Any): ...
class LookupInterface(Any): ...
class LossRelativeChangeHook(Any): ...
class MutableHashTable(Any): ...
class PartitionedVariable(Any): ...
class Path(Any): ...
class RecordInput(Any): ...
class SDCAModel(Any): ...
class SavedModelEstimator(Any): ...
class ShardedMutableDenseHashTable(Any): ...
class SparseFeatureColumn(Any): ...
class StaticHashTableV1(Any): ...
class StrongHashSpec(Any): ...
class TableInitializerBase(Any): ...
class TextFileIdTableInitializer(Any): ...
class TextFileIndex(Any): ...
class TextFileInitializer(Any): ...
class TextFileStringTableInitializer(Any): ...
