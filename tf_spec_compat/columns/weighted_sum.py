"""Weighted sums of columns: linear models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.slim import tf_slim
from tf_spec_compat.columns import embedding_ops
from tf_spec_compat.columns.column import FeatureColumns
from tf_spec_compat.columns.lookup_arguments import maybe_restore_from_checkpoint, parts
from tf_spec_compat.columns.transform import (
    Transformer,
    by_key,
    check_feature_columns,
    maybe_reshape_input_tensor,
)
from tf_spec_compat.model.types import Scope, Tensor

__all__ = [
    "create_embedding_lookup",
    "create_joint_embedding_lookup",
    "joint_weighted_sum_from_feature_columns",
    "weighted_sum_from_feature_columns",
]


def create_embedding_lookup(
    column: Any,
    columns_to_tensors: dict[Any, Tensor],
    embedding_lookup_arguments: Any,
    num_outputs: int,
    trainable: bool,
    weight_collections: Sequence[str] | None,
) -> tuple[list[Any], Any]:
    """Returns the parts of a column's new variable of weights, and the sums of each row's."""
    args = embedding_lookup_arguments
    with tf1.variable_scope(
        None, default_name=column.name, values=list(columns_to_tensors.values())
    ):
        variable = tf_slim.model_variable(
            "weights",
            [int(args.vocab_size), num_outputs],
            initializer=args.initializer,
            trainable=trainable,
            collections=weight_collections,
        )
        weights = parts(variable)
        sums = embedding_ops.safe_embedding_lookup_sparse(
            weights,
            args.input_tensor,
            sparse_weights=args.weight_tensor,
            combiner=args.combiner,
            name=f"{column.name}_weights",
        )
        return weights, sums


def create_joint_embedding_lookup(
    columns_to_tensors: dict[Any, Tensor],
    embedding_lookup_arguments: Sequence[Any],
    num_outputs: int,
    trainable: bool,
    weight_collections: Sequence[str] | None,
) -> tuple[list[Any], Any]:
    """Returns the parts of one new variable for several columns, and the sums of each row's."""
    tensors = []
    size = 0
    for args in embedding_lookup_arguments:
        if args.weight_tensor is not None:
            raise AssertionError(
                "Joint sums for weighted sparse columns are not supported. Please use "
                "weighted_sum_from_feature_columns instead."
            )
        if args.combiner != "sum":
            raise AssertionError(
                "Combiners other than sum are not supported for joint sums. Please use "
                f"weighted_sum_from_feature_columns instead. Got {args.combiner!r}."
            )
    if not embedding_lookup_arguments:
        raise AssertionError("At least one column must be in the model; got none.")
    for args in embedding_lookup_arguments:
        ids = args.input_tensor
        if size:
            ids = tf.SparseTensor(ids.indices, ids.values + size, ids.dense_shape)
        tensors.append(ids)
        size += int(args.vocab_size)
    ids = tf.sparse.concat(1, tensors)
    with tf1.variable_scope(
        None, default_name="linear_weights", values=list(columns_to_tensors.values())
    ):
        variable = tf_slim.model_variable(
            "weights",
            [size, num_outputs],
            initializer=tf1.zeros_initializer(),
            trainable=trainable,
            collections=weight_collections,
        )
        weights = parts(variable)
        sums = embedding_ops.safe_embedding_lookup_sparse(
            weights, ids, sparse_weights=None, combiner="sum", name="_weights"
        )
        return weights, sums


def joint_weighted_sum_from_feature_columns(
    columns_to_tensors: dict[Any, Tensor],
    feature_columns: FeatureColumns,
    num_outputs: int,
    weight_collections: Iterable[str] | None = None,
    trainable: bool = True,
    scope: Scope = None,
) -> tuple[Any, list[Any], Any]:
    """Returns a linear model of columns of ids that have one variable together.

    Behaviour: TF 1.15.5.

    Args:
      columns_to_tensors: The features: name -> tensor. It stays as it is.
      feature_columns: Columns of ids, crosses or buckets, all with the combiner "sum".
      num_outputs: How many sums there are.
      weight_collections: The collections that the variables are added to, besides those of global
        and model variables.
      trainable: Whether the variables are.
      scope: A name or scope instead of `joint_weighted_sum_from_feature_columns`.

    Returns:
      The sums, of shape `[batch_size, num_outputs]`; the list of the parts of the variable, named
      `linear_weights/weights`; and the variable of the bias, named `bias_weight`.

    Raises:
      ValueError: If two columns have the same key.
      NotImplementedError: If a column has no ids.
      AssertionError: If there is no column, or one with weights or another combiner.

    Example:
      >>> town = layers.sparse_column_with_integerized_feature("town", bucket_size=3)
      >>> job = layers.sparse_column_with_integerized_feature("job", bucket_size=5)
      >>> features = {"town": tf.constant([[1]]), "job": tf.constant([[4]])}
      >>> logits, variables, bias = layers.joint_weighted_sum_from_feature_columns(
      ...     features, [town, job], num_outputs=1)
      >>> logits.shape.as_list(), variables[0].shape.as_list()
      ([1, 1], [8, 1])
    """
    columns_to_tensors = columns_to_tensors.copy()
    check_feature_columns(feature_columns)
    with tf1.variable_scope(
        scope,
        default_name="joint_weighted_sum_from_feature_columns",
        values=list(columns_to_tensors.values()),
    ):
        transformer = Transformer(columns_to_tensors)
        arguments = []
        for column in by_key(feature_columns):
            transformed = transformer.transform(column)
            try:
                arguments.append(column._wide_embedding_lookup_arguments(transformed))
            except NotImplementedError:
                raise NotImplementedError(
                    "Real-valued columns are not supported. Use weighted_sum_from_feature_columns "
                    f"instead, or bucketize these columns. Got {column}."
                ) from None
        weights, sums = create_joint_embedding_lookup(
            columns_to_tensors, arguments, num_outputs, trainable, _collections(weight_collections)
        )
        bias = _bias(num_outputs, trainable, weight_collections)
        return tf.nn.bias_add(sums, bias), weights, bias


def weighted_sum_from_feature_columns(
    columns_to_tensors: dict[Any, Tensor],
    feature_columns: FeatureColumns,
    num_outputs: int,
    weight_collections: Iterable[str] | None = None,
    trainable: bool = True,
    scope: Scope = None,
) -> tuple[Any, dict[Any, list[Any]], Any]:
    """Returns a linear model of columns.

    Behaviour: TF 1.15.5.

    Args:
      columns_to_tensors: The features: name -> tensor. It stays as it is.
      feature_columns: Columns of ids, weighted ids, crosses, buckets or numbers.
      num_outputs: How many sums there are.
      weight_collections: The collections that the variables are added to, besides those of global
        and model variables.
      trainable: Whether the variables are.
      scope: A name or scope instead of `weighted_sum_from_feature_columns`.

    Returns:
      The sums, of shape `[batch_size, num_outputs]`; column -> the list of the parts of its
      variable, named `COLUMN/weights`, or, for numbers, a list of the variable, named
      `COLUMN/weight`; and the variable of the bias, named `bias_weight`.

    Raises:
      ValueError: If there is no column, two have the same key, or one cannot be in a linear model.
      NotImplementedError: If a column has neither ids nor numbers.

    Example:
      >>> age = layers.real_valued_column("age")
      >>> town = layers.sparse_column_with_integerized_feature("town", bucket_size=3)
      >>> features = {"age": tf.constant([[20.0]]), "town": tf.constant([[1]])}
      >>> logits, variables, bias = layers.weighted_sum_from_feature_columns(
      ...     features, [age, town], num_outputs=1)
      >>> logits.shape.as_list(), variables[town][0].shape.as_list(), bias.shape.as_list()
      ([1, 1], [3, 1], [1])
    """
    columns_to_tensors = columns_to_tensors.copy()
    check_feature_columns(feature_columns)
    collections_ = _collections(weight_collections)
    with tf1.variable_scope(
        scope,
        default_name="weighted_sum_from_feature_columns",
        values=list(columns_to_tensors.values()),
    ):
        outputs = []
        column_to_variable: dict[Any, list[Any]] = {}
        transformer = Transformer(columns_to_tensors)
        for column in by_key(feature_columns):
            transformed = transformer.transform(column)
            try:
                arguments = column._wide_embedding_lookup_arguments(transformed)
                weights, sums = create_embedding_lookup(
                    column, columns_to_tensors, arguments, num_outputs, trainable, collections_
                )
            except NotImplementedError:
                weights, sums = _product(
                    column, columns_to_tensors, transformed, num_outputs, trainable, collections_
                )
            except ValueError as error:
                raise ValueError(
                    f"Error creating weighted sum for column: {column.name}.\n{error}"
                ) from error
            outputs.append(tf.reshape(sums, shape=(-1, num_outputs)))
            column_to_variable[column] = weights
            maybe_restore_from_checkpoint(column._checkpoint_path(), weights)
        if not outputs:
            raise ValueError(
                "inputs must be a list of at least one Tensor/IndexedSlices with the same dtype "
                "and shape: feature_columns must have at least one column; got "
                f"{feature_columns!r}."
            )
        total = tf.add_n(outputs)
        bias = _bias(num_outputs, trainable, weight_collections)
        return tf.nn.bias_add(total, bias), column_to_variable, bias


def _product(
    column: Any,
    columns_to_tensors: dict[Any, Tensor],
    transformed: Tensor,
    num_outputs: int,
    trainable: bool,
    weight_collections: Any,
) -> tuple[list[Any], Any]:
    """Returns a new variable of weights of numbers, in a list, and the numbers' product by it."""
    with tf1.variable_scope(
        None, default_name=column.name, values=list(columns_to_tensors.values())
    ):
        numbers = maybe_reshape_input_tensor(
            column._to_dense_tensor(transformed), column.name, output_rank=2
        )
        variable = tf_slim.model_variable(
            "weight",
            [numbers.shape[1], num_outputs],
            initializer=tf1.zeros_initializer(),
            trainable=trainable,
            collections=weight_collections,
        )
        return [variable], tf.matmul(numbers, variable, name="matmul")


def _collections(names: Iterable[str] | None) -> list[str] | None:
    return None if names is None else list(names)


def _bias(num_outputs: int, trainable: bool, weight_collections: Any) -> Tensor:
    return tf_slim.model_variable(
        "bias_weight",
        [num_outputs],
        initializer=tf1.zeros_initializer(),
        trainable=trainable,
        collections=_collections(weight_collections),
    )
