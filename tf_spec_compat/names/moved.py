"""What moved inside TensorFlow itself, outside contrib; data only."""

from __future__ import annotations

from tf_spec_compat.names.paths import OURS

__all__ = ["INTERNALS", "MOVED", "VIEW_ATTRIBUTES", "moved"]

# Names of TF 1.15's `tf` that `tf.compat.v1` does not have, and the module that each one is.
VIEW_ATTRIBUTES: dict[str, str] = {
    "compiler": "tensorflow.compiler",
    "core": "tensorflow.core",
    "python": "tensorflow.python",
    "pywrap_tensorflow": "tensorflow.python.pywrap_tensorflow",
    "tools": "tensorflow.tools",
}

# Modules outside contrib that programs imported and TensorFlow may lack -> where they live on.
MOVED: dict[str, str] = {
    "tensorflow.examples.tutorials.mnist.input_data": f"{OURS}.learn.datasets.mnist",
    # Until TF 2.15.
    "tensorflow.python.estimator.keras": "tensorflow_estimator.python.estimator.keras_lib",
    "tensorflow.python.estimator": "tensorflow_estimator.python.estimator",
}

_CHECKPOINTS = (
    "CheckpointManager",
    "checkpoint_exists",
    "generate_checkpoint_state_proto",
    "get_checkpoint_mtimes",
    "get_checkpoint_state",
    "latest_checkpoint",
    "remove_checkpoint",
    "update_checkpoint_state",
)
_RNNS = (
    "bidirectional_dynamic_rnn",
    "dynamic_rnn",
    "raw_rnn",
    "static_rnn",
    "static_state_saving_rnn",
)

# Module -> {the name that it had in TF 1.15: where `tf.compat.v1` has it, or with a leading dot
# the module itself}. For the user's modules with the TF1 view, and for tf-slim.
INTERNALS: dict[str, dict[str, str]] = {
    "tensorflow.python.framework.graph_util": {
        "convert_variables_to_constants": "graph_util.convert_variables_to_constants",
    },
    "tensorflow.python.framework.ops": {
        "IndexedSlices": "IndexedSlices",
        "Tensor": "Tensor",
        "convert_to_tensor_or_indexed_slices": "convert_to_tensor_or_indexed_slices",
        "register_tensor_conversion_function": "register_tensor_conversion_function",
    },
    "tensorflow.python.ops.array_ops": {"stack": "stack", "unstack": "unstack"},
    "tensorflow.python.ops.control_flow_ops": {
        "Assert": "Assert",
        "case": "case",
        "cond": "cond",
        "while_loop": "while_loop",
    },
    "tensorflow.python.ops.nn": {name: f"nn.{name}" for name in _RNNS},
    "tensorflow.python.ops.random_ops": {"random_crop": "random_crop"},
    "tensorflow.python.ops.variable_scope": {"variable": "Variable"},
    "tensorflow.python.ops.variables": {
        "VariableV1": "Variable",
        "is_variable_initialized": "is_variable_initialized",
    },
    "tensorflow.python.pywrap_tensorflow": {"NewCheckpointReader": "train.NewCheckpointReader"},
    "tensorflow.python.training.checkpoint_management": {
        name: f"train.{name}" for name in _CHECKPOINTS
    },
    "tensorflow.python.util.nest": {
        "is_sequence": ".is_nested",
        "is_sequence_or_composite": ".is_nested_or_composite",
    },
}


def moved(path: str) -> str:
    """Returns where a module of `MOVED`, or one below it, is now."""
    for old, new in MOVED.items():
        if path == old or path.startswith(old + "."):
            return new + path[len(old) :]
    return path
