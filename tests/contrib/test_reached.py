"""What outside programs import of the packages around learn is there, by its old path."""

import subprocess
import sys
from pathlib import Path

# Legacy module -> names that programs written against TF 1.15 took from it.
REACHED = {
    "data": ["Dataset", "TextLineDataset", "map_and_batch"],
    "framework": ["arg_scope", "filter_variables", "get_global_step", "get_or_create_global_step"],
    "framework.python.framework.checkpoint_utils": ["load_variable"],
    "framework.python.ops.variables": ["create_global_step", "get_global_step", "local_variable"],
    "lookup": [
        "HashTable",
        "MutableHashTable",
        "TextFileStringTableInitializer",
        "string_to_index_table_from_tensor",
    ],
    "predictor": ["from_saved_model"],
    "session_bundle.exporter": ["regression_signature"],
    "session_bundle.manifest_pb2": ["Signature", "Signatures"],
    "tensorboard.plugins.projector": ["ProjectorConfig", "visualize_embeddings"],
    "testing": ["FakeSummaryWriter"],
    "testing.python.framework.util_test": ["latest_events", "simple_values_from_events"],
    "training": ["GreedyLoadBalancingStrategy", "HParams", "byte_size_load_fn"],
    "training.python.training": ["hparam"],
    "training.python.training.hparam": ["HParams"],
    "util": ["make_tensor_proto"],
}

PROGRAM = """
from tf_spec_compat import install
with install():
    import tensorflow as tf
    {imports}
    assert tf.contrib.framework.python.ops.variables.get_global_step is get_global_step
    assert tf.contrib.training.HParams is HParams
    assert tf.contrib.framework.nest.flatten([1, [2]]) == [1, 2]
    assert tf.contrib.tensorboard.plugins.projector.ProjectorConfig is ProjectorConfig
    assert callable(tf.contrib.framework.arg_scope)
"""


def test_names_are_reached():
    """Every one imports in a program that installed the hook, and attributes lead there too."""
    imports = "\n    ".join(
        f"from tensorflow.contrib.{module} import {', '.join(names)}"
        for module, names in REACHED.items()
    )
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(imports=imports)],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
