"""`DenseFeatures` and `SequenceFeatures` of TensorFlow's own modules, which lost them to Keras 2.

Where TensorFlow has Keras 2 they are its layers. Else they are callables on the same columns:
variables have the names of TF 1.15's, and are those of the first call in every later one, but they
are no Keras layers (`tf.keras.Model` does not take them).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tensorflow.python.feature_column import feature_column_v2 as fc

from tf_spec_compat._tf import keras, tf, tf1

__all__ = ["DenseFeatures", "SequenceFeatures"]

# Keras 2's where TensorFlow has it, else those below: `__getattr__` says.
DenseFeatures: Any
SequenceFeatures: Any


class _Variables(fc.StateManager):
    """The variables and tables of columns, each made once."""

    def __init__(self, trainable: bool, partitioner: Any) -> None:
        self._trainable, self._partitioner = trainable, partitioner
        self._made: dict[tuple[Any, str], Any] = {}
        self._resources: dict[tuple[Any, str], Any] = {}

    def create_variable(
        self,
        feature_column: Any,
        name: str,
        shape: Any,
        dtype: Any = None,
        trainable: bool = True,
        use_resource: bool = True,
        initializer: Any = None,
    ) -> Any:
        with tf1.variable_scope(feature_column.name):
            variable = tf1.get_variable(
                name,
                shape,
                dtype,
                initializer,
                trainable=self._trainable and trainable,
                use_resource=use_resource,
                partitioner=self._partitioner,
            )
        self._made[feature_column, name] = variable
        return variable

    def get_variable(self, feature_column: Any, name: str) -> Any:
        return self._made[feature_column, name]

    def add_resource(self, feature_column: Any, name: str, resource: Any) -> None:
        self._resources[feature_column, name] = resource

    def has_resource(self, feature_column: Any, name: str) -> bool:
        return (feature_column, name) in self._resources

    def get_resource(self, feature_column: Any, name: str) -> Any:
        return self._resources[feature_column, name]


def _checked(feature_columns: Any, kind: Any) -> list[Any]:
    """Gives the columns by their names.

    Raises:
      ValueError: They are a dict, none, no columns, not of `kind`, or two of them have one name.
    """
    if isinstance(feature_columns, Mapping):
        raise ValueError(
            "Expected feature_columns to be iterable, found dict. Pass the columns, its values."
        )
    named: dict[str, Any] = {}
    for column in list(feature_columns):
        if not isinstance(column, fc.FeatureColumn):
            raise ValueError(
                f"Items of feature_columns must be a FeatureColumn. Given (type {type(column)}): "
                f"{column}. Make one with tf.feature_column."
            )
        if not isinstance(column, kind):
            raise ValueError(
                f"Items of feature_columns must be a {kind}. You can wrap a categorical column "
                f"with an embedding_column or indicator_column. Given: {column}"
            )
        if column.name in named:
            raise ValueError(
                f"Duplicate feature column name found for columns: {named[column.name]} and "
                f"{column}. This usually means that these columns refer to same base feature. "
                "Drop one, or give its feature a name of its own."
            )
        named[column.name] = column
    if not named:
        raise ValueError("feature_columns must not be empty. Pass one column at least.")
    return [named[name] for name in sorted(named)]


class _Features:
    """Columns with their variables."""

    _name: str
    _kind: Any

    def __init__(
        self,
        feature_columns: Any,
        trainable: bool = True,
        name: str | None = None,
        partitioner: Any = None,
    ) -> None:
        if isinstance(feature_columns, fc.FeatureColumn):
            feature_columns = [feature_columns]
        self._columns = _checked(feature_columns, self._kind)
        self.name = name or self._name
        self._state = _Variables(trainable, partitioner)
        self._build = tf1.make_template(self.name, self._create)

    def _create(self) -> None:
        for column in self._columns:
            column.create_state(self._state)

    def _cache(self, features: Mapping[str, Any]) -> Any:
        if not isinstance(features, Mapping):
            raise ValueError(
                f"We expected a dictionary here. Instead we got: {features}. Pass the tensors by "
                "the keys of the columns."
            )
        self._build()
        return fc.FeatureTransformationCache(features)


class _DenseFeatures(_Features):
    """Makes one dense tensor of the columns' features.

    ```python
    layer = DenseFeatures([tf.feature_column.numeric_column("x")])
    y = layer({"x": tf.constant([[1.0], [2.0]])})  # float32 [2, 1]
    ```
    """

    _name = "dense_features"
    _kind = fc.DenseColumn

    def __call__(
        self, features: Mapping[str, Any], cols_to_output_tensors: dict[Any, Any] | None = None
    ) -> Any:
        """Returns `[batch, width]`, the columns by their names.

        Args:
          features: Key -> `Tensor` or `SparseTensor`.
          cols_to_output_tensors: Gets the tensor of each column, if it is given.

        Raises:
          ValueError: `features` is no dict.
        """
        cache = self._cache(features)
        tensors = []
        for column in self._columns:
            tensor = column.get_dense_tensor(cache, self._state)
            flat = tf.reshape(tensor, [-1, column.variable_shape.num_elements()])
            tensors.append(flat)
            if cols_to_output_tensors is not None:
                cols_to_output_tensors[column] = flat
        return tf.concat(tensors, axis=1)


class _SequenceFeatures(_Features):
    """Makes one dense tensor of the sequences of the columns' features, and their lengths."""

    _name = "sequence_features"
    _kind = fc.SequenceDenseColumn

    def __call__(self, features: Mapping[str, Any]) -> tuple[Any, Any]:
        """Returns `[batch, time, width]`, the columns by their names, and the lengths, `[batch]`.

        Args:
          features: Key -> `SparseTensor`.

        Raises:
          ValueError: `features` is no dict.
        """
        cache = self._cache(features)
        tensors, lengths = [], []
        for column in self._columns:
            tensor, length = column.get_sequence_dense_tensor(cache, self._state)
            size = column.variable_shape.num_elements()
            tensors.append(tf.reshape(tensor, tf.concat([tf.shape(tensor)[:2], [size]], axis=0)))
            lengths.append(length)
        equal = [tf1.assert_equal(lengths[0], other) for other in lengths[1:]]
        with tf.control_dependencies(equal):
            return tf.concat(tensors, axis=2), tf.identity(lengths[0])


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if keras.legacy_keras_problem() is None:
        if name == "DenseFeatures":
            return tf1.keras.layers.DenseFeatures
        return tf1.keras.experimental.SequenceFeatures
    return globals()[f"_{name}"]
