"""contrib's heads for `tf.estimator`'s estimators, and `tf.estimator`'s heads for contrib's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat._tf.private import create_estimator_spec_train_op
from tf_spec_compat.heads.head import Head, check_mode, head_scope, logits_of
from tf_spec_compat.model.metric_ops import MetricSource, deferred_metrics
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.specs.estimator_spec import to_estimator_spec, to_model_fn_ops
from tf_spec_compat.specs.fields import with_fields

__all__ = ["as_contrib_head", "as_estimator_head"]

_DEFAULT_KEY = tf1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY


def as_estimator_head(head: Any) -> Any:
    """Returns a `tf.estimator.Head` that does what a head of contrib's does.

    It is a `head=` for `DNNEstimator`, `LinearEstimator` and `DNNLinearCombinedEstimator`, both of
    `tf.estimator` and of `tf.compat.v1.estimator`. Losses, predictions, metrics and signatures are
    those of the contrib head.

    Args:
      head: A contrib `Head`. What is a head of `tf.estimator` already is returned as it is.

    Raises:
      TypeError: If it is neither.
    """
    if isinstance(head, _CoreHead):
        return head.core_head
    if hasattr(head, "create_estimator_spec"):
        return head
    if not hasattr(head, "create_model_fn_ops"):
        raise TypeError(f"Expected a Head of contrib's, got {head!r} of {type(head)}.")
    return _EstimatorHead(head)


def as_contrib_head(head: Any) -> Any:
    """Returns a contrib `Head` that does what a head of `tf.estimator` does.

    It is a head for `multi_head` and for contrib's estimators, which call this for you. Losses,
    predictions and metrics are those of `head`; what it serves by default is the output alternative
    called as the head. Where labels come as a dict, it takes those under its name.

    Args:
      head: A `tf.estimator.Head`, or anything with its `create_estimator_spec`. A contrib `Head`,
        or anything with its `create_model_fn_ops`, is returned as it is.

    Raises:
      TypeError: If it is neither.
    """
    if isinstance(head, _EstimatorHead):
        return head.contrib_head
    if hasattr(head, "create_model_fn_ops"):
        return head
    if not hasattr(head, "create_estimator_spec"):
        raise TypeError(
            f"Expected a Head of contrib's or of tf.estimator's, got {head!r} of {type(head)}."
        )
    return _CoreHead(head)


class _EstimatorHead(estimator.Head):
    """A head of contrib's as one of `tf.estimator`'s."""

    # contrib's training loss is the mean over the batch of the weighted losses.
    loss_reduction = "sum_over_batch_size"

    def __init__(self, head: Any) -> None:
        self.contrib_head = head

    @property
    def name(self) -> str | None:
        return getattr(self.contrib_head, "head_name", None)

    @property
    def logits_dimension(self) -> int:
        return self.contrib_head.logits_dimension

    def loss(
        self,
        labels: Any,
        logits: Any,
        features: Mapping[str, Any] | None = None,
        mode: str | None = None,
        regularization_losses: Sequence[Any] | None = None,
    ) -> Any:
        with deferred_metrics():
            ops = self._ops(features, ModeKeys.EVAL, logits, labels)
        return _add(ops.loss, regularization_losses)

    def predictions(self, logits: Any, keys: Sequence[str] | None = None) -> dict[Any, Any]:
        predictions = self._ops({}, ModeKeys.INFER, logits).predictions
        missing = [key for key in keys or () if key not in predictions]
        if missing:
            raise ValueError(f"There are no predictions {missing}, but {[*predictions]}.")
        return {key: predictions[key] for key in keys or predictions}

    def metrics(self, regularization_losses: Sequence[Any] | None = None) -> dict[str, Any]:
        """Nothing: contrib's metrics are no objects. `update_metrics` has them."""
        return {}

    def update_metrics(
        self,
        eval_metrics: Mapping[str, Any],
        features: Mapping[str, Any] | None,
        logits: Any,
        labels: Any,
        mode: str | None = None,
        regularization_losses: Sequence[Any] | None = None,
    ) -> dict[str, Any]:
        """Returns `eval_metrics` and contrib's, which are `(value, update op)`."""
        spec = to_estimator_spec(self._ops(features, ModeKeys.EVAL, logits, labels))
        return {**eval_metrics, **spec.eval_metric_ops}

    def create_estimator_spec(
        self,
        features: Mapping[str, Any],
        mode: str,
        logits: Any,
        labels: Any = None,
        optimizer: Any = None,
        trainable_variables: Sequence[Any] | None = None,
        train_op_fn: Callable[[Any], Any] | None = None,
        update_ops: Sequence[Any] | None = None,
        regularization_losses: Sequence[Any] | None = None,
    ) -> Any:
        def train(loss: Any) -> Any:
            loss = _add(loss, regularization_losses)
            if isinstance(optimizer, tf1.train.Optimizer) and train_op_fn is None:
                step = optimizer.minimize(loss, global_step=tf1.train.get_global_step())
                return tf.group(step, *(update_ops or ()))
            return create_estimator_spec_train_op(
                head_name=self.name,
                optimizer=optimizer,
                trainable_variables=trainable_variables,
                train_op_fn=train_op_fn,
                update_ops=update_ops,
                regularized_training_loss=loss,
                loss_reduction=self.loss_reduction,
            )

        ops = self._ops(features, mode, logits, labels, train)
        if ops.loss is not None:
            ops = with_fields(ops, loss=_add(ops.loss, regularization_losses))
        return to_estimator_spec(ops, _first(ops.output_alternatives))

    def _ops(
        self, features: Any, mode: str, logits: Any, labels: Any = None, train: Any = None
    ) -> Any:
        return self.contrib_head.create_model_fn_ops(
            features={} if features is None else features,
            mode=mode,
            labels=labels,
            train_op_fn=train,
            logits=logits,
        )


def _add(loss: Any, more: Sequence[Any] | None) -> Any:
    return tf.add_n([loss, *more]) if more else loss


def _first(alternatives: Mapping[str | None, Any] | None) -> str | None:
    return next(iter(alternatives or ()), None)


class _CoreHead(Head):
    """A head of `tf.estimator`'s as one of contrib's."""

    def __init__(self, head: Any) -> None:
        self.core_head = head

    @property
    def head_name(self) -> str | None:
        return self.core_head.name

    @property
    def logits_dimension(self) -> int:
        return self.core_head.logits_dimension

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
        with self._scope(scope):
            arguments = self._arguments(features, mode, labels, train_op_fn, logits, logits_input)
            ops = to_model_fn_ops(self.core_head.create_estimator_spec(**arguments))
            source = self._metric_source(arguments)
        if source is not None:
            ops = with_fields(ops, eval_metric_ops=source.adopt(ops.eval_metric_ops))
        if not self.head_name or isinstance(self.core_head, estimator.MultiHead):
            return ops
        alternatives = {
            self.head_name if key == _DEFAULT_KEY else f"{self.head_name}/{key}": alternative
            for key, alternative in (ops.output_alternatives or {}).items()
        }
        return with_fields(ops, output_alternatives=alternatives)

    def _metric_source(self, arguments: Mapping[str, Any]) -> MetricSource | None:
        """The metrics as a function of tensors; `None` if that is not known of this head."""
        head = self.core_head
        column = getattr(head, "_weight_column", None)
        known = hasattr(head, "update_metrics") and (column is None or isinstance(column, str))
        if not known or isinstance(head, estimator.MultiHead) or arguments["labels"] is None:
            return None
        tensors = {name: tf.convert_to_tensor(arguments[name]) for name in ("logits", "labels")}
        if column is not None:
            tensors["weights"] = tf.convert_to_tensor(arguments["features"][column])

        def metric_fn(logits: Any, labels: Any, weights: Any = None) -> dict[str, Any]:
            features = {} if column is None else {column: weights}
            return head.update_metrics(
                head.metrics(), features=features, logits=logits, labels=labels
            )

        return MetricSource(metric_fn, tensors, head.name)

    def _scope(self, scope: Any) -> Any:
        return head_scope(scope, self.head_name or "head")

    def _arguments(
        self,
        features: Any,
        mode: str,
        labels: Any,
        train_op_fn: Callable[[Any], Any] | None,
        logits: Any,
        logits_input: Any,
    ) -> dict[str, Any]:
        check_mode(mode)
        if mode == ModeKeys.INFER:
            labels = None
        elif labels is None:
            raise ValueError(f"Missing loss: labels is None in mode {mode!r}; pass the labels.")
        if mode == ModeKeys.TRAIN and train_op_fn is None:
            raise ValueError(
                "train_op_fn can not be None in TRAIN mode; pass a function from the loss to the "
                "train op, or no_op_train_fn."
            )
        if isinstance(labels, Mapping) and not isinstance(self.core_head, estimator.MultiHead):
            if self.head_name not in labels:
                raise KeyError(
                    f"labels is a dict with the keys {list(labels)}, and the head's name is "
                    f"{self.head_name!r}; make the head with one of these as its name."
                )
            labels = labels[self.head_name]
        return {
            "features": features,
            "mode": mode,
            "labels": labels,
            "logits": logits_of(logits, logits_input, self.logits_dimension),
            "train_op_fn": train_op_fn if mode == ModeKeys.TRAIN else None,
        }
