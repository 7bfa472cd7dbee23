# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import (
    load_and_remap_matrix_initializer as load_and_remap_matrix_initializer,
)
from tf_spec_compat._tf.private import load_embedding_initializer as load_embedding_initializer
from tf_spec_compat.extras.framework.checkpoint_initializers import (
    load_linear_multiclass_bias_initializer as load_linear_multiclass_bias_initializer,
)
from tf_spec_compat.extras.framework.checkpoint_initializers import (
    load_variable_slot_initializer as load_variable_slot_initializer,
)

__all__ = [
    "load_and_remap_matrix_initializer",
    "load_embedding_initializer",
    "load_linear_multiclass_bias_initializer",
    "load_variable_slot_initializer",
]
