"""Heads for classes: logistic, softmax, hinge loss, and several labels an example."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import broadcast_weights
from tf_spec_compat.heads.single_head import (
    SingleHead,
    check_class_ids,
    class_weights,
    column,
)
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["BinaryLogisticHead", "BinarySvmHead", "MultiClassHead", "MultiLabelHead"]

_DEFAULT_THRESHOLDS = (0.5,)


def _served_classes(
    probabilities: Tensor, n_classes: int, label_keys: Sequence[str] | None = None
) -> dict[str, Tensor]:
    """All classes an example as strings, `[batch_size, n_classes]`, and their probabilities."""
    with tf1.name_scope("_classification_output_alternatives"):
        batch_size = tf.shape(probabilities)[0]
        if label_keys is None:
            keys = tf.as_string(tf.range(int(n_classes)))
        else:
            keys = tf.constant(label_keys)
        classes = tf.tile(tf.expand_dims(keys, 0), [batch_size, 1], name="classes_tensor")
    return {PredictionKey.CLASSES: classes, PredictionKey.PROBABILITIES: probabilities}


def _two_class_logits(logits: Tensor) -> Tensor:
    return tf.concat([tf.zeros_like(logits), logits], 1)


def _thresholds(thresholds: Sequence[float] | None) -> tuple[float, ...]:
    return tuple(thresholds) if thresholds else _DEFAULT_THRESHOLDS


class BinaryLogisticHead(SingleHead):
    """Two classes, one logit."""

    _default_scope = "binary_logistic_head"

    def __init__(self, thresholds: Sequence[float] | None, **kwargs: Any) -> None:
        super().__init__(ProblemType.LOGISTIC_REGRESSION, 1, **kwargs)
        self._thresholds = _thresholds(thresholds)

    def _logits_to_predictions(self, logits: Tensor) -> dict[str, Tensor]:
        two_class_logits = _two_class_logits(logits)
        return {
            PredictionKey.LOGITS: logits,
            PredictionKey.LOGISTIC: tf.sigmoid(logits, name=PredictionKey.LOGISTIC),
            PredictionKey.PROBABILITIES: tf.nn.softmax(
                two_class_logits, name=PredictionKey.PROBABILITIES
            ),
            PredictionKey.CLASSES: tf.argmax(two_class_logits, 1, name=PredictionKey.CLASSES),
        }

    def _metrics(
        self, predictions: dict[str, Tensor], labels: Tensor, weights: Tensor | None
    ) -> dict[str, Any]:
        logistic = predictions[PredictionKey.LOGISTIC]
        float_labels = tf.cast(labels, tf.float32)
        label_weights = None if weights is None else broadcast_weights(weights, float_labels)
        metrics = {
            MetricKey.ACCURACY: tf1.metrics.accuracy(
                labels, predictions[PredictionKey.CLASSES], weights
            ),
            MetricKey.PREDICTION_MEAN: tf1.metrics.mean(logistic, weights),
            MetricKey.LABEL_MEAN: tf1.metrics.mean(float_labels, label_weights),
            # The accuracy of always predicting the positive class, which is the mean of the labels.
            MetricKey.ACCURACY_BASELINE: tf1.metrics.mean(float_labels, label_weights),
            MetricKey.AUC: tf1.metrics.auc(float_labels, logistic, weights),
            MetricKey.AUC_PR: tf1.metrics.auc(float_labels, logistic, weights, curve="PR"),
        }
        for threshold in self._thresholds:
            at_threshold = tf.cast(tf.greater_equal(logistic, threshold), tf.float32)
            metrics[MetricKey.ACCURACY_MEAN % threshold] = tf1.metrics.accuracy(
                labels, at_threshold, weights
            )
            for key, metric in (
                (MetricKey.PRECISION_MEAN, tf1.metrics.precision_at_thresholds),
                (MetricKey.RECALL_MEAN, tf1.metrics.recall_at_thresholds),
            ):
                value, update_op = metric(labels, logistic, [threshold], weights)
                metrics[key % threshold] = (tf.squeeze(value), tf.squeeze(update_op))
        return metrics

    def _output_alternative(self, predictions: dict[str, Tensor]) -> dict[str, Tensor]:
        return _served_classes(predictions[PredictionKey.PROBABILITIES], 2)


class BinarySvmHead(SingleHead):
    """Two classes, one logit, hinge loss; `thresholds` is not used, as in contrib."""

    _default_scope = "binary_svm_head"

    def __init__(self, thresholds: Sequence[float] | None, **kwargs: Any) -> None:
        super().__init__(ProblemType.LOGISTIC_REGRESSION, 1, **kwargs)
        self._thresholds = thresholds or _DEFAULT_THRESHOLDS

    def _logits_to_predictions(self, logits: Tensor) -> dict[str, Tensor]:
        return {
            PredictionKey.LOGITS: logits,
            PredictionKey.CLASSES: tf.argmax(
                _two_class_logits(logits), 1, name=PredictionKey.CLASSES
            ),
        }

    def _metrics(
        self, predictions: dict[str, Tensor], labels: Tensor, weights: Tensor | None
    ) -> dict[str, Any]:
        classes = predictions[PredictionKey.CLASSES]
        return {MetricKey.ACCURACY: tf1.metrics.accuracy(labels, classes, weights)}

    def _output_alternative(self, predictions: dict[str, Tensor]) -> dict[str, Tensor]:
        return dict(predictions)


class MultiClassHead(SingleHead):
    """Exclusive classes, a logit each."""

    _default_scope = "multi_class_head"

    def __init__(
        self,
        n_classes: int,
        metric_class_ids: Sequence[int] | None,
        label_keys: Sequence[str] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(ProblemType.CLASSIFICATION, n_classes, **kwargs)
        self._metric_class_ids = check_class_ids(metric_class_ids, n_classes)
        self._label_keys = list(label_keys) if label_keys else None
        if self._label_keys and len(self._label_keys) != n_classes:
            raise ValueError(
                f"Length of label_keys must equal n_classes, got {len(self._label_keys)} keys "
                f"{self._label_keys} for n_classes={n_classes}."
            )
        if isinstance(label_keys, str) or not all(
            isinstance(key, (str, bytes)) for key in self._label_keys or ()
        ):
            raise ValueError(
                f"label_keys must be a list of strings, got {label_keys!r}; leave it out if labels "
                "are integers."
            )

    def _loss_labels(self, labels: Tensor) -> Tensor:
        if self._label_keys is None:
            return labels
        ids = tf.range(len(self._label_keys), dtype=tf.int64)
        return _lookup("label_id_lookup", self._label_keys, ids, -1, labels)

    def _logits_to_predictions(self, logits: Tensor) -> dict[str, Tensor]:
        classes = tf.argmax(logits, 1, name=PredictionKey.CLASSES)
        if self._label_keys is not None:
            ids = tf.range(len(self._label_keys), dtype=tf.int64)
            classes = _lookup("class_string_lookup", ids, self._label_keys, "UNK", classes)
        return {
            PredictionKey.LOGITS: logits,
            PredictionKey.PROBABILITIES: tf.nn.softmax(logits, name=PredictionKey.PROBABILITIES),
            PredictionKey.CLASSES: classes,
        }

    def _metrics(
        self, predictions: dict[str, Tensor], labels: Tensor, weights: Tensor | None
    ) -> dict[str, Any]:
        classes = predictions[PredictionKey.CLASSES]
        metrics = {MetricKey.ACCURACY: tf1.metrics.accuracy(labels, classes, weights)}
        # contrib has the metrics of single classes for integer labels only.
        if self._label_keys is not None or not self._metric_class_ids:
            return metrics
        logits = predictions[PredictionKey.LOGITS]
        probabilities = predictions[PredictionKey.PROBABILITIES]
        wide_weights = class_weights(weights, logits)
        for class_id in self._metric_class_ids:
            class_weight = column(wide_weights, class_id)
            for key, values, value_weights in (
                (MetricKey.CLASS_PREDICTION_MEAN, _is_class(classes, class_id), weights),
                (MetricKey.CLASS_LABEL_MEAN, _is_class(labels, class_id), weights),
                (MetricKey.CLASS_PROBABILITY_MEAN, column(probabilities, class_id), class_weight),
                (MetricKey.CLASS_LOGITS_MEAN, column(logits, class_id), class_weight),
            ):
                metrics[key % class_id] = tf1.metrics.mean(values, value_weights)
        return metrics

    def _output_alternative(self, predictions: dict[str, Tensor]) -> dict[str, Tensor]:
        probabilities = predictions[PredictionKey.PROBABILITIES]
        return _served_classes(probabilities, self._logits_dimension, self._label_keys)


def _is_class(classes: Tensor, class_id: int) -> Tensor:
    return tf.cast(tf.equal(classes, class_id), tf.float32)


def _lookup(
    name: str, keys: TensorLike, values: TensorLike, default: Any, queries: Tensor
) -> Tensor:
    """Looks `queries` up in a new table that the graph's table initializers fill."""
    with tf1.name_scope(name):
        initializer = tf.lookup.KeyValueTensorInitializer(keys, values)
        table = tf.lookup.StaticHashTable(initializer, default)
    return table.lookup(queries)


class MultiLabelHead(SingleHead):
    """Any number of classes an example, a logit each."""

    _default_scope = "multi_label_head"

    def __init__(
        self,
        n_classes: int,
        thresholds: Sequence[float] | None,
        metric_class_ids: Sequence[int] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(ProblemType.CLASSIFICATION, n_classes, **kwargs)
        # Kept, but not used by any metric, as in contrib.
        self._thresholds = thresholds or _DEFAULT_THRESHOLDS
        self._metric_class_ids = check_class_ids(metric_class_ids, n_classes)

    def _transform_labels(self, labels: TensorLike) -> Tensor:
        if isinstance(labels, (tf.SparseTensor, tf1.SparseTensorValue)):
            labels = tf1.convert_to_tensor_or_sparse_tensor(labels)
            return tf.cast(tf1.sparse.to_indicator(labels, self._logits_dimension), tf.int64)
        return tf.convert_to_tensor(labels)

    def _logits_to_predictions(self, logits: Tensor) -> dict[str, Tensor]:
        return {
            PredictionKey.LOGITS: logits,
            PredictionKey.PROBABILITIES: tf.sigmoid(logits, name=PredictionKey.PROBABILITIES),
            PredictionKey.CLASSES: tf.cast(
                tf.greater(logits, 0), tf.int64, name=PredictionKey.CLASSES
            ),
        }

    def _metrics(
        self, predictions: dict[str, Tensor], labels: Tensor, weights: Tensor | None
    ) -> dict[str, Any]:
        classes = predictions[PredictionKey.CLASSES]
        logits = predictions[PredictionKey.LOGITS]
        probabilities = predictions[PredictionKey.PROBABILITIES]
        float_labels = tf.cast(labels, tf.float32)
        weights_of_auc = class_weights(weights, logits)
        metrics = {
            MetricKey.ACCURACY: tf1.metrics.accuracy(labels, classes, weights),
            MetricKey.AUC: tf1.metrics.auc(float_labels, probabilities, weights_of_auc),
            MetricKey.AUC_PR: tf1.metrics.auc(
                float_labels, probabilities, weights_of_auc, curve="PR"
            ),
        }
        float_classes = tf.cast(classes, tf.float32) if self._metric_class_ids else None
        for class_id in self._metric_class_ids:
            weight = column(weights_of_auc, class_id)
            label = column(float_labels, class_id)
            probability = column(probabilities, class_id)
            for key, values in (
                (MetricKey.CLASS_PREDICTION_MEAN, column(float_classes, class_id)),
                (MetricKey.CLASS_LABEL_MEAN, label),
                (MetricKey.CLASS_PROBABILITY_MEAN, probability),
                (MetricKey.CLASS_LOGITS_MEAN, column(logits, class_id)),
            ):
                metrics[key % class_id] = tf1.metrics.mean(values, weight)
            metrics[MetricKey.CLASS_AUC % class_id] = tf1.metrics.auc(label, probability, weight)
            metrics[MetricKey.CLASS_AUC_PR % class_id] = tf1.metrics.auc(
                label, probability, weight, curve="PR"
            )
        return metrics

    def _output_alternative(self, predictions: dict[str, Tensor]) -> dict[str, Tensor]:
        probabilities = predictions[PredictionKey.PROBABILITIES]
        return _served_classes(probabilities, self._logits_dimension)
