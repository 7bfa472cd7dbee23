"""What TF1 code for TPUs calls and TensorFlow keeps in private modules."""

from __future__ import annotations

from tensorflow.python.ops.gen_tpu_ops import (
    infeed_enqueue,
    infeed_enqueue_tuple,
    outfeed_dequeue,
    outfeed_dequeue_tuple,
    outfeed_enqueue,
    outfeed_enqueue_tuple,
)
from tensorflow.python.tpu.device_assignment import DeviceAssignment, device_assignment
from tensorflow.python.tpu.ops.tpu_ops import infeed_dequeue, infeed_dequeue_tuple
from tensorflow.python.tpu.tpu_feed import InfeedQueue
from tensorflow.python.tpu.training_loop import repeat, while_loop

__all__ = [
    "DeviceAssignment",
    "InfeedQueue",
    "device_assignment",
    "infeed_dequeue",
    "infeed_dequeue_tuple",
    "infeed_enqueue",
    "infeed_enqueue_tuple",
    "outfeed_dequeue",
    "outfeed_dequeue_tuple",
    "outfeed_enqueue",
    "outfeed_enqueue_tuple",
    "repeat",
    "while_loop",
]
