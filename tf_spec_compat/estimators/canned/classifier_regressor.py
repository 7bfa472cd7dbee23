"""Classifiers and regressors: what predicts classes and probabilities, and what predicts scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tf_spec_compat.estimators import session_bundle
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.model.metric_spec import MetricSpec
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.training.types import Arrays, EvalMetrics, FeedFn, InputFn, Monitors

__all__ = ["Classifier", "MeasuredRegressor", "Regressor", "as_iterable", "predict_output"]


def as_iterable(preds: Iterable[Mapping[str, Any]], output: str) -> Iterator[Any]:
    """Yields one of the predictions of each example."""
    for pred in preds:
        yield pred[output]


def predict_output(
    predict: Callable[..., Any], output: str, iterable: bool = True, **options: Any
) -> Any:
    """Returns one of the predictions of an estimator.

    Args:
      predict: The estimator's method.
      output: The key of the prediction.
      iterable: Whether to return a generator of examples. Otherwise an array.
      **options: Other arguments of the method.
    """
    predictions = predict(outputs=[output], as_iterable=iterable, **options)
    return as_iterable(predictions, output) if iterable else predictions[output]


def _on_scores(metrics: EvalMetrics | None) -> EvalMetrics | None:
    """Gives metrics that are functions, and say no prediction key, the scores to measure."""
    if not metrics:
        return metrics
    if not isinstance(metrics, Mapping):
        raise AttributeError(f"metrics must be a dict, with items; got {metrics!r}.")
    return {
        name: metric
        if isinstance(name, tuple) or isinstance(metric, MetricSpec)
        else MetricSpec(metric, prediction_key=PredictionKey.SCORES)
        for name, metric in metrics.items()
    }


class _Canned(Estimator):
    """An estimator that predicts one output where none is named."""

    _output: str
    _exported: str
    _signature_fn: Callable[..., Any]

    def predict(  # type: ignore[override]  # contrib left iterate_batches out
        self,
        x: Arrays = None,
        input_fn: Callable[[], Any] | None = None,
        batch_size: int | None = None,
        outputs: list[str] | None = None,
        as_iterable: bool = True,
    ) -> Any:
        """Predicts with the latest checkpoint.

        Args:
          x: As for `fit`; each example is used once.
          input_fn: Without arguments; returns features, or features and labels, or a `Dataset`.
          batch_size: How many examples of `x` make a batch; None takes all of them at once.
          outputs: Which of the predictions to give, as a dict. None and `[]` give the classes of a
            classifier and the scores of a regressor alone.
          as_iterable: Whether to give a generator of examples. Otherwise arrays.

        Raises:
          NotFittedError: If there is no checkpoint.
          ValueError: If there is both or neither of `x` and `input_fn`, or none of `outputs` exist.
        """
        if outputs:
            return super().predict(x, input_fn, batch_size, outputs, as_iterable)
        return self._predict_output(self._output, x, input_fn, batch_size, as_iterable)

    def _predict_output(
        self,
        output: str,
        x: Arrays,
        input_fn: InputFn | None,
        batch_size: int | None,
        iterable: bool,
    ) -> Any:
        predict = super().predict
        return predict_output(
            predict, output, iterable, x=x, input_fn=input_fn, batch_size=batch_size
        )

    def export(  # type: ignore[override]  # contrib left arguments out
        self,
        export_dir: str,
        input_fn: InputFn | None = None,
        input_feature_key: str | None = None,
        use_deprecated_input_fn: bool = True,
        signature_fn: Callable[..., Any] | None = None,
        default_batch_size: int = 1,
        exports_to_keep: int | None = None,
    ) -> bytes:
        """Exports a session bundle; see `BaseEstimator.export`.

        The signature is a classification by probabilities, or a regression.
        """
        return super().export(
            export_dir,
            input_fn or session_bundle.default_input_fn,
            input_feature_key,
            use_deprecated_input_fn,
            signature_fn or self._signature_fn,
            self._exported,
            default_batch_size,
            exports_to_keep,
        )


class Classifier(_Canned):
    """Predicts classes and probabilities."""

    _output = PredictionKey.CLASSES
    _exported = PredictionKey.PROBABILITIES
    _signature_fn = staticmethod(session_bundle.classification_signature_fn_with_prob)

    def predict_classes(
        self,
        x: Arrays = None,
        input_fn: Callable[[], Any] | None = None,
        batch_size: int | None = None,
        as_iterable: bool = True,
    ) -> Any:
        """Gives the most probable class of each example: `[examples]`, ids or `label_keys`.

        Arguments and errors are those of `predict`.
        """
        return self._predict_output(PredictionKey.CLASSES, x, input_fn, batch_size, as_iterable)

    def predict_proba(
        self,
        x: Arrays = None,
        input_fn: Callable[[], Any] | None = None,
        batch_size: int | None = None,
        as_iterable: bool = True,
    ) -> Any:
        """Gives the probability of each class: `[examples, n_classes]` of `float32`.

        Arguments and errors are those of `predict`.
        """
        return self._predict_output(
            PredictionKey.PROBABILITIES, x, input_fn, batch_size, as_iterable
        )


class Regressor(_Canned):
    """Predicts scores."""

    _output = PredictionKey.SCORES
    _exported = PredictionKey.SCORES
    _signature_fn = staticmethod(session_bundle.regression_signature_fn)

    def predict_scores(
        self,
        x: Arrays = None,
        input_fn: Callable[[], Any] | None = None,
        batch_size: int | None = None,
        as_iterable: bool = True,
    ) -> Any:
        """Gives what is predicted: `[examples]`, or `[examples, label_dimension]` of `float32`.

        Arguments and errors are those of `predict`.
        """
        return self._predict_output(PredictionKey.SCORES, x, input_fn, batch_size, as_iterable)


class MeasuredRegressor(Regressor):
    """Measures its scores where a metric does not say what to measure."""

    def evaluate(  # type: ignore[override]  # contrib left log_progress out
        self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: InputFn | None = None,
        feed_fn: FeedFn | None = None,
        batch_size: int | None = None,
        steps: int | None = None,
        metrics: EvalMetrics | None = None,
        name: str | None = None,
        checkpoint_path: str | None = None,
        hooks: Monitors | None = None,
    ) -> dict[str, Any]:
        """Evaluates as `Estimator` does; metrics that are functions measure the scores."""
        return super().evaluate(
            x,
            y,
            input_fn,
            feed_fn,
            batch_size,
            steps,
            _on_scores(metrics),
            name,
            checkpoint_path,
            hooks,
        )
