# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import dequantize as dequantize
from tf_spec_compat._tf.private import (
    quantize_down_and_shrink_range as quantize_down_and_shrink_range,
)
from tf_spec_compat._tf.private import quantize_v2 as quantize_v2
from tf_spec_compat._tf.private import quantized_add as quantized_add
from tf_spec_compat._tf.private import quantized_avg_pool as quantized_avg_pool
from tf_spec_compat._tf.private import (
    quantized_batch_norm_with_global_normalization as quantized_batch_norm_with_global_normalization,
)
from tf_spec_compat._tf.private import quantized_bias_add as quantized_bias_add
from tf_spec_compat._tf.private import quantized_concat as quantized_concat
from tf_spec_compat._tf.private import quantized_conv2d as quantized_conv2d
from tf_spec_compat._tf.private import quantized_conv2d_and_relu as quantized_conv2d_and_relu
from tf_spec_compat._tf.private import (
    quantized_conv2d_and_relu_and_requantize as quantized_conv2d_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import (
    quantized_conv2d_and_requantize as quantized_conv2d_and_requantize,
)
from tf_spec_compat._tf.private import quantized_conv2d_per_channel as quantized_conv2d_per_channel
from tf_spec_compat._tf.private import quantized_conv2d_with_bias as quantized_conv2d_with_bias
from tf_spec_compat._tf.private import (
    quantized_conv2d_with_bias_and_relu as quantized_conv2d_with_bias_and_relu,
)
from tf_spec_compat._tf.private import (
    quantized_conv2d_with_bias_and_relu_and_requantize as quantized_conv2d_with_bias_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import (
    quantized_conv2d_with_bias_and_requantize as quantized_conv2d_with_bias_and_requantize,
)
from tf_spec_compat._tf.private import (
    quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize as quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import (
    quantized_conv2d_with_bias_sum_and_relu as quantized_conv2d_with_bias_sum_and_relu,
)
from tf_spec_compat._tf.private import (
    quantized_conv2d_with_bias_sum_and_relu_and_requantize as quantized_conv2d_with_bias_sum_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import quantized_depthwise_conv2d as quantized_depthwise_conv2d
from tf_spec_compat._tf.private import (
    quantized_depthwise_conv2d_with_bias as quantized_depthwise_conv2d_with_bias,
)
from tf_spec_compat._tf.private import (
    quantized_depthwise_conv2d_with_bias_and_relu as quantized_depthwise_conv2d_with_bias_and_relu,
)
from tf_spec_compat._tf.private import (
    quantized_depthwise_conv2d_with_bias_and_relu_and_requantize as quantized_depthwise_conv2d_with_bias_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import quantized_mat_mul as quantized_mat_mul
from tf_spec_compat._tf.private import quantized_mat_mul_with_bias as quantized_mat_mul_with_bias
from tf_spec_compat._tf.private import (
    quantized_mat_mul_with_bias_and_relu as quantized_mat_mul_with_bias_and_relu,
)
from tf_spec_compat._tf.private import (
    quantized_mat_mul_with_bias_and_relu_and_requantize as quantized_mat_mul_with_bias_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import quantized_max_pool as quantized_max_pool
from tf_spec_compat._tf.private import quantized_mul as quantized_mul
from tf_spec_compat._tf.private import quantized_relu as quantized_relu
from tf_spec_compat._tf.private import quantized_relu6 as quantized_relu6
from tf_spec_compat._tf.private import quantized_relu_x as quantized_relu_x
from tf_spec_compat._tf.private import requantization_range as requantization_range
from tf_spec_compat._tf.private import (
    requantization_range_per_channel as requantization_range_per_channel,
)
from tf_spec_compat._tf.private import requantize as requantize
from tf_spec_compat._tf.private import requantize_per_channel as requantize_per_channel
from tf_spec_compat.contrib.quantization import array_ops as array_ops
from tf_spec_compat.contrib.quantization import math_ops as math_ops
from tf_spec_compat.contrib.quantization import nn_ops as nn_ops
from tf_spec_compat.contrib.quantization import python as python

__all__ = [
    "dequantize",
    "quantize_down_and_shrink_range",
    "quantize_v2",
    "quantized_add",
    "quantized_avg_pool",
    "quantized_batch_norm_with_global_normalization",
    "quantized_bias_add",
    "quantized_concat",
    "quantized_conv2d",
    "quantized_conv2d_and_relu",
    "quantized_conv2d_and_relu_and_requantize",
    "quantized_conv2d_and_requantize",
    "quantized_conv2d_per_channel",
    "quantized_conv2d_with_bias",
    "quantized_conv2d_with_bias_and_relu",
    "quantized_conv2d_with_bias_and_relu_and_requantize",
    "quantized_conv2d_with_bias_and_requantize",
    "quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize",
    "quantized_conv2d_with_bias_sum_and_relu",
    "quantized_conv2d_with_bias_sum_and_relu_and_requantize",
    "quantized_depthwise_conv2d",
    "quantized_depthwise_conv2d_with_bias",
    "quantized_depthwise_conv2d_with_bias_and_relu",
    "quantized_depthwise_conv2d_with_bias_and_relu_and_requantize",
    "quantized_mat_mul",
    "quantized_mat_mul_with_bias",
    "quantized_mat_mul_with_bias_and_relu",
    "quantized_mat_mul_with_bias_and_relu_and_requantize",
    "quantized_max_pool",
    "quantized_mul",
    "quantized_relu",
    "quantized_relu6",
    "quantized_relu_x",
    "requantization_range",
    "requantization_range_per_channel",
    "requantize",
    "requantize_per_channel",
]
