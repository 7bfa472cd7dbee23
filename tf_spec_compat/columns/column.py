"""What all of contrib's feature columns have in common."""

from __future__ import annotations

import abc
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf

__all__ = [
    "FeatureColumn",
    "LazyBuilderByColumnsToTensor",
    "create_feature_spec_for_parsing",
    "create_sequence_feature_spec_for_parsing",
    "get_feature_config",
]


class FeatureColumn(metaclass=abc.ABCMeta):
    """How a model takes in a feature: base class of the columns, which are named tuples too."""

    _fields: Any  # the named tuple's

    def __init_subclass__(cls) -> None:
        # contrib's columns are private by name. It stands in their reprs, and by these a model's
        # columns are sorted.
        if not cls.__name__.startswith("_"):
            cls.__name__ = f"_{cls.__name__}"

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

    # The next four say which of the ways into a model a column has. As in contrib, a missing way
    # is told by the type of the error: NotImplementedError leads on to the next way.

    def _to_dnn_input_layer(
        self,
        input_tensor: Any,
        weight_collection: Any = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Any:
        raise ValueError(
            f"Calling an abstract method: {type(self).__name__} {self.name!r} is no dense input by "
            "itself; pass it to input_from_feature_columns, which looks its weights up."
        )

    def _deep_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"No deep embedding lookup arguments for column {self}.")

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"No wide embedding lookup arguments for column {self}.")

    def _to_dense_tensor(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"No dense tensor representation for column {self}.")

    def _checkpoint_path(self) -> tuple[str, str] | None:
        """The checkpoint that the weights start from, and their name in there."""
        return None

    def _key_without_properties(self, properties: Collection[str]) -> str:
        fields = [f"{n}={getattr(self, n)!s}" for n in self._fields if n not in properties]
        return f"{type(self).__name__}({', '.join(fields)})"


FeatureColumn.__name__ = "_FeatureColumn"


class LazyBuilderByColumnsToTensor:
    """A dict of features as that what the columns of `tf.feature_column` take them from."""

    def __init__(self, columns_to_tensors: dict[Any, Any]) -> None:
        self._columns_to_tensors = columns_to_tensors

    def get(self, key: Any) -> Any:
        """Returns the tensor of a feature's name or, once transformed, of a column.

        Raises:
          ValueError: If there is no feature of that name.
          TypeError: If it is neither a name nor a column.
        """
        if key not in self._columns_to_tensors:
            if isinstance(key, str):
                raise ValueError(
                    f"features dictionary doesn't contain key ({key}): it has "
                    f"{[name for name in self._columns_to_tensors if isinstance(name, str)]!r}."
                )
            if not isinstance(key, FeatureColumn):
                raise TypeError(
                    f'"key" must be either a "str" or "_FeatureColumn". Provided: {key}'
                )
            key.insert_transformed_feature(self._columns_to_tensors)
        return self._columns_to_tensors[key]


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
    if isinstance(feature_columns, FeatureColumn):
        raise TypeError(
            f"feature_columns must hold instances of _FeatureColumn, got a single one: "
            f"{feature_columns!r}; put it into a list."
        )
    if isinstance(feature_columns, Mapping):
        feature_columns = feature_columns.values()
    spec: dict[Any, Any] = {}
    for column in feature_columns:
        if not isinstance(column, FeatureColumn):
            raise TypeError(
                "feature_columns should only contain instances of _FeatureColumn, contrib.layers' "
                f"own. Given column is {column!r}; for columns of tf.feature_column, call "
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


def create_sequence_feature_spec_for_parsing(
    sequence_feature_columns: Iterable[Any], allow_missing_by_default: bool = False
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
