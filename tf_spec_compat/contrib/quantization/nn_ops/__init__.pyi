# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import quantized_avg_pool as quantized_avg_pool
from tf_spec_compat._tf.private import (
    quantized_batch_norm_with_global_normalization as quantized_batch_norm_with_global_normalization,
)
from tf_spec_compat._tf.private import quantized_bias_add as quantized_bias_add
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
from tf_spec_compat._tf.private import quantized_mat_mul_with_bias as quantized_mat_mul_with_bias
from tf_spec_compat._tf.private import (
    quantized_mat_mul_with_bias_and_relu as quantized_mat_mul_with_bias_and_relu,
)
from tf_spec_compat._tf.private import (
    quantized_mat_mul_with_bias_and_relu_and_requantize as quantized_mat_mul_with_bias_and_relu_and_requantize,
)
from tf_spec_compat._tf.private import quantized_max_pool as quantized_max_pool
from tf_spec_compat._tf.private import quantized_relu as quantized_relu
from tf_spec_compat._tf.private import quantized_relu6 as quantized_relu6
from tf_spec_compat._tf.private import quantized_relu_x as quantized_relu_x

__all__ = [
    "quantized_avg_pool",
    "quantized_batch_norm_with_global_normalization",
    "quantized_bias_add",
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
    "quantized_mat_mul_with_bias",
    "quantized_mat_mul_with_bias_and_relu",
    "quantized_mat_mul_with_bias_and_relu_and_requantize",
    "quantized_max_pool",
    "quantized_relu",
    "quantized_relu6",
    "quantized_relu_x",
]
