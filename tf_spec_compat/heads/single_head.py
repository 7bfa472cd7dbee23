"""`_SingleHead`: the steps from logits and labels to `ModelFnOps` that most heads share."""

from __future__ import annotations

import abc
from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import broadcast_weights
from tf_spec_compat._tf.runtime import in_tpu_context
from tf_spec_compat.heads.head import (
    Head,
    add_loss_summary,
    check_mode,
    head_scope,
    logits_of,
    run_train_op_fn,
    summary_key,
)
from tf_spec_compat.heads.losses import LossFn
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.metric_ops import MetricSource, losses_left_alone, metrics_of
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps

__all__ = ["SingleHead"]

# contrib's optimizer for the centered bias.
_CENTERED_BIAS_LEARNING_RATE = 0.1

Alternative = tuple[int, dict[str, Any]]
Metrics = dict[str, tuple[Any, Any]]


class SingleHead(Head):
    """A head with one label, one loss and one output alternative.

    A family of heads says by overriding how logits become predictions, what is measured, and what
    is served.
    """

    _default_scope = ""

    def __init__(
        self,
        problem_type: int,
        logits_dimension: int,
        loss_fn: LossFn,
        label_name: str | None = None,
        weight_column_name: str | None = None,
        enable_centered_bias: bool = False,
        head_name: str | None = None,
    ) -> None:
        if not logits_dimension or logits_dimension < 1:
            raise ValueError(f"Invalid logits_dimension {logits_dimension}; it must be at least 1.")
        self._problem_type = problem_type
        self._logits_dimension = logits_dimension
        self._loss_fn = loss_fn
        self._label_name = label_name
        self._weight_column_name = weight_column_name
        self._enable_centered_bias = enable_centered_bias
        self._head_name = head_name

    @property
    def logits_dimension(self) -> int:
        return self._logits_dimension

    def _defers_metrics(self) -> bool:
        return type(self).create_model_fn_ops is SingleHead.create_model_fn_ops

    @property
    def label_name(self) -> str | None:
        """The key of the label where labels come as a dict."""
        return self._label_name

    @property
    def weight_column_name(self) -> str | None:
        """The key of the example weights among the features."""
        return self._weight_column_name

    @property
    def head_name(self) -> str | None:
        """What metrics, summaries and the output alternative are marked with."""
        return self._head_name

    @abc.abstractmethod
    def _logits_to_predictions(self, logits: Any) -> dict[str, Any]:
        """Prediction key -> tensor."""

    @abc.abstractmethod
    def _metrics(self, predictions: dict[str, Any], labels: Any, weights: Any) -> Metrics:
        """Metric key without the head's name -> `(value, update_op)`, all but the loss."""

    @abc.abstractmethod
    def _output_alternative(self, predictions: dict[str, Any]) -> dict[str, Any]:
        """The tensors to be served."""

    def create_model_fn_ops(
        self,
        features: Mapping[Any, Any],
        mode: str,
        labels: Any = None,
        train_op_fn: Callable[[Any], Any] | None = None,
        logits: Any = None,
        logits_input: Any = None,
        scope: Any = None,
    ) -> ModelFnOps:
        check_mode(mode)
        if not isinstance(features, Mapping):
            raise AttributeError(
                f"features must be a dict of tensors, got {features!r}; give a single tensor a "
                "name, as {'x': features}."
            )
        inputs = [*features.values(), labels, logits, logits_input]
        with head_scope(scope, self._head_name or self._default_scope, inputs):
            if mode == ModeKeys.INFER:
                labels = None
            elif labels is None:
                raise ValueError(f"Missing loss: labels is None in mode {mode!r}; pass the labels.")
            else:
                labels = self._transform_labels(self._pick_label(labels))
            logits = logits_of(logits, logits_input, self._logits_dimension)
            bias = None
            if self._enable_centered_bias:
                bias = self._centered_bias()
                logits = tf.nn.bias_add(logits, bias)
            with tf1.name_scope("predictions"):
                predictions = self._logits_to_predictions(logits)
            loss, train_op, metrics = None, None, {}
            if labels is not None:
                weights = self._weights(features)
                loss_labels = self._loss_labels(labels)
                loss, average_loss = self._loss_fn(loss_labels, logits, weights)
                add_loss_summary(self._head_name, average_loss)
                if mode == ModeKeys.TRAIN:
                    extra_ops = []
                    if bias is not None:
                        extra_ops.append(self._centered_bias_step(bias, loss_labels, weights))
                    train_op = run_train_op_fn(train_op_fn, loss, extra_ops)
                metrics = metrics_of(
                    self._metric_source(predictions, logits, labels, weights, average_loss)
                )
            return ModelFnOps(
                mode=mode,
                predictions=predictions,
                loss=loss,
                train_op=train_op,
                eval_metric_ops=metrics,
                output_alternatives={
                    self._head_name: (self._problem_type, self._output_alternative(predictions))
                },
            )

    def _metric_source(
        self, predictions: dict[str, Any], logits: Any, labels: Any, weights: Any, loss: Any
    ) -> MetricSource:
        """The head's metrics as a function of logits, labels and weights.

        Of the tensors given here predictions and loss are at hand already; of others, as they
        arrive from the shards of a TPU, they are made first.
        """
        here = {"logits": logits, "labels": labels}
        if weights is not None:
            here["weights"] = weights

        def metric_fn(logits: Any, labels: Any, weights: Any = None) -> Metrics:
            made, average = predictions, loss
            if logits is not here["logits"]:
                with losses_left_alone(), tf1.name_scope("predictions"):
                    made = self._logits_to_predictions(logits)
                    average = self._loss_fn(self._loss_labels(labels), logits, weights)[1]
            with silenced_deprecations(), tf1.name_scope("metrics"):
                metrics = {
                    MetricKey.LOSS: tf1.metrics.mean(average),
                    **self._metrics(made, labels, weights),
                }
            return {summary_key(self._head_name, key): ops for key, ops in metrics.items()}

        return MetricSource(metric_fn, here, self._head_name, without=(MetricKey.LOSS,))

    def _pick_label(self, labels: Any) -> Any:
        if isinstance(labels, Mapping):
            if self._label_name not in labels:
                raise KeyError(
                    f"labels is a dict with the keys {list(labels)}, and the head's label_name is "
                    f"{self._label_name!r}; make the head with label_name set to one of these keys."
                )
            labels = labels[self._label_name]
        return labels

    def _transform_labels(self, labels: Any) -> Any:
        if isinstance(labels, (tf.SparseTensor, tf1.SparseTensorValue)):
            raise ValueError(
                "SparseTensor is not supported as labels of this head; convert it by "
                "tf.sparse.to_dense, or use multi_label_head."
            )
        return tf.convert_to_tensor(labels)

    def _loss_labels(self, labels: Any) -> Any:
        """What the loss function sees as labels."""
        return labels

    def _weights(self, features: Mapping[Any, Any]) -> Any:
        if not self._weight_column_name:
            return None
        if self._weight_column_name not in features:
            raise ValueError(
                f"Weights {self._weight_column_name} missing from features, which have "
                f"{list(features)}; weight_column_name must be one of these."
            )
        with tf1.name_scope("weight_tensor"):
            weights = features[self._weight_column_name]
            if isinstance(weights, (tf.SparseTensor, tf1.SparseTensorValue)):
                raise TypeError(
                    f"Weights {self._weight_column_name} must be a dense tensor, got {weights}; "
                    "convert it by tf.sparse.to_dense."
                )
            weights = tf.cast(weights, tf.float32)
            return tf.reshape(weights, [-1, 1]) if weights.shape.rank == 1 else weights

    def _centered_bias(self) -> Any:
        def zeros() -> Any:
            return tf.zeros([self._logits_dimension])

        on_tpu = in_tpu_context()  # Which makes variables outside of itself, by functions only.
        bias = tf1.Variable(
            zeros if on_tpu else zeros(), trainable=True, name="centered_bias_weight"
        )
        if on_tpu:
            return bias
        for index in range(self._logits_dimension):
            key = summary_key(self._head_name, f"centered_bias/bias_{index}")
            tf1.summary.scalar(key, bias[index])
        return bias

    def _centered_bias_step(self, bias: Any, labels: Any, weights: Any) -> Any:
        """An op that moves the bias towards the logits which would predict the labels alone."""
        with tf1.name_scope("centered_bias_step") as scope:
            batch_size = tf.shape(labels)[0]
            logits = tf.reshape(tf.tile(bias, [batch_size]), [batch_size, self._logits_dimension])
            with tf1.name_scope("centered_bias"):
                # contrib averages the training loss and the reported one, which differ under
                # weights.
                loss = tf.reduce_mean(tf.stack(self._loss_fn(labels, logits, weights)))
        optimizer = tf1.train.AdagradOptimizer(_CENTERED_BIAS_LEARNING_RATE)
        return optimizer.minimize(loss, var_list=(bias,), name=scope.rstrip("/"))


def class_weights(weights: Any, values: Any) -> Any:
    """Weights as `[batch_size, n_classes]`, for the metrics of single columns; or `None`."""
    return None if weights is None else broadcast_weights(weights, values)


def column(values: Any, class_id: int) -> Any:
    """`values[:, class_id]`, or `None` of `None`."""
    return None if values is None else values[:, class_id]


def check_class_ids(class_ids: Any, n_classes: int) -> tuple[int, ...]:
    """Returns the ids as a tuple; raises a `ValueError` if one is out of range."""
    ids = () if class_ids is None else tuple(class_ids)
    for class_id in ids:
        if class_id < 0 or class_id >= n_classes:
            raise ValueError(
                f"Class ID {class_id} not in [0, {n_classes}) of metric_class_ids={class_ids}."
            )
    return ids
