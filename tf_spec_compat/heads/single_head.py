"""`SingleHead`: the steps from logits and labels to `ModelFnOps` that most heads share."""

from __future__ import annotations

import abc
from collections.abc import Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import broadcast_weights
from tf_spec_compat._tf.runtime import in_tpu_context
from tf_spec_compat.heads.canned_head import CannedHead, HeadInputs
from tf_spec_compat.heads.head import (
    add_loss_summary,
    check_head_mode,
    check_logits,
    head_scope,
    labels_for_mode,
    pick_label,
    run_train_op_fn,
    summary_key,
)
from tf_spec_compat.heads.losses import preserved_losses
from tf_spec_compat.model.eval_metrics import EvalMetrics
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, LossFn, Operation, Tensor, TensorLike

__all__ = ["SingleHead", "check_class_ids", "class_weights", "column"]

# contrib's optimizer for the centered bias.
_CENTERED_BIAS_LEARNING_RATE = 0.1


class SingleHead(CannedHead):
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
    def _logits_to_predictions(self, logits: Tensor) -> dict[str, Tensor]:
        """Prediction key -> tensor."""

    @abc.abstractmethod
    def _metrics(
        self, predictions: dict[str, Tensor], labels: Tensor, weights: Tensor | None
    ) -> dict[str, Any]:
        """Metric key without the head's name -> `(value, update_op)`, all but the loss."""

    @abc.abstractmethod
    def _output_alternative(self, predictions: dict[str, Tensor]) -> dict[str, Tensor]:
        """The tensors to be served."""

    def build(self, inputs: HeadInputs, deferred: list[EvalMetrics] | None = None) -> ModelFnOps:
        features, mode = inputs.features, inputs.mode
        check_head_mode(mode)
        if not isinstance(features, Mapping):
            raise AttributeError(
                f"features must be a dict of tensors, got {features!r}; give a single tensor a "
                "name, as {'x': features}."
            )
        tensors = [*features.values(), inputs.labels, inputs.logits, inputs.logits_input]
        with head_scope(inputs.scope, self._head_name or self._default_scope, tensors):
            labels = labels_for_mode(mode, inputs.labels)
            if labels is not None:
                labels = self._transform_labels(pick_label(labels, self._label_name, "label_name"))
            logits = check_logits(inputs.logits, inputs.logits_input, self._logits_dimension)
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
                    train_op = run_train_op_fn(inputs.train_op_fn, loss, extra_ops)
                eval_metrics = self._eval_metrics(
                    predictions, logits, labels, weights, average_loss
                )
                if deferred is None:
                    metrics = eval_metrics.build()
                else:
                    deferred.append(eval_metrics)
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

    def _eval_metrics(
        self,
        predictions: dict[str, Tensor],
        logits: Tensor,
        labels: Tensor,
        weights: Tensor | None,
        loss: Tensor,
    ) -> EvalMetrics:
        """The head's metrics as a function of logits, labels and weights.

        Of the tensors given here predictions and loss are there already; of others, as they arrive
        from the shards of a TPU, they are built first.
        """
        here = {"logits": logits, "labels": labels}
        if weights is not None:
            here["weights"] = weights

        def metric_fn(
            logits: Tensor, labels: Tensor, weights: Tensor | None = None
        ) -> dict[str, Any]:
            predicted, average = predictions, loss
            if logits is not here["logits"]:
                with preserved_losses(), tf1.name_scope("predictions"):
                    predicted = self._logits_to_predictions(logits)
                    average = self._loss_fn(self._loss_labels(labels), logits, weights)[1]
            with silenced_deprecations(), tf1.name_scope("metrics"):
                metrics = {
                    MetricKey.LOSS: tf1.metrics.mean(average),
                    **self._metrics(predicted, labels, weights),
                }
            return {summary_key(self._head_name, key): ops for key, ops in metrics.items()}

        return EvalMetrics(metric_fn, here, self._head_name, excluded=(MetricKey.LOSS,))

    def _transform_labels(self, labels: TensorLike) -> Tensor:
        if isinstance(labels, (tf.SparseTensor, tf1.SparseTensorValue)):
            raise ValueError(
                "SparseTensor is not supported as labels of this head; convert it by "
                "tf.sparse.to_dense, or use multi_label_head."
            )
        return tf.convert_to_tensor(labels)

    def _loss_labels(self, labels: Tensor) -> Tensor:
        """What the loss function sees as labels."""
        return labels

    def _weights(self, features: Features) -> Tensor | None:
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
                    f"Expected float32, got {weights!r} of type 'SparseTensor' instead: weights "
                    f"{self._weight_column_name} must be dense; convert them by tf.sparse.to_dense."
                )
            weights = tf.cast(weights, tf.float32)
            return tf.reshape(weights, [-1, 1]) if weights.shape.rank == 1 else weights

    def _centered_bias(self) -> Tensor:
        def zeros() -> Tensor:
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

    def _centered_bias_step(
        self, bias: Tensor, labels: Tensor, weights: Tensor | None
    ) -> Operation:
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


def class_weights(weights: Tensor | None, values: Tensor) -> Tensor | None:
    """Weights as `[batch_size, n_classes]`, for the metrics of single columns; or `None`."""
    return None if weights is None else broadcast_weights(weights, values)


def column(values: Tensor | None, class_id: int) -> Tensor | None:
    """`values[:, class_id]`, or `None` of `None`."""
    return None if values is None else values[:, class_id]


def check_class_ids(class_ids: Sequence[int] | None, n_classes: int) -> tuple[int, ...]:
    """Returns the ids as a tuple; raises a `ValueError` if one is out of range."""
    ids = () if class_ids is None else tuple(class_ids)
    for class_id in ids:
        if class_id < 0 or class_id >= n_classes:
            raise ValueError(
                f"Class ID {class_id} not in [0, {n_classes}) of metric_class_ids={class_ids}."
            )
    return ids
