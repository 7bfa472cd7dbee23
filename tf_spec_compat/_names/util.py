"""`tensorflow.contrib.util`."""

from __future__ import annotations

__all__ = ["ALIASES"]

_PRIVATE = "tf_spec_compat._tf.framework"

ALIASES = {
    "tensorflow.contrib.util": {
        "constant_value": "tf.get_static_value",
        "loader": "tf_spec_compat.contrib.util.loader:",
        "make_ndarray": "tf.make_ndarray",
        "make_tensor_proto": "tf.make_tensor_proto",
        "ops_used_by_graph_def": _PRIVATE,
        "stripped_op_list_for_graph": _PRIVATE,
    },
    "tensorflow.contrib.util.loader": {"load_op_library": "tf.load_op_library"},
}
