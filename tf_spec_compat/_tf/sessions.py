"""The options of an `Estimator`'s sessions, which it keeps private."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["filter_devices"]


def filter_devices(estimator: Any, filters: Iterable[str]) -> None:
    """Lets the sessions of a core `Estimator` see some tasks only, unless it says which itself."""
    options = tf1.ConfigProto()
    options.CopyFrom(estimator._session_config)
    if not options.device_filters:
        options.device_filters.extend(filters)
        estimator._session_config = options
