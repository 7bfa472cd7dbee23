"""What surrounds a graph and TensorFlow keeps private: the device it is for."""

from __future__ import annotations

from tensorflow.python.ops import control_flow_util

from tf_spec_compat._tf import tf1

__all__ = ["in_tpu_context"]


def in_tpu_context() -> bool:
    """Whether what is added to the default graph now is compiled for a TPU."""
    return bool(control_flow_util.InXlaContext(tf1.get_default_graph()))
