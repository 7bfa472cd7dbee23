# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import (
    quantize_down_and_shrink_range as quantize_down_and_shrink_range,
)
from tf_spec_compat._tf.private import quantized_add as quantized_add
from tf_spec_compat._tf.private import quantized_mat_mul as quantized_mat_mul
from tf_spec_compat._tf.private import quantized_mul as quantized_mul
from tf_spec_compat._tf.private import requantization_range as requantization_range
from tf_spec_compat._tf.private import (
    requantization_range_per_channel as requantization_range_per_channel,
)
from tf_spec_compat._tf.private import requantize as requantize
from tf_spec_compat._tf.private import requantize_per_channel as requantize_per_channel

__all__ = [
    "quantize_down_and_shrink_range",
    "quantized_add",
    "quantized_mat_mul",
    "quantized_mul",
    "requantization_range",
    "requantization_range_per_channel",
    "requantize",
    "requantize_per_channel",
]
