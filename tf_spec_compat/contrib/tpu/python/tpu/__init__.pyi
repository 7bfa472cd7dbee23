# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tpu import *
from tf_spec_compat.contrib.tpu import bfloat16 as bfloat16
from tf_spec_compat.contrib.tpu import device_assignment_module as device_assignment_module
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
