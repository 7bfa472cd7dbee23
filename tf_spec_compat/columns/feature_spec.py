"""How the features that columns need are parsed, and placeholders for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.columns.column import FeatureColumn, FeatureColumns

__all__ = [
    "create_feature_spec_for_parsing",
    "create_sequence_feature_spec",
    "get_feature_config",
    "make_place_holder_tensors_for_base_features",
]


def create_feature_spec_for_parsing(
    feature_columns: FeatureColumns | Mapping[Any, Any],
) -> dict[Any, Any]:
    """Returns the `features` of `tf.io.parse_example` for examples that have what columns need.

    Behaviour: TF 1.15.5.

    Args:
      feature_columns: Columns of contrib; the values, if it is a mapping. Contrib took a
        `dict` alone then.

    Returns:
      Feature name -> `tf.io.FixedLenFeature` or its like. If columns differ over a feature, the
      last one has its way.

    Raises:
      TypeError: If it cannot be iterated, or if there is something else than a column of contrib.
        A column of `tf.feature_column` is something else too.

    Example:
      >>> age = layers.real_valued_column("age")
      >>> town = layers.sparse_column_with_keys("town", keys=["Bern", "Ulm"])
      >>> spec = layers.create_feature_spec_for_parsing([age, town])
      >>> {name: type(feature).__name__ for name, feature in sorted(spec.items())}
      {'age': 'FixedLenFeature', 'town': 'VarLenFeature'}
    """
    if isinstance(feature_columns, FeatureColumn):
        raise TypeError(
            "feature_columns should only contain instances of _FeatureColumn. Given column is "
            f"{next(iter(feature_columns))}, a field of the single {feature_columns!r}; put it "
            "into a list."
        )
    if isinstance(feature_columns, Mapping):
        feature_columns = feature_columns.values()
    spec: dict[Any, Any] = {}
    for column in feature_columns:
        if not isinstance(column, FeatureColumn):
            raise TypeError(
                "feature_columns should only contain instances of _FeatureColumn. Given column is "
                f"{column}, none of contrib.layers' own; for columns of tf.feature_column, call "
                "tf.feature_column.make_parse_example_spec."
            )
        spec.update(column.config)
    return spec


def get_feature_config(feature_column: Any) -> dict[Any, Any]:
    """Returns how a column's feature is parsed; raises TypeError if it is none of contrib."""
    if not isinstance(feature_column, FeatureColumn):
        raise TypeError(
            "feature_columns should only contain instances of _FeatureColumn. Given column is "
            f"{feature_column}"
        )
    return feature_column.config


def create_sequence_feature_spec(
    sequence_feature_columns: FeatureColumns, allow_missing_by_default: bool = False
) -> dict[Any, Any]:
    """Returns the `sequence_features` of `tf.io.parse_single_sequence_example` for columns.

    Args:
      sequence_feature_columns: Columns of contrib.
      allow_missing_by_default: Whether examples may lack a dense feature that has no default; one
        that has a default may be missing anyway.

    Returns:
      Feature name -> `tf.io.FixedLenSequenceFeature` or `tf.io.VarLenFeature`.
    """
    spec = {}
    for key, feature in create_feature_spec_for_parsing(sequence_feature_columns).items():
        if isinstance(feature, tf.io.VarLenFeature):
            spec[key] = feature
        else:
            missing = allow_missing_by_default or feature.default_value is not None
            spec[key] = tf.io.FixedLenSequenceFeature(feature.shape, feature.dtype, missing)
    return spec


def make_place_holder_tensors_for_base_features(
    feature_columns: FeatureColumns,
) -> dict[Any, Any]:
    """Returns a placeholder for each feature that columns need.

    Behaviour: TF 1.15.5.

    Args:
      feature_columns: Columns of contrib.

    Returns:
      Feature name -> `tf.compat.v1.placeholder` of shape `[None, dimension]`, or
      `tf.compat.v1.sparse_placeholder`.

    Raises:
      TypeError: If there is something else than a column of contrib.

    Example:
      >>> columns = [layers.real_valued_column("x", dimension=4)]
      >>> inputs = layers.make_place_holder_tensors_for_base_features(columns)
      >>> inputs["x"].shape.as_list()
      [None, 4]
    """
    placeholders = {}
    for key, feature in create_feature_spec_for_parsing(feature_columns).items():
        if isinstance(feature, tf.io.VarLenFeature):
            placeholder = tf1.sparse_placeholder(feature.dtype, name=f"Placeholder_{key}")
        else:
            placeholder = tf1.placeholder(
                feature.dtype, shape=(None, feature.shape[0]), name=f"Placeholder_{key}"
            )
        placeholders[key] = placeholder
    return placeholders
