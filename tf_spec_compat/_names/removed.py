"""Names that left packages of `tf.contrib` that are here otherwise, and what to use instead."""

from __future__ import annotations

__all__ = ["REMOVED_NAMES"]

# Legacy module in its short form, and the name -> advice.
REMOVED_NAMES = {
    "tensorflow.contrib.framework.CriticalSection": "use tf.CriticalSection",
    "tensorflow.contrib.framework.broadcast_to": "use tf.broadcast_to",
    "tensorflow.contrib.framework.prettyprint_ops": "use tf.print",
}
