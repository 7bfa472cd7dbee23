# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import ops_used_by_graph_def as ops_used_by_graph_def
from tf_spec_compat._tf.private import stripped_op_list_for_graph as stripped_op_list_for_graph
from tf_spec_compat.contrib.util import loader as loader

__all__ = [
    "constant_value",
    "loader",
    "make_ndarray",
    "make_tensor_proto",
    "ops_used_by_graph_def",
    "stripped_op_list_for_graph",
]

constant_value: Any
make_ndarray: Any
make_tensor_proto: Any
