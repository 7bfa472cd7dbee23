"""`tensorflow.contrib.layers.feature_column_ops`: from features to columns.

So far there is what tells the columns by the looks of the features.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.contrib.layers import feature_column as fc

__all__ = ["infer_real_valued_columns"]


def infer_real_valued_columns(features: Any) -> list[Any]:
    """Returns a real-valued column for each feature.

    Args:
      features: A dense tensor of integers or floats, whose column is called `""`, or a mapping from
        names to such tensors; contrib asked for a `dict` then. Their shapes are
        `[batch_size, d1, ..., dn]` with known `d1` to `dn`, whose product is the dimension of the
        column; without any, it is 1.

    Returns:
      The columns, in the order of the features.

    Raises:
      ValueError: If a feature is sparse, neither integer nor floating, of unknown rank, or has no
        elements.
      TypeError: If one of `d1` to `dn` is not known.
      AttributeError: If a feature is no tensor, but for example an array, or is ragged.
    """
    if isinstance(features, Mapping):
        return [_column_for(name, tensor) for name, tensor in features.items()]
    return [_column_for("", features)]


def _column_for(name: Any, tensor: Any) -> Any:
    advice = f"for feature {name!r}, got {tensor!r}; define its feature column yourself."
    if isinstance(tensor, tf.SparseTensor):
        raise ValueError(f"SparseTensor is not supported for auto detection {advice}")
    dtype = getattr(tensor, "dtype", None)
    if not isinstance(dtype, tf.DType) or isinstance(tensor, tf.RaggedTensor):
        raise AttributeError(f"Auto detection has need of the dtype and shape of a tensor {advice}")
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(f"Auto detection has need of an integer or floating type {advice}")
    if tensor.shape.rank is None:
        raise ValueError(f"Auto detection has need of a known rank {advice}")
    sizes = tensor.shape.as_list()[1:]
    if None in sizes:
        raise TypeError(f"Auto detection has need of all sizes but the first {advice}")
    return fc.real_valued_column(name, math.prod(sizes), dtype=dtype)
