"""tensorflow-estimator's input functions without their deprecation messages."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import silenced_deprecations

__all__ = ["quietly"]


def quietly(make_input_fn: Callable[..., Callable[[], Any]], *args: Any) -> Callable[[], Any]:
    """Makes an input_fn of tensorflow-estimator, which advises against itself and its queues."""
    with silenced_deprecations():
        input_fn = make_input_fn(*args)
    return functools.wraps(input_fn)(silenced_deprecations()(input_fn))
