# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import DeviceAssignment as DeviceAssignment
from tf_spec_compat._tf.private import InfeedQueue as InfeedQueue
from tf_spec_compat._tf.private import device_assignment as device_assignment
from tf_spec_compat._tf.private import export_estimator_savedmodel as export_estimator_savedmodel
from tf_spec_compat._tf.private import infeed_dequeue as infeed_dequeue
from tf_spec_compat._tf.private import infeed_dequeue_tuple as infeed_dequeue_tuple
from tf_spec_compat._tf.private import infeed_enqueue as infeed_enqueue
from tf_spec_compat._tf.private import infeed_enqueue_tuple as infeed_enqueue_tuple
from tf_spec_compat._tf.private import outfeed_dequeue as outfeed_dequeue
from tf_spec_compat._tf.private import outfeed_dequeue_tuple as outfeed_dequeue_tuple
from tf_spec_compat._tf.private import outfeed_enqueue as outfeed_enqueue
from tf_spec_compat._tf.private import outfeed_enqueue_tuple as outfeed_enqueue_tuple
from tf_spec_compat._tf.private import repeat as repeat
from tf_spec_compat._tf.private import while_loop as while_loop
from tf_spec_compat.contrib.tpu import bfloat16 as bfloat16
from tf_spec_compat.contrib.tpu import device_assignment_module as device_assignment_module
from tf_spec_compat.contrib.tpu import python as python
from tf_spec_compat.contrib.tpu import topology as topology
from tf_spec_compat.contrib.tpu import tpu as tpu
from tf_spec_compat.contrib.tpu import tpu_config as tpu_config
from tf_spec_compat.contrib.tpu import tpu_estimator as tpu_estimator
from tf_spec_compat.contrib.tpu import tpu_feed as tpu_feed
from tf_spec_compat.contrib.tpu import tpu_function as tpu_function
from tf_spec_compat.contrib.tpu import tpu_ops as tpu_ops
from tf_spec_compat.contrib.tpu import tpu_optimizer as tpu_optimizer
from tf_spec_compat.contrib.tpu import training_loop as training_loop

__all__ = [
    "CrossShardOptimizer",
    "DeviceAssignment",
    "InfeedQueue",
    "InputPipelineConfig",
    "RunConfig",
    "TPUConfig",
    "TPUEstimator",
    "TPUEstimatorSpec",
    "Topology",
    "batch_parallel",
    "bfloat16_scope",
    "core",
    "cross_replica_sum",
    "device_assignment",
    "export_estimator_savedmodel",
    "infeed_dequeue",
    "infeed_dequeue_tuple",
    "infeed_enqueue",
    "infeed_enqueue_tuple",
    "initialize_system",
    "outfeed_dequeue",
    "outfeed_dequeue_tuple",
    "outfeed_enqueue",
    "outfeed_enqueue_tuple",
    "outside_compilation",
    "repeat",
    "replicate",
    "rewrite",
    "shard",
    "shutdown_system",
    "while_loop",
]

batch_parallel: Any
bfloat16_scope: Any
core: Any
cross_replica_sum: Any
initialize_system: Any
outside_compilation: Any
replicate: Any
rewrite: Any
shard: Any
shutdown_system: Any

class CrossShardOptimizer(Any): ...
class InputPipelineConfig(Any): ...
class RunConfig(Any): ...
class TPUConfig(Any): ...
class TPUEstimator(Any): ...
class TPUEstimatorSpec(Any): ...
class Topology(Any): ...
