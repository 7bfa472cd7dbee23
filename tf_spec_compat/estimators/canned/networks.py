"""From features and feature columns to logits, by hidden layers or by a weighted sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf1
from tf_spec_compat._tf.slim import layers
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.columns.input_layer import input_from_feature_columns
from tf_spec_compat.columns.weighted_sum import (
    joint_weighted_sum_from_feature_columns,
    weighted_sum_from_feature_columns,
)
from tf_spec_compat.heads.core_heads import wrap_core_head
from tf_spec_compat.model.types import Features
from tf_spec_compat.training.types import Config, FeatureColumns

__all__ = [
    "DNN",
    "INPUT_SLICE",
    "LINEAR",
    "add_summaries",
    "deep_logits",
    "feature_dict",
    "head_of",
    "partitioner",
    "wide_logits",
]

# The scopes of the two parts of a model; the variables of each are in a collection of that name.
DNN, LINEAR = "dnn", "linear"

# Tables of embeddings and linear weights are cut up when a slice has this many bytes.
INPUT_SLICE = 64 << 20


def feature_dict(features: Features) -> dict[Any, Any]:
    """Returns the features as a dict of their own; a single tensor is called `""`."""
    return dict(features) if isinstance(features, Mapping) else {"": features}


def head_of(params: Mapping[str, Any]) -> Any:
    """Returns the head among the params of a model_fn; beyond contrib, core's heads are heads too.

    Raises:
      AttributeError: If it is no head.
    """
    head = wrap_core_head(params["head"])
    if not hasattr(head, "logits_dimension"):
        raise AttributeError(
            f"head {head!r} has no attribute 'logits_dimension'; pass a head of contrib.learn or "
            "tf.estimator."
        )
    return head


def partitioner(config: Config, min_slice_size: int | None = None) -> Any:
    """Returns what spreads variables over the parameter servers of a `RunConfig`.

    Args:
      config: With `num_ps_replicas`, or None, or the number itself. Without parameter servers each
        variable is in one part, which TF 1.15.5's variable names tell too.
      min_slice_size: Bytes that a part must have at least; None is TensorFlow's default.
    """
    replicas = config if isinstance(config, int) else getattr(config, "num_ps_replicas", 0)
    options = {} if min_slice_size is None else {"min_slice_size": min_slice_size}
    return tf1.min_max_variable_partitioner(max_partitions=replicas, **options)


def add_summaries(value: Any, tag: str, separator: str = "/") -> None:
    """Adds the summaries of a layer: how much of it is zero, and its histogram."""
    with silenced_deprecations():
        zeros = tf1.nn.zero_fraction(value)
    tf1.summary.scalar(f"{tag}{separator}fraction_of_zero_values", zeros)
    tf1.summary.histogram(f"{tag}{separator}activation", value)


def deep_logits(
    features: dict[Any, Any],
    columns: FeatureColumns,
    hidden_units: Iterable[int],
    outputs: int,
    *,
    activation_fn: Callable[[Any], Any] | None,
    dropout: float | None,
    collection: str,
    input_partitioner: Any,
    layer_partitioner: Any = None,
    summarize: Callable[[Any, str], None] = add_summaries,
    prefix: str = "",
    logits_tag: str | None = None,
    trainable: bool = True,
) -> tuple[Any, str]:
    """Builds fully connected layers on the columns, in the scopes that contrib gave them.

    Args:
      features: Name -> tensor.
      columns: contrib's feature columns, or core's, which need not be of one kind then.
      hidden_units: The width of each hidden layer.
      outputs: The width of the last, which has no activation.
      activation_fn: For the hidden layers.
      dropout: The part of each hidden layer to drop, or None where nothing is trained.
      collection: The collection for all variables.
      input_partitioner: For the variables of the columns.
      layer_partitioner: For those of the layers; None leaves it to the scope outside.
      summarize: Called with each layer and its tag.
      prefix: Goes before the names of the scopes.
      logits_tag: The tag of the last layer; None is its scope.
      trainable: Whether the optimizers that look for trainable variables find these.

    Returns:
      Logits `[batch_size, outputs]`, and the name of the scope of the input layer.
    """
    collections = [collection]
    scope_of = tf1.variable_scope
    with scope_of(prefix + "input_from_feature_columns", partitioner=input_partitioner) as scope:
        if _all_contrib(columns):
            net = input_from_feature_columns(
                features, columns, weight_collections=collections, trainable=trainable, scope=scope
            )
        else:
            with silenced_deprecations():
                net = tf1.feature_column.input_layer(
                    features, columns, weight_collections=collections, trainable=trainable
                )
        input_scope = scope.name
    options: dict[str, Any] = {"variables_collections": collections, "trainable": trainable}
    for index, units in enumerate(hidden_units):
        name = f"{prefix}hiddenlayer_{index}"
        with scope_of(name, partitioner=layer_partitioner) as scope:
            net = layers.fully_connected(
                net, units, activation_fn=activation_fn, scope=scope, **options
            )
            if dropout is not None:
                net = layers.dropout(net, keep_prob=1.0 - dropout)
        summarize(net, scope.name)
    with scope_of(prefix + "logits", partitioner=layer_partitioner) as scope:
        logits = layers.fully_connected(net, outputs, activation_fn=None, scope=scope, **options)
    summarize(logits, scope.name if logits_tag is None else logits_tag)
    return logits, input_scope


def wide_logits(
    features: dict[Any, Any],
    columns: FeatureColumns,
    outputs: int,
    *,
    collection: str,
    scope: Any,
    joint: bool = False,
    trainable: bool = True,
) -> Any:
    """Builds a weighted sum of the columns and a bias.

    Args:
      features: Name -> tensor.
      columns: contrib's feature columns, or core's, which need not be of one kind then.
      outputs: How many sums.
      collection: The collection for all variables.
      scope: The variable scope this is called in.
      joint: Whether all weights are rows of one variable; core columns know no such thing.
      trainable: As for `deep_logits`.

    Returns:
      Logits `[batch_size, outputs]`.
    """
    if not _all_contrib(columns):
        with silenced_deprecations():
            return tf1.feature_column.linear_model(
                features,
                columns,
                units=outputs,
                weight_collections=[collection],
                trainable=trainable,
            )
    build: Callable[..., Any] = weighted_sum_from_feature_columns
    if joint:
        build = joint_weighted_sum_from_feature_columns
    logits, _, _ = build(
        columns_to_tensors=features,
        feature_columns=columns,
        num_outputs=outputs,
        weight_collections=[collection],
        trainable=trainable,
        scope=scope,
    )
    return logits


def _all_contrib(columns: FeatureColumns) -> bool:
    """Whether contrib's functions build the input; core's take columns of either kind."""
    return all(isinstance(column, FeatureColumn) for column in columns)
