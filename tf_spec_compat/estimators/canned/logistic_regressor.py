"""`LogisticRegressor` (`...learn.estimators.logistic_regressor`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Features, Labels, Predictions
from tf_spec_compat.training.types import Config

__all__ = ["LogisticRegressor"]


def LogisticRegressor(
    model_fn: Callable[..., Any],
    thresholds: Sequence[float] | None = None,
    model_dir: str | None = None,
    config: Config = None,
    feature_engineering_fn: Callable[..., Any] | None = None,
) -> Estimator:
    """Returns an `Estimator` that evaluates a binary classifier's probabilities.

    Deprecated, as in contrib; use `tf.estimator.Estimator` with `tf.estimator.BinaryClassHead`.

    Args:
      model_fn: A function of features, labels and mode that returns
        `(predictions, loss, train_op)`. Predictions are a tensor of probabilities, in the shape of
        the labels, which are 0 or 1.
      thresholds: From which probability on an example counts as positive; None and `[]` are
        `[0.5]`. There are accuracy, precision and recall for each.
      model_dir: The folder for checkpoints and summaries.
      config: A `RunConfig`.
      feature_engineering_fn: As for `Estimator`.

    Raises:
      AttributeError: If `config` is no `RunConfig`.
      ValueError: While building the model, if `model_fn` does not return three values.
      TypeError: While building the model, if `model_fn` cannot be called with three arguments.
    """
    return Estimator(
        model_fn=_get_model_fn_with_logistic_metrics(model_fn),
        model_dir=model_dir,
        config=config,
        params={"thresholds": thresholds},
        feature_engineering_fn=feature_engineering_fn,
    )


def _get_model_fn_with_logistic_metrics(model_fn: Callable[..., Any]) -> Callable[..., ModelFnOps]:
    """Adds metrics to what `model_fn` returns, and the predictions as an output to serve."""

    def with_metrics(
        features: Features, labels: Labels, mode: str, params: dict[str, Any]
    ) -> ModelFnOps:
        result = model_fn(features, labels, mode)
        if not isinstance(result, (tuple, list)) or len(result) != 3:
            raise ValueError(
                "LogisticRegressor has need of a model_fn that returns (predictions, loss, "
                f"train_op), but {model_fn!r} returned {result!r}; use Estimator for ModelFnOps."
            )
        predictions, loss, train_op = result
        metrics = {}
        if mode == ModeKeys.EVAL:
            metrics = _make_logistic_eval_metric_ops(labels, predictions, params["thresholds"])
        served = (ProblemType.LOGISTIC_REGRESSION, {"predictions": predictions})
        return ModelFnOps(
            mode=mode,
            predictions=predictions,
            loss=loss,
            train_op=train_op,
            eval_metric_ops=metrics,
            output_alternatives={"head": served},
        )

    return with_metrics


def _make_logistic_eval_metric_ops(
    labels: Labels, predictions: Predictions, thresholds: Sequence[float] | None
) -> dict[str, Any]:
    """Builds the metrics.

    Raises:
      TypeError: If predictions are a dict, or `thresholds` a number.
    """
    if isinstance(predictions, dict):
        raise TypeError(
            "List of Tensors when single Tensor expected: predictions must be one Tensor of "
            f"probabilities, got {predictions!r}."
        )
    # The variables of the metrics are where contrib's were, none of them in a scope of ours.
    labels = tf.cast(labels, tf.float32)
    metrics = {
        MetricKey.PREDICTION_MEAN: tf1.metrics.mean(predictions),
        MetricKey.LABEL_MEAN: tf1.metrics.mean(labels),
        MetricKey.ACCURACY_BASELINE: tf1.metrics.mean(labels),
        MetricKey.AUC: tf1.metrics.auc(labels, predictions),
    }
    for threshold in thresholds or (0.5,):
        positive = tf.cast(tf.greater_equal(predictions, threshold), tf.float32)
        for key, metric in (
            (MetricKey.ACCURACY_MEAN, tf1.metrics.accuracy),
            (MetricKey.PRECISION_MEAN, tf1.metrics.precision),
            (MetricKey.RECALL_MEAN, tf1.metrics.recall),
        ):
            metrics[key % threshold] = metric(labels, positive)
    return metrics
