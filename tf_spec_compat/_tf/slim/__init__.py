"""tf-slim, repaired (`repair`): what contrib.layers and its neighbours became."""

from __future__ import annotations

import tf_slim
from tf_slim.layers import layers, optimizers

from tf_spec_compat._tf.slim.repair import load

__all__ = ["inner_flatten", "layers", "linear", "load", "optimizers", "tf_slim"]

inner_flatten = layers._inner_flatten
linear = layers.linear
