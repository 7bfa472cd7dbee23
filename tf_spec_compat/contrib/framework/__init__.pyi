# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import BoundedTensorSpec as BoundedTensorSpec
from tf_spec_compat._tf.private import RecordInput as RecordInput
from tf_spec_compat._tf.private import (
    convolutional_delta_orthogonal as convolutional_delta_orthogonal,
)
from tf_spec_compat._tf.private import convolutional_orthogonal_1d as convolutional_orthogonal_1d
from tf_spec_compat._tf.private import convolutional_orthogonal_2d as convolutional_orthogonal_2d
from tf_spec_compat._tf.private import convolutional_orthogonal_3d as convolutional_orthogonal_3d
from tf_spec_compat._tf.private import deprecated as deprecated
from tf_spec_compat._tf.private import deprecated_arg_values as deprecated_arg_values
from tf_spec_compat._tf.private import deprecated_args as deprecated_args
from tf_spec_compat._tf.private import (
    load_and_remap_matrix_initializer as load_and_remap_matrix_initializer,
)
from tf_spec_compat._tf.private import load_embedding_initializer as load_embedding_initializer
from tf_spec_compat._tf.private import prepend_name_scope as prepend_name_scope
from tf_spec_compat._tf.private import smart_case as smart_case
from tf_spec_compat._tf.private import smart_cond as smart_cond
from tf_spec_compat._tf.private import smart_constant_value as smart_constant_value
from tf_spec_compat._tf.private import strip_name_scope as strip_name_scope
from tf_spec_compat.contrib.framework import arg_scope_module as arg_scope_module
from tf_spec_compat.contrib.framework import audio_ops as audio_ops
from tf_spec_compat.contrib.framework import checkpoint_ops as checkpoint_ops
from tf_spec_compat.contrib.framework import checkpoint_utils as checkpoint_utils
from tf_spec_compat.contrib.framework import experimental as experimental
from tf_spec_compat.contrib.framework import graph_util as graph_util
from tf_spec_compat.contrib.framework import nest as nest
from tf_spec_compat.contrib.framework import ops as ops
from tf_spec_compat.contrib.framework import python as python
from tf_spec_compat.contrib.framework import script_ops as script_ops
from tf_spec_compat.contrib.framework import sort_ops as sort_ops
from tf_spec_compat.contrib.framework import tensor_util as tensor_util
from tf_spec_compat.contrib.framework import variables as variables
from tf_spec_compat.extras.framework.checkpoint_initializers import (
    load_linear_multiclass_bias_initializer as load_linear_multiclass_bias_initializer,
)
from tf_spec_compat.extras.framework.checkpoint_initializers import (
    load_variable_slot_initializer as load_variable_slot_initializer,
)
from tf_spec_compat.extras.framework.checkpoint_reader import (
    init_from_checkpoint as init_from_checkpoint,
)
from tf_spec_compat.extras.framework.checkpoint_reader import list_variables as list_variables
from tf_spec_compat.extras.framework.checkpoint_reader import load_checkpoint as load_checkpoint
from tf_spec_compat.extras.framework.checkpoint_reader import load_variable as load_variable
from tf_spec_compat.extras.framework.graph_util import fuse_op as fuse_op
from tf_spec_compat.extras.framework.graph_util import get_placeholders as get_placeholders
from tf_spec_compat.extras.framework.script_ops import py_func as py_func
from tf_spec_compat.extras.framework.tensor_util import assert_scalar_int as assert_scalar_int
from tf_spec_compat.extras.framework.tensor_util import reduce_sum_n as reduce_sum_n
from tf_spec_compat.extras.framework.tensor_util import (
    remove_squeezable_dimensions as remove_squeezable_dimensions,
)
from tf_spec_compat.extras.framework.tensor_util import with_same_shape as with_same_shape
from tf_spec_compat.extras.framework.tensor_util import with_shape as with_shape
from tf_spec_compat.extras.framework.variables import zero_initializer as zero_initializer

__all__ = [
    "BoundedTensorSpec",
    "RecordInput",
    "TensorSpec",
    "VariableDeviceChooser",
    "add_arg_scope",
    "add_model_variable",
    "arg_scope",
    "arg_scoped_arguments",
    "argsort",
    "assert_global_step",
    "assert_or_get_global_step",
    "assert_same_float_dtype",
    "assert_scalar",
    "assert_scalar_int",
    "assign_from_checkpoint",
    "assign_from_checkpoint_fn",
    "assign_from_values",
    "assign_from_values_fn",
    "audio_ops",
    "checkpoint_ops",
    "checkpoint_utils",
    "convert_to_tensor_or_sparse_tensor",
    "convolutional_delta_orthogonal",
    "convolutional_orthogonal_1d",
    "convolutional_orthogonal_2d",
    "convolutional_orthogonal_3d",
    "create_global_step",
    "current_arg_scope",
    "deprecated",
    "deprecated_arg_values",
    "deprecated_args",
    "experimental",
    "filter_variables",
    "fuse_op",
    "get_global_step",
    "get_graph_from_inputs",
    "get_local_variables",
    "get_model_variables",
    "get_name_scope",
    "get_or_create_global_step",
    "get_placeholders",
    "get_trainable_variables",
    "get_unique_variable",
    "get_variable_full_name",
    "get_variables",
    "get_variables_by_name",
    "get_variables_by_suffix",
    "get_variables_to_restore",
    "global_variable",
    "graph_util",
    "has_arg_scope",
    "init_from_checkpoint",
    "is_tensor",
    "list_variables",
    "load_and_remap_matrix_initializer",
    "load_checkpoint",
    "load_embedding_initializer",
    "load_linear_multiclass_bias_initializer",
    "load_variable",
    "load_variable_slot_initializer",
    "local_variable",
    "model_variable",
    "nest",
    "ops",
    "prepend_name_scope",
    "py_func",
    "reduce_sum_n",
    "remove_squeezable_dimensions",
    "script_ops",
    "smart_case",
    "smart_cond",
    "smart_constant_value",
    "sort",
    "sort_ops",
    "strip_name_scope",
    "tensor_util",
    "variable",
    "variables",
    "with_same_shape",
    "with_shape",
    "zero_initializer",
]

add_arg_scope: Any
add_model_variable: Any
arg_scope: Any
arg_scoped_arguments: Any
argsort: Any
assert_global_step: Any
assert_or_get_global_step: Any
assert_same_float_dtype: Any
assert_scalar: Any
assign_from_checkpoint: Any
assign_from_checkpoint_fn: Any
assign_from_values: Any
assign_from_values_fn: Any
convert_to_tensor_or_sparse_tensor: Any
create_global_step: Any
current_arg_scope: Any
filter_variables: Any
get_global_step: Any
get_graph_from_inputs: Any
get_local_variables: Any
get_model_variables: Any
get_name_scope: Any
get_or_create_global_step: Any
get_trainable_variables: Any
get_unique_variable: Any
get_variable_full_name: Any
get_variables: Any
get_variables_by_name: Any
get_variables_by_suffix: Any
get_variables_to_restore: Any
global_variable: Any
has_arg_scope: Any
is_tensor: Any
local_variable: Any
model_variable: Any
sort: Any
variable: Any

class TensorSpec(Any): ...
class VariableDeviceChooser(Any): ...
