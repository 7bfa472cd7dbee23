# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import TpuContext as TpuContext
from tf_spec_compat._tf.private import get_tpu_context as get_tpu_context
from tf_spec_compat._tf.private import on_device_training_loop as on_device_training_loop
from tf_spec_compat._tf.private import tpu_shard_context as tpu_shard_context

__all__ = ["TpuContext", "get_tpu_context", "on_device_training_loop", "tpu_shard_context"]
