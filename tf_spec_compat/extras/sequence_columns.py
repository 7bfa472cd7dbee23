"""`sequence_input_layer` of `tensorflow.contrib.feature_column`: sequences out of features."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import private, tf, tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["sequence_input_layer"]


class _Variables(private.StateManager):
    """Makes the variables of columns as TF1 did: those of variable scopes."""

    def __init__(self, collections: Sequence[str], trainable: bool) -> None:
        self._collections = collections
        self._trainable = trainable
        self._variables: dict[tuple[Any, str], Any] = {}

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
        """Makes a variable, or reuses one, below the current scope."""
        variable = tf1.get_variable(
            name,
            shape,
            dtype or tf.float32,
            initializer=initializer,
            trainable=self._trainable and trainable,
            collections=self._collections,
        )
        self._variables[feature_column, name] = variable
        return variable

    def get_variable(self, feature_column: Any, name: str) -> Any:
        """Returns a variable that has been made."""
        return self._variables[feature_column, name]


def sequence_input_layer(
    features: Mapping[str, Any],
    feature_columns: Collection[Any],
    weight_collections: Sequence[str] | None = None,
    trainable: bool = True,
) -> tuple[Tensor, Tensor]:
    """Puts the columns' values of each step side by side.

        colors = sequence_categorical_column_with_identity("colors", 10)
        columns = [sequence_numeric_column("sizes"), tf.feature_column.embedding_column(colors, 2)]
        inputs, lengths = sequence_input_layer(features, columns)
        outputs, state = tf.nn.dynamic_rnn(cell, inputs, lengths, dtype=tf.float32)

    Args:
      features: Name -> `SparseTensor` of shape `[batch_size, padded_length, ...]`.
      feature_columns: Sequence columns of `tf.feature_column`: numeric ones, or categorical ones
        in an embedding or indicator column.
      weight_collections: Graph collections that the columns' variables go to as well.
      trainable: Whether those variables are trained.

    Returns:
      The inputs, float32 of shape `[batch_size, padded_length, depth]`, in the order of the
      columns' names, and the lengths of the sequences, int64 of shape `[batch_size]`.

    Raises:
      ValueError: There are no columns, or one has no sequences.
    """
    columns = sorted(feature_columns, key=lambda column: str(column.name))
    if not columns:
        raise ValueError("feature_columns must not be empty.")
    for column in columns:
        if not isinstance(column, private.SequenceDenseColumn):
            raise ValueError(
                "All feature_columns must be of type _SequenceDenseColumn. You can wrap a "
                "sequence_categorical_column with an embedding_column or indicator_column. "
                f"Given (type {type(column)}): {column}"
            )
    collections = [*(weight_collections or ())]
    if tf1.GraphKeys.GLOBAL_VARIABLES not in collections:
        collections.append(tf1.GraphKeys.GLOBAL_VARIABLES)
    cache = private.FeatureTransformationCache(features)
    variables = _Variables(collections, trainable)
    inputs, lengths = [], []
    with tf1.variable_scope(None, "sequence_input_layer", values=features.values()):
        for column in columns:
            with tf1.variable_scope(None, column.name):
                if hasattr(column, "create_state"):
                    column.create_state(variables)
                dense, length = column.get_sequence_dense_tensor(cache, variables)
                size = column.variable_shape.num_elements()
                shape = tf.shape(dense)
                inputs.append(tf.reshape(dense, [shape[0], shape[1], size]))
                lengths.append(length)
        with tf.control_dependencies(
            [
                tf1.assert_equal(lengths[0], length, message="sequence lengths differ")
                for length in lengths[1:]
            ]
        ):
            return tf.concat(inputs, -1), tf.identity(lengths[0])
