"""What surrounds a graph and TensorFlow keeps private: the device it is for, and its sessions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tensorflow.python.ops import control_flow_util

from tf_spec_compat._tf import tf1

__all__ = ["filter_devices", "in_tpu_context"]


def in_tpu_context() -> bool:
    """Whether what is added to the default graph now is compiled for a TPU."""
    return bool(control_flow_util.InXlaContext(tf1.get_default_graph()))


def filter_devices(estimator: Any, filters: Iterable[str]) -> None:
    """Lets the sessions of a core `Estimator` see some tasks only, unless it says which itself."""
    options = tf1.ConfigProto()
    options.CopyFrom(estimator._session_config)
    if not options.device_filters:
        options.device_filters.extend(filters)
        estimator._session_config = options
