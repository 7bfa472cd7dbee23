"""Private names of TensorFlow that `tf.contrib.framework` and `tf.contrib.util` made public."""

from __future__ import annotations

from typing import Any

from tensorflow.python.framework.meta_graph import (
    ops_used_by_graph_def,
    stripped_op_list_for_graph,
)
from tensorflow.python.framework.ops import prepend_name_scope, strip_name_scope
from tensorflow.python.framework.smart_cond import smart_case, smart_cond, smart_constant_value
from tensorflow.python.framework.tensor_spec import BoundedTensorSpec
from tensorflow.python.ops.confusion_matrix import remove_squeezable_dimensions
from tensorflow.python.ops.data_flow_ops import RecordInput
from tensorflow.python.ops.gen_audio_ops import audio_spectrogram, decode_wav, encode_wav, mfcc
from tensorflow.python.ops.init_ops import (
    convolutional_delta_orthogonal,
    convolutional_orthogonal_1d,
    convolutional_orthogonal_2d,
    convolutional_orthogonal_3d,
)
from tensorflow.python.training.checkpoint_ops import (
    _load_and_remap_matrix_initializer as load_and_remap_matrix_initializer,
)
from tensorflow.python.training.checkpoint_ops import (
    _load_embedding_initializer as load_embedding_initializer,
)
from tensorflow.python.util import nest
from tensorflow.python.util.deprecation import deprecated, deprecated_arg_values, deprecated_args

__all__ = [
    "BoundedTensorSpec",
    "RecordInput",
    "audio_spectrogram",
    "convolutional_delta_orthogonal",
    "convolutional_orthogonal_1d",
    "convolutional_orthogonal_2d",
    "convolutional_orthogonal_3d",
    "decode_wav",
    "deprecated",
    "deprecated_arg_values",
    "deprecated_args",
    "encode_wav",
    "load_and_remap_matrix_initializer",
    "load_embedding_initializer",
    "mfcc",
    "nest",
    "nest_attribute",
    "ops_used_by_graph_def",
    "prepend_name_scope",
    "remove_squeezable_dimensions",
    "smart_case",
    "smart_cond",
    "smart_constant_value",
    "strip_name_scope",
    "stripped_op_list_for_graph",
]

# Breakpoint: 2.13 dropped the old names of these two.
_NEST = {"is_sequence": "is_nested", "is_sequence_or_composite": "is_nested_or_composite"}


def nest_attribute(name: str) -> Any:
    """Returns what TensorFlow 1.15's `nest` had under `name`."""
    return getattr(nest, name if hasattr(nest, name) else _NEST.get(name, name))
