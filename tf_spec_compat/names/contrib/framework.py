"""`tensorflow.contrib.framework`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_TENSOR_UTIL = (
    "assert_scalar_int reduce_sum_n remove_squeezable_dimensions with_same_shape with_shape"
)
_VARIABLES = (
    "VariableDeviceChooser add_model_variable assert_global_step assert_or_get_global_step "
    "assign_from_checkpoint assign_from_checkpoint_fn assign_from_values assign_from_values_fn "
    "create_global_step filter_variables get_global_step get_local_variables get_model_variables "
    "get_or_create_global_step get_trainable_variables get_unique_variable get_variable_full_name "
    "get_variables get_variables_by_name get_variables_by_suffix get_variables_to_restore "
    "global_variable local_variable model_variable variable"
)
_ARG_SCOPE = "add_arg_scope arg_scope arg_scoped_arguments current_arg_scope has_arg_scope"

TABLE = Table(
    hint="tf.compat.v1.train.get_global_step and tf.train.load_variable are in TensorFlow, "
    "arg_scope in the package tf-slim",
    modules={
        "": {
            "_tf.private": (
                "BoundedTensorSpec RecordInput convolutional_delta_orthogonal "
                "convolutional_orthogonal_1d convolutional_orthogonal_2d "
                "convolutional_orthogonal_3d deprecated deprecated_arg_values deprecated_args "
                "load_and_remap_matrix_initializer load_embedding_initializer prepend_name_scope "
                "smart_case smart_cond smart_constant_value strip_name_scope"
            ),
            "extras.framework.checkpoint_initializers": (
                "load_linear_multiclass_bias_initializer load_variable_slot_initializer"
            ),
            "extras.framework.checkpoint_reader": (
                "init_from_checkpoint list_variables load_checkpoint load_variable"
            ),
            "extras.framework.graph_util": "fuse_op get_placeholders",
            "extras.framework.script_ops": "py_func",
            "extras.framework.tensor_util": _TENSOR_UTIL,
            "extras.framework.variables": "zero_initializer",
            "tf": "TensorSpec argsort is_tensor sort",
            "tf.compat.v1": "assert_scalar convert_to_tensor_or_sparse_tensor",
            "tf.compat.v1.debugging": "assert_same_float_dtype",
            "tf_slim.ops.arg_scope": _ARG_SCOPE,
            "tf_slim.ops.framework_ops": "get_graph_from_inputs get_name_scope",
            "tf_slim.ops.variables": _VARIABLES,
            "contrib": (
                "audio_ops checkpoint_ops checkpoint_utils experimental graph_util nest ops "
                "script_ops sort_ops tensor_util variables"
            ),
        },
        "arg_scope_module": {"tf_slim.ops.arg_scope": _ARG_SCOPE + " arg_scope_func_key"},
        "audio_ops": {"_tf.private": "audio_spectrogram decode_wav encode_wav mfcc"},
        "checkpoint_ops": {
            "_tf.private": "load_and_remap_matrix_initializer load_embedding_initializer",
            "extras.framework.checkpoint_initializers": (
                "load_linear_multiclass_bias_initializer load_variable_slot_initializer"
            ),
        },
        "checkpoint_utils": {
            "extras.framework.checkpoint_reader": (
                "init_from_checkpoint list_variables load_checkpoint load_variable"
            ),
        },
        "experimental": {"extras.framework.experimental": "experimental"},
        "graph_util": {"extras.framework.graph_util": "fuse_op get_placeholders"},
        "nest": {
            "_tf.nest": (
                "assert_same_structure assert_shallow_structure flatten flatten_dict_items "
                "flatten_up_to flatten_with_joined_string_paths flatten_with_tuple_paths "
                "flatten_with_tuple_paths_up_to get_traverse_shallow_structure is_nested "
                "is_sequence is_sequence_or_composite map_structure map_structure_up_to "
                "map_structure_with_paths map_structure_with_tuple_paths "
                "map_structure_with_tuple_paths_up_to pack_sequence_as yield_flat_paths"
            ),
        },
        "ops": {"tf_slim.ops.framework_ops": "get_graph_from_inputs get_name_scope"},
        "script_ops": {"extras.framework.script_ops": "py_func"},
        "sort_ops": {"tf": "argsort sort"},
        "tensor_util": {
            "extras.framework.tensor_util": _TENSOR_UTIL,
            "tf": "is_tensor",
            "tf.compat.v1": "assert_scalar convert_to_tensor_or_sparse_tensor",
            "tf.compat.v1.debugging": "assert_same_float_dtype",
        },
        "variables": {
            "extras.framework.variables": "zero_initializer",
            "tf_slim.ops.variables": _VARIABLES,
        },
    },
    hidden={
        "arg_scope_module": {"tf_slim.ops.arg_scope": "*"},
        "ops": {"tf_slim.ops.framework_ops": "*"},
        "variables": {"tf_slim.ops.variables": "*"},
    },
    gone={
        "CriticalSection": "use tf.CriticalSection",
        "broadcast_to": "use tf.broadcast_to",
        "gen_variable_ops": "use tf.compat.v1.zeros_initializer",
        "prettyprint_ops": "use tf.print",
    },
)
