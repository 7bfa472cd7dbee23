"""`tensorflow.contrib.util`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="TensorFlow 1.15 has no such name there",
    modules={
        "": {
            "_tf.private": "ops_used_by_graph_def stripped_op_list_for_graph",
            "tf": "constant_value=get_static_value make_ndarray make_tensor_proto",
            "contrib": "loader",
        },
        "loader": {"tf": "load_op_library"},
    },
)
