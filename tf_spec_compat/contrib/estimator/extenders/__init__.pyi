# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.estimator.extenders import (
    clip_gradients_by_norm as clip_gradients_by_norm,
)
from tf_spec_compat.extras.estimator.extenders import forward_features as forward_features

__all__ = ["add_metrics", "clip_gradients_by_norm", "forward_features"]

add_metrics: Any
