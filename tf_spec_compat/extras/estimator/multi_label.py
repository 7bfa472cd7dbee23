"""`multi_label_head` of `tensorflow.contrib.estimator`: any number of classes for an example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import private, tf, tf1
from tf_spec_compat.extras.estimator.training import check_labels, train_op_of
from tf_spec_compat.model.types import Tensor

__all__ = ["MultiLabelHead", "multi_label_head"]

_MEAN = "weighted_sum_over_batch_size"


class MultiLabelHead(private.SingleHead):
    """What `multi_label_head` returns: a head as the canned ones of `tf.compat.v1.estimator`."""

    def __init__(
        self,
        n_classes: int,
        weight_column: Any,
        thresholds: Sequence[float],
        label_vocabulary: Sequence[str] | None,
        loss_reduction: str,
        loss_fn: Callable[..., Any] | None,
        classes: Sequence[int],
        name: str | None,
    ) -> None:
        self._n_classes = n_classes
        self._weight_column = weight_column
        self._thresholds = thresholds
        self._label_vocabulary = label_vocabulary
        self._loss_reduction = loss_reduction
        self._loss_fn = loss_fn
        self._classes = classes
        self._name = name

    @property
    def name(self) -> str | None:
        """The suffix of metrics and summaries."""
        return self._name

    @property
    def logits_dimension(self) -> int:
        """How many logits an example has: one for each class."""
        return self._n_classes

    def create_loss(self, features: Any, mode: str, logits: Tensor, labels: Any) -> Any:
        """Returns the losses of a batch.

        Args:
          features: A dict; the weights are taken from it.
          mode: One of `tf.estimator.ModeKeys`.
          logits: `[batch_size, n_classes]`, float32.
          labels: As `multi_label_head` says.

        Returns:
          A `LossSpec`: the scalar loss, that of each example `[batch_size, 1]`, the weights, and
          the labels as numbers 0 and 1.
        """
        indicators = self._indicators(labels, logits)
        if self._loss_fn is None:
            losses = tf.nn.sigmoid_cross_entropy_with_logits(
                labels=tf.cast(indicators, tf.float32), logits=logits
            )
            losses = tf.reduce_mean(losses, axis=-1, keepdims=True)
        else:
            losses = private.call_loss_fn(self._loss_fn, indicators, logits, features)
        weights = private.head_weights(features, self._weight_column, logits)
        loss = tf1.losses.compute_weighted_loss(
            losses, weights=weights, reduction=self._loss_reduction
        )
        return private.LossSpec(loss, losses, weights, indicators)

    def create_estimator_spec(
        self,
        features: Any,
        mode: str,
        logits: Any,
        labels: Any = None,
        optimizer: Any = None,
        train_op_fn: Callable[[Tensor], Any] | None = None,
        regularization_losses: Sequence[Tensor] | None = None,
    ) -> Any:
        """Returns an `EstimatorSpec`.

        Args:
          features: A dict; the weights are taken from it.
          mode: One of `tf.estimator.ModeKeys`.
          logits: `[batch_size, n_classes]`, float32.
          labels: As `multi_label_head` says; not needed for prediction.
          optimizer: A `tf.compat.v1.train.Optimizer` that minimizes the loss in training.
          train_op_fn: Makes the training op of the loss, in place of `optimizer`.
          regularization_losses: Scalars to add to the loss.

        Raises:
          ValueError: Labels are missing or have another shape, or in training there are both an
            optimizer and a `train_op_fn`, or none of the two.
        """
        with tf.name_scope(self._name or "head"):
            logits = tf.convert_to_tensor(logits)
            if logits.shape[-1] != self._n_classes:
                raise ValueError(
                    "logits shape must be [D0, D1, ... DN, logits_dimension], got "
                    f"{logits.shape}. There are {self._n_classes} classes."
                )
            with tf.name_scope("predictions"):
                probabilities = tf.sigmoid(logits, name="probabilities")
            predictions = {"logits": logits, "probabilities": probabilities}
            if mode == core.ModeKeys.PREDICT:
                served = private.classification_output(
                    probabilities, self._n_classes, self._label_vocabulary
                )
                outputs = {
                    "serving_default": served,
                    "classification": served,
                    "predict": core.export.PredictOutput(predictions),
                }
                return core.EstimatorSpec(mode, predictions=predictions, export_outputs=outputs)
            losses = self.create_loss(features, mode, logits, labels)
            penalty = tf.add_n(regularization_losses) if regularization_losses else None
            loss = losses.training_loss if penalty is None else losses.training_loss + penalty
            if mode != core.ModeKeys.EVAL:
                train_op = train_op_of(loss, optimizer, train_op_fn)
        if mode == core.ModeKeys.EVAL:
            metrics = self._metrics(losses, probabilities, penalty)
            return core.EstimatorSpec(
                mode, predictions=predictions, loss=loss, eval_metric_ops=metrics
            )
        with tf.name_scope(""):
            self._summarize(losses, loss, penalty)
        return core.EstimatorSpec(mode, predictions=predictions, loss=loss, train_op=train_op)

    def _summarize(self, losses: Any, loss: Tensor, penalty: Tensor | None) -> None:
        scalars = {"loss": loss}
        if self._loss_reduction == tf1.losses.Reduction.SUM:
            scalars["average_loss"] = tf1.losses.compute_weighted_loss(
                losses.unreduced_loss, losses.weights, reduction=tf1.losses.Reduction.MEAN
            )
        if penalty is not None:
            scalars["regularization_loss"] = penalty
        for key, value in scalars.items():
            tf1.summary.scalar(private.summary_key(self._name, key), value)

    def _indicators(self, labels: Any, logits: Tensor) -> Tensor:
        """Returns labels as numbers 0 and 1 of the logits' shape."""
        check_labels(labels)
        size = self._n_classes
        if not isinstance(labels, tf.SparseTensor):
            labels = private.check_dense_labels(labels, logits, size)
            message = "labels must be an integer indicator Tensor with values in [0, 1]"
            return private.assert_range(labels, 2, message=message)
        ids = labels.values
        if labels.dtype == tf.string:
            table = private.index_table_from_tensor(tuple(self._label_vocabulary or ()))
            ids = table.lookup(ids)
        message = f"labels must be an integer SparseTensor with values in [0, {size})"
        limit = tf.constant(size, ids.dtype)
        checks = (
            tf1.assert_less(ids, limit, message=message),
            tf1.assert_non_negative(ids, message=message),
        )
        with tf.control_dependencies(checks):
            sparse = tf.SparseTensor(labels.indices, ids, labels.dense_shape)
            indicators = tf.cast(tf.sparse.to_indicator(sparse, size), tf.int64)
        return tf.ensure_shape(indicators, logits.shape)

    def _metrics(self, losses: Any, probabilities: Tensor, penalty: Tensor | None) -> Any:
        labels, weights = losses.processed_labels, losses.weights
        found = {}

        def add(key: str, metric: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
            found[private.summary_key(self._name, key)] = metric(*args, name=key, **kwargs)

        def add_areas(suffix: str, labels: Tensor, probabilities: Tensor) -> None:
            given = (labels, probabilities, weights)
            add(f"auc{suffix}", private.auc, *given)
            add(f"auc_precision_recall{suffix}", private.auc, *given, curve="PR")

        with tf1.name_scope("metrics"):
            add("average_loss", tf1.metrics.mean, losses.unreduced_loss, weights)
            add_areas("", labels, probabilities)
            for threshold in self._thresholds:
                for key, metric in (
                    ("accuracy", private.accuracy_at_threshold),
                    ("precision", private.precision_at_threshold),
                    ("recall", private.recall_at_threshold),
                ):
                    given = (labels, probabilities, weights, threshold)
                    add(f"{key}/positive_threshold_{threshold:g}", metric, *given)
            for number in self._classes:
                names = self._label_vocabulary
                suffix = f"/{names[number]}" if names else f"/class{number}"
                of_class = probabilities[..., number : number + 1]
                mean = private.predictions_mean
                add(f"probability_mean{suffix}", mean, predictions=of_class, weights=weights)
                add_areas(suffix, labels[..., number : number + 1], of_class)
            if penalty is not None:
                add("regularization_loss", tf1.metrics.mean, penalty)
        return found


def multi_label_head(
    n_classes: int,
    weight_column: Any = None,
    thresholds: Sequence[float] | None = None,
    label_vocabulary: Sequence[str] | None = None,
    loss_reduction: str = _MEAN,
    loss_fn: Callable[..., Any] | None = None,
    classes_for_class_based_metrics: Sequence[int | str] | None = None,
    name: str | None = None,
) -> Any:
    """Returns a head for examples with none, one or several of `n_classes` classes.

    The loss is sigmoid cross entropy, its mean over classes. Labels are numbers 0 and 1,
    `[batch_size, n_classes]`, or a `SparseTensor` of the classes' numbers, of any integer type, or
    of their names, if there is a vocabulary.

        head = multi_label_head(3, label_vocabulary=["red", "green", "blue"])

    Args:
      n_classes: How many classes, at least 2.
      weight_column: A feature of weights, by name or as a numeric column.
      thresholds: Between 0 and 1, for which to have accuracy, precision and recall.
      label_vocabulary: The classes' names.
      loss_reduction: One of `tf.losses.Reduction`, but not `NONE`.
      loss_fn: A function of `labels`, `logits` and, if it likes, `features` and `loss_reduction`
        that returns unreduced losses `[batch_size, 1]`, in place of cross entropy.
      classes_for_class_based_metrics: Numbers or names of classes that have metrics of their own.
      name: Suffix of metrics and summaries, and name scope.

    Raises:
      ValueError: An argument is out of its range.
    """
    if not n_classes or n_classes < 2:
        raise ValueError(
            f"n_classes must be > 1 for multi-class classification. Given: {n_classes}"
        )
    for threshold in thresholds or ():
        if not 0 < threshold < 1:
            raise ValueError(f"thresholds must be in (0, 1) range. Given: {threshold}")
    if label_vocabulary is not None:
        if not isinstance(label_vocabulary, (list, tuple)):
            raise ValueError(
                f"label_vocabulary must be a list or tuple. Given type: {type(label_vocabulary)}"
            )
        if len(label_vocabulary) != n_classes:
            raise ValueError(
                f"Length of label_vocabulary must be n_classes ({n_classes}). "
                f"Given: {len(label_vocabulary)}"
            )
    if loss_fn is not None:
        private.validate_loss_fn_args(loss_fn)
    reductions = tf1.losses.Reduction
    if loss_reduction not in reductions.all() or loss_reduction == reductions.NONE:
        raise ValueError(f"Invalid loss_reduction: {loss_reduction}")
    classes = [
        _class_number(item, n_classes, label_vocabulary)
        for item in classes_for_class_based_metrics or ()
    ]
    return MultiLabelHead(
        n_classes,
        weight_column,
        tuple(thresholds or ()),
        label_vocabulary,
        loss_reduction,
        loss_fn,
        classes,
        name,
    )


def _class_number(item: int | str, n_classes: int, names: Sequence[str] | None) -> int:
    if isinstance(item, str):
        if not names:
            # The misspelling is contrib's, whose words tests match.
            raise ValueError(
                "label_vocabulary must be provided when classes_for_class_based_metrics are sting."
            )
        if item not in names:
            raise ValueError(f"{item!r} is not in list; label_vocabulary is {list(names)}.")
        return list(names).index(item)
    if not 0 <= item < n_classes:
        raise ValueError(
            "All classes_for_class_based_metrics must be in range "
            f"[0, {n_classes - 1}]. Given: {item}"
        )
    return item
