"""Serialized examples, parsed for columns and transformed by them."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.column import FeatureColumns
from tf_spec_compat.columns.feature_spec import (
    create_feature_spec_for_parsing,
    create_sequence_feature_spec,
)
from tf_spec_compat.columns.transform import Transformer, by_key, check_feature_columns
from tf_spec_compat.model.types import TensorLike

__all__ = [
    "parse_feature_columns_from_examples",
    "parse_feature_columns_from_sequence_examples",
]


def parse_feature_columns_from_examples(
    serialized: TensorLike,
    feature_columns: FeatureColumns,
    name: str | None = None,
    example_names: TensorLike = None,
) -> dict[Any, Any]:
    """Returns the features of serialized examples, parsed and transformed.

    Behaviour: TF 1.15.5.

    Args:
      serialized: A vector of serialized `tf.train.Example`.
      feature_columns: Columns of contrib.
      name: Of the operation that parses.
      example_names: A vector of names for messages about the examples.

    Returns:
      Name or column -> tensor.

    Raises:
      ValueError: If there is no column, or two have the same key.
      TypeError: If there is something else than a column of contrib.

    Example:
      >>> age = layers.real_valued_column("age")
      >>> example = tf.train.Example()
      >>> example.features.feature["age"].float_list.value.append(20.0)
      >>> parsed = layers.parse_feature_columns_from_examples(
      ...     tf.constant([example.SerializeToString()]), [age])
      >>> with tf.Session():
      ...     print(parsed[age].eval())
      [[20.]]
    """
    check_feature_columns(feature_columns)
    spec = create_feature_spec_for_parsing(feature_columns)
    if not spec:
        raise ValueError(
            "Missing: features was {}. Pass at least one of feature_columns; got "
            f"{feature_columns!r}."
        )
    columns_to_tensors = tf.io.parse_example(
        serialized,
        spec,
        example_names=example_names,
        name=name or "ParseExample",  # contrib's name of the operation too, not only of its scope
    )
    transformer = Transformer(columns_to_tensors)
    for column in by_key(feature_columns):
        transformer.transform(column)
    return columns_to_tensors


def parse_feature_columns_from_sequence_examples(
    serialized: TensorLike,
    context_feature_columns: FeatureColumns | None,
    sequence_feature_columns: FeatureColumns | None,
    name: str | None = None,
    example_name: Any = None,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Returns the features of a serialized sequence, untransformed.

    Behaviour: TF 1.15.5.

    Args:
      serialized: A scalar: a serialized `tf.train.SequenceExample`.
      context_feature_columns: Columns of contrib for the features of the whole, or None.
      sequence_feature_columns: Columns of contrib for the features of each step, or None.
      name: Of the operation that parses.
      example_name: A name for messages about the example.

    Returns:
      Two dicts, name -> tensor: of the whole, and of the steps.

    Raises:
      ValueError: If there is no column, or two have the same key.
      TypeError: If there is something else than a column of contrib.

    Example:
      >>> prices = layers.real_valued_column("prices", dimension=1)
      >>> example = tf.train.SequenceExample()
      >>> for price in (2.0, 3.0):
      ...     feature = example.feature_lists.feature_list["prices"].feature.add()
      ...     feature.float_list.value.append(price)
      >>> context, sequence = layers.parse_feature_columns_from_sequence_examples(
      ...     tf.constant(example.SerializeToString()), None, [prices])
      >>> with tf.Session():
      ...     print(sequence["prices"].eval())
      [[2.]
       [3.]]
    """
    context = [] if context_feature_columns is None else context_feature_columns
    sequence = [] if sequence_feature_columns is None else sequence_feature_columns
    check_feature_columns(context)
    check_feature_columns(sequence)
    if not context and not sequence:
        raise ValueError(
            "Missing features. Pass context_feature_columns, sequence_feature_columns, or both; "
            f"got {context_feature_columns!r} and {sequence_feature_columns!r}."
        )
    return tf.io.parse_single_sequence_example(
        serialized,
        create_feature_spec_for_parsing(context),
        create_sequence_feature_spec(sequence),
        example_name,
        name,
    )
