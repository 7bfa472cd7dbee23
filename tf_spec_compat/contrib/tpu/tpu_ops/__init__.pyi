# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import infeed_dequeue as infeed_dequeue
from tf_spec_compat._tf.private import infeed_dequeue_tuple as infeed_dequeue_tuple
from tf_spec_compat._tf.private import infeed_enqueue as infeed_enqueue
from tf_spec_compat._tf.private import infeed_enqueue_tuple as infeed_enqueue_tuple
from tf_spec_compat._tf.private import outfeed_dequeue as outfeed_dequeue
from tf_spec_compat._tf.private import outfeed_dequeue_tuple as outfeed_dequeue_tuple
from tf_spec_compat._tf.private import outfeed_enqueue as outfeed_enqueue
from tf_spec_compat._tf.private import outfeed_enqueue_tuple as outfeed_enqueue_tuple

__all__ = [
    "cross_replica_sum",
    "infeed_dequeue",
    "infeed_dequeue_tuple",
    "infeed_enqueue",
    "infeed_enqueue_tuple",
    "outfeed_dequeue",
    "outfeed_dequeue_tuple",
    "outfeed_enqueue",
    "outfeed_enqueue_tuple",
]

cross_replica_sum: Any
