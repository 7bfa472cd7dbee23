"""What all of contrib's feature columns have in common."""

from __future__ import annotations

import abc
from collections.abc import Collection, Iterable, Mapping
from typing import Any

__all__ = ["_FeatureColumn", "create_feature_spec_for_parsing"]


class _FeatureColumn(metaclass=abc.ABCMeta):
    """How a model takes in a feature: base class of the columns, which are named tuples too."""

    _fields: Any  # the named tuple's

    @property
    @abc.abstractmethod
    def name(self) -> Any:
        """The name in the names of operations and variables."""

    @property
    @abc.abstractmethod
    def config(self) -> dict[Any, Any]:
        """How the feature is parsed: feature name -> `tf.io.FixedLenFeature` or its like."""

    @property
    @abc.abstractmethod
    def key(self) -> str:
        """Columns of the same key transform the same features in the same way."""

    @abc.abstractmethod
    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        """Adds what the column makes of the feature to a dict of features, under itself."""

    def _key_without_properties(self, properties: Collection[str]) -> str:
        fields = [f"{n}={getattr(self, n)!s}" for n in self._fields if n not in properties]
        return f"{type(self).__name__}({', '.join(fields)})"


def create_feature_spec_for_parsing(
    feature_columns: Iterable[Any] | Mapping[Any, Any],
) -> dict[Any, Any]:
    """Returns the `features` of `tf.io.parse_example` for examples that have what columns need.

    Args:
      feature_columns: Columns of contrib; the values, if it is a mapping. Contrib asked for a
        `dict` then.

    Returns:
      Feature name -> `tf.io.FixedLenFeature` or its like. If columns differ over a feature, the
      last one has its way.

    Raises:
      TypeError: If it cannot be iterated, or if there is something else than a column of contrib.
        A column of `tf.feature_column` is something else too.
    """
    if isinstance(feature_columns, _FeatureColumn):
        raise TypeError(
            f"feature_columns must hold instances of _FeatureColumn, got a single one: "
            f"{feature_columns!r}; put it into a list."
        )
    if isinstance(feature_columns, Mapping):
        feature_columns = feature_columns.values()
    spec: dict[Any, Any] = {}
    for column in feature_columns:
        if not isinstance(column, _FeatureColumn):
            raise TypeError(
                f"feature_columns must hold instances of contrib.layers' _FeatureColumn only, got "
                f"{column!r}; for columns of tf.feature_column, call "
                "tf.feature_column.make_parse_example_spec."
            )
        spec.update(column.config)
    return spec
