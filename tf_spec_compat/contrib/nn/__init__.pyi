# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import nth_element as nth_element
from tf_spec_compat.contrib.nn import alpha_dropout_module as alpha_dropout_module
from tf_spec_compat.contrib.nn import cross_entropy as cross_entropy
from tf_spec_compat.contrib.nn import fwd_gradients as fwd_gradients
from tf_spec_compat.contrib.nn import python as python
from tf_spec_compat.contrib.nn import sampling_ops as sampling_ops
from tf_spec_compat.contrib.nn import scaled_softplus_module as scaled_softplus_module
from tf_spec_compat.extras.nn import alpha_dropout as alpha_dropout
from tf_spec_compat.extras.nn import (
    deprecated_flipped_sigmoid_cross_entropy_with_logits as deprecated_flipped_sigmoid_cross_entropy_with_logits,
)
from tf_spec_compat.extras.nn import (
    deprecated_flipped_softmax_cross_entropy_with_logits as deprecated_flipped_softmax_cross_entropy_with_logits,
)
from tf_spec_compat.extras.nn import (
    deprecated_flipped_sparse_softmax_cross_entropy_with_logits as deprecated_flipped_sparse_softmax_cross_entropy_with_logits,
)
from tf_spec_compat.extras.nn import sampled_sparse_softmax_loss as sampled_sparse_softmax_loss
from tf_spec_compat.extras.nn import scaled_softplus as scaled_softplus

__all__ = [
    "alpha_dropout",
    "conv1d_transpose",
    "deprecated_flipped_sigmoid_cross_entropy_with_logits",
    "deprecated_flipped_softmax_cross_entropy_with_logits",
    "deprecated_flipped_sparse_softmax_cross_entropy_with_logits",
    "nth_element",
    "sampled_sparse_softmax_loss",
    "scaled_softplus",
]

conv1d_transpose: Any
