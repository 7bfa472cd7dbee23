"""The model_fn of wide and deep models: `DNNLinearCombinedEstimator` and its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.canned import networks, optimizers
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.training.types import Config, FeatureColumns, Optimizer

__all__ = ["check_columns", "check_no_sync_replicas_optimizer", "dnn_linear_combined_model_fn"]


def check_no_sync_replicas_optimizer(optimizer: Optimizer) -> None:
    """Raises a `ValueError` for an optimizer that only one part of a model may have."""
    if isinstance(optimizer, tf1.train.SyncReplicasOptimizer):
        raise ValueError(
            "SyncReplicasOptimizer is not supported in DNNLinearCombined model. If you want to use "
            "this optimizer, please use either DNN or Linear model."
        )


def check_columns(
    linear_columns: FeatureColumns | None, dnn_columns: FeatureColumns | None
) -> None:
    """Raises a `ValueError` if there are neither."""
    if not linear_columns and not dnn_columns:
        raise ValueError(
            "Either linear_feature_columns or dnn_feature_columns must be defined, got "
            f"{linear_columns!r} and {dnn_columns!r}."
        )


def dnn_linear_combined_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config = None
) -> Any:
    """The model_fn of all estimators here.

    Args:
      features: A tensor, or a dict of them.
      labels: What the head takes.
      mode: One of `ModeKeys`.
      params: `head`, and any of the other options of `DNNLinearCombinedEstimator` but
        `feature_engineering_fn`; `joint_linear_weights` is one of them.
      config: A `RunConfig`, or None.

    Returns:
      `ModelFnOps`.

    Raises:
      ValueError: If there are neither columns, an optimizer is a `SyncReplicasOptimizer`, or there
        are columns for the network but no hidden units.
    """
    head = networks.head_of(params)
    linear_columns = params.get("linear_feature_columns")
    dnn_columns = params.get("dnn_feature_columns")
    linear_optimizer = params.get("linear_optimizer") or "Ftrl"
    dnn_optimizer = params.get("dnn_optimizer") or "Adagrad"
    hidden_units: Any = params.get("dnn_hidden_units")
    check_columns(linear_columns, dnn_columns)
    check_no_sync_replicas_optimizer(linear_optimizer)
    check_no_sync_replicas_optimizer(dnn_optimizer)
    if dnn_columns and not hidden_units:
        raise ValueError(
            "dnn_hidden_units must be defined when dnn_feature_columns is specified; got "
            f"{hidden_units!r}."
        )
    features = networks.feature_dict(features)
    values = tuple(features.values())
    parts: list[tuple[Any, Callable[[Any], Any]]] = []
    common: dict[str, Any] = {
        "clip_norm": params.get("gradient_clip_norm"),
        "count": not params.get("fix_global_step_increment_bug"),
    }

    if dnn_columns:
        deep = networks.DNN
        with tf1.variable_scope(deep, values=values, partitioner=networks.partitioner(config)):
            dnn_logits, input_scope = networks.deep_logits(
                features,
                dnn_columns,
                hidden_units,
                head.logits_dimension,
                activation_fn=params.get("dnn_activation_fn") or tf.nn.relu,
                dropout=params.get("dnn_dropout") if mode == ModeKeys.TRAIN else None,
                collection=deep,
                input_partitioner=params.get("input_layer_partitioner")
                or networks.partitioner(config, networks.INPUT_SLICE),
            )

        def train_dnn(loss: Tensor) -> Any:
            multipliers = params.get("embedding_lr_multipliers")
            return optimizers.optimize(
                loss,
                dnn_optimizer,
                optimizers.DNN_RATE,
                name=deep,
                variables=tf1.get_collection(deep),
                multipliers=optimizers.gradient_multipliers(multipliers, deep, input_scope),
                **common,
            )

        parts.append((dnn_logits, train_dnn))

    if linear_columns:
        wide = networks.LINEAR
        partitioner = networks.partitioner(config, networks.INPUT_SLICE)
        with tf1.variable_scope(wide, values=values, partitioner=partitioner) as scope:
            linear_logits = networks.wide_logits(
                features,
                linear_columns,
                head.logits_dimension,
                collection=wide,
                scope=scope,
                joint=params.get("joint_linear_weights", False),
            )
            networks.add_summaries(linear_logits, scope.name)

        def train_linear(loss: Tensor) -> Any:
            return optimizers.optimize(
                loss,
                linear_optimizer,
                optimizers.linear_rate(linear_columns),
                name=wide,
                variables=tf1.get_collection(wide),
                **common,
            )

        parts.append((linear_logits, train_linear))

    def train_op_fn(loss: Tensor) -> Any:
        train_op = tf.group(*[train(loss) for _, train in parts])
        if common["count"]:
            return train_op
        with tf.control_dependencies([train_op]):
            return tf1.assign_add(tf1.train.get_global_step(), 1).op

    logits = [part for part, _ in parts]
    return head.create_model_fn_ops(
        features=features,
        mode=mode,
        labels=labels,
        train_op_fn=train_op_fn,
        logits=logits[0] + logits[1] if len(logits) == 2 else logits[0],
    )
