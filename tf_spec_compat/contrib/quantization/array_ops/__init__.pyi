# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import dequantize as dequantize
from tf_spec_compat._tf.private import quantize_v2 as quantize_v2
from tf_spec_compat._tf.private import quantized_concat as quantized_concat

__all__ = ["dequantize", "quantize_v2", "quantized_concat"]
