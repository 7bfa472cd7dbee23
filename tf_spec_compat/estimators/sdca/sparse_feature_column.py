"""`SparseFeatureColumn` (`...linear_optimizer.python.ops.sparse_feature_column`)."""

from __future__ import annotations

from tf_spec_compat._tf import private

__all__ = ["SparseFeatureColumn"]


class SparseFeatureColumn(private.SparseFeatureColumn):
    """Holds a sparse feature of a batch for `SdcaModel`; tensorflow-estimator's own class.

    Args:
      example_indices: Which example each value belongs to, int64 `[values]`, ascending.
      feature_indices: Which weight it belongs to, int64 `[values]`.
      feature_values: The values, float32 `[values]`, or None for ones.

    The three are properties of the same names.
    """
