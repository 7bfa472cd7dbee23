"""What all of contrib's feature columns have in common."""

from __future__ import annotations

import abc
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from tf_spec_compat.model.types import Tensor

__all__ = [
    "FeatureColumn",
    "FeatureColumns",
    "LazyBuilderByColumnsToTensor",
    "named_as_in_contrib",
]


# Any columns: mypy takes a list of several kinds for one of tuples, which are no `FeatureColumn`.
FeatureColumns = Iterable[Any]

_T = TypeVar("_T", bound=type)


def named_as_in_contrib(cls: _T) -> _T:
    """Gives a class the private name that contrib has for it: reprs and keys begin with it."""
    if not cls.__name__.startswith("_"):
        cls.__name__ = f"_{cls.__name__}"
    return cls


@named_as_in_contrib
class FeatureColumn(metaclass=abc.ABCMeta):
    """How a model takes in a feature: base class of the columns, which are named tuples too."""

    _fields: Any  # the named tuple's

    def __init_subclass__(cls) -> None:
        if hasattr(cls, "_fields"):
            named_as_in_contrib(cls)

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
    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        """Adds the transformed feature to a dict of features, under the column itself."""

    # The next four are the kinds of input that a column may be. As in contrib, the type of the
    # error says that it is not: after NotImplementedError the next kind is tried.

    def _to_dnn_input_layer(
        self,
        input_tensor: Tensor,
        weight_collection: Any = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Tensor:
        raise ValueError(
            f"Calling an abstract method: {type(self).__name__} {self.name!r} is no dense input by "
            "itself; pass it to input_from_feature_columns, which looks its weights up."
        )

    def _deep_embedding_lookup_arguments(self, input_tensor: Tensor) -> Tensor:
        raise NotImplementedError(f"No deep embedding lookup arguments for column {self}.")

    def _wide_embedding_lookup_arguments(self, input_tensor: Tensor) -> Tensor:
        raise NotImplementedError(f"No wide embedding lookup arguments for column {self}.")

    def _to_dense_tensor(self, input_tensor: Tensor) -> Tensor:
        raise NotImplementedError(f"No dense tensor representation for column {self}.")

    def _checkpoint_path(self) -> tuple[str, str] | None:
        """The checkpoint that the weights start from, and their name in there."""
        return None

    def _key_without_properties(self, properties: Collection[str]) -> str:
        fields = [f"{n}={getattr(self, n)!s}" for n in self._fields if n not in properties]
        return f"{type(self).__name__}({', '.join(fields)})"


FeatureColumn.__name__ = "_FeatureColumn"


class LazyBuilderByColumnsToTensor:
    """A dict of features with the `get` that the columns of `tf.feature_column` call."""

    def __init__(self, columns_to_tensors: dict[Any, Tensor]) -> None:
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
