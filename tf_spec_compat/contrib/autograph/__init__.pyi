# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import AutoGraphError as AutoGraphError
from tf_spec_compat._tf.private import StackTraceMapper as StackTraceMapper
from tf_spec_compat._tf.private import autograph_ConversionOptions as ConversionOptions
from tf_spec_compat._tf.private import autograph_convert as convert
from tf_spec_compat._tf.private import autograph_do_not_convert as do_not_convert
from tf_spec_compat._tf.private import autograph_Feature as Feature
from tf_spec_compat._tf.private import autograph_set_loop_options as set_loop_options
from tf_spec_compat._tf.private import autograph_stack as stack
from tf_spec_compat._tf.private import converted_call as converted_call
from tf_spec_compat._tf.private import set_element_type as set_element_type

__all__ = [
    "AutoGraphError",
    "ConversionOptions",
    "Feature",
    "StackTraceMapper",
    "convert",
    "converted_call",
    "do_not_convert",
    "set_element_type",
    "set_loop_options",
    "stack",
    "to_code",
    "to_graph",
]

experimental: Any
set_verbosity: Any
to_code: Any
to_graph: Any
trace: Any
