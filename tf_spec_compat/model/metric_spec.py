"""`MetricSpec`: which predictions, labels and weights go into a metric function."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.model.types import Features, Labels, Predictions, Tensor

__all__ = ["MetricSpec"]

# The argument names by which a metric function is understood.
_PREDICTIONS = ("predictions", "prediction", "logits", "logit")
_LABELS = ("labels", "label", "targets", "target")
_WEIGHTS = ("weights", "weight")


class MetricSpec:
    """A metric function, and the keys of what goes into it.

    Deprecated: use the `eval_metric_ops` of a `tf.estimator.EstimatorSpec`, or
    `tf.estimator.add_metrics`. Behaviour: TF 1.15.5.

    Predictions, labels and weights are passed by keyword to the argument that has one of their
    usual names, whatever the order. A function without an argument for the predictions gets them by
    position: in the first place, or in the second place behind labels that stand first. Labels and
    weights that no argument is named for are not passed. Beyond contrib, arguments may be
    keyword-only.

    Example:
      >>> spec = learn.MetricSpec(tf.metrics.accuracy, prediction_key="classes")
      >>> value, update = spec.create_metric_ops(
      ...     {}, labels=tf.constant([1, 0]), predictions={"classes": tf.constant([1, 1])})
      >>> with tf.Session():
      ...     tf.local_variables_initializer().run()
      ...     print(update.eval())
      0.5
    """

    def __init__(
        self,
        metric_fn: Callable[..., Any],
        prediction_key: str | None = None,
        label_key: str | None = None,
        weight_key: str | None = None,
    ) -> None:
        """Notes which values go into the metric.

        Args:
          metric_fn: A function, partial or callable object that takes tensors of predictions,
            labels and weights and returns `(value tensor, update op)`, such as
            `tf.compat.v1.metrics.accuracy`, or a value tensor alone.
          prediction_key: Which of the predictions to take, where they are a dict.
          label_key: Which of the labels to take, where they are a dict.
          weight_key: Which of the features holds the weights.

        Raises:
          ValueError: If there is a key for labels or weights and `metric_fn` has no argument for
            them, or has several.
        """
        self._metric_fn = _by_role(metric_fn, label_key is not None, weight_key is not None)
        self._name = _name(metric_fn)
        self._prediction_key = prediction_key
        self._label_key = label_key
        self._weight_key = weight_key

    @property
    def prediction_key(self) -> str | None:
        """Which of the predictions to take."""
        return self._prediction_key

    @property
    def label_key(self) -> str | None:
        """Which of the labels to take."""
        return self._label_key

    @property
    def weight_key(self) -> str | None:
        """Which of the features holds the weights."""
        return self._weight_key

    @property
    def metric_fn(self) -> Callable[..., Any]:
        """The metric function, with arguments `predictions`, `labels` and `weights`."""
        return self._metric_fn

    def __str__(self) -> str:
        return (
            f"MetricSpec(metric_fn={self._name}, prediction_key={self._prediction_key}, "
            f"label_key={self._label_key}, weight_key={self._weight_key})"
        )

    def create_metric_ops(self, inputs: Features, labels: Labels, predictions: Predictions) -> Any:
        """Calls the metric function.

        Args:
          inputs: The features, of which the weights are taken: a dict of tensors if there is a
            `weight_key`.
          labels: A tensor, or a dict of them.
          predictions: A tensor, or a dict of them.

        Returns:
          What the metric function returns.

        Raises:
          ValueError: If there is a key for what is no dict, or none for a dict of several tensors.
          KeyError: If a key is not in its dict; the message lists those that are.
          TypeError: If there is a `weight_key` and `inputs` are no dict.

        What the metric function raises is logged with this spec and raised as it is.
        """
        prediction = _pick("prediction", predictions, self._prediction_key)
        label = _pick("label", labels, self._label_key)
        values = {"predictions": prediction, "labels": label}
        if self._weight_key is not None:
            values["weights"] = _weights(inputs, self._weight_key)
        try:
            return self._metric_fn(**values)
        except BaseException as error:
            tf1.logging.error("Could not create metric ops for %s, %s.", self, error)
            raise


def _pick(what: str, values: Labels | Predictions, key: str | None) -> Tensor:
    """Takes the tensor that a key, or the lack of one, stands for."""
    if key is None:
        if not isinstance(values, dict):
            return values
        if len(values) == 1:
            return next(iter(values.values()))
        raise ValueError(
            f"MetricSpec without specified {what}_key requires {what}s tensor or single element "
            f"dict, got {values}; pass one of {sorted(values, key=str)} as {what}_key."
        )
    if not isinstance(values, dict):
        raise ValueError(
            f"MetricSpec with {what}_key specified requires {what}s dict, got {values}; leave "
            f"out {what}_key={key!r} where there is a single tensor of {what}s."
        )
    if key not in values:
        raise KeyError(
            f"Key {key!r} missing from {values.keys()}; pass one of these as {what}_key."
        )
    return values[key]


def _weights(inputs: Features, key: str) -> Tensor:
    if not isinstance(inputs, Mapping):
        raise TypeError(
            f"MetricSpec with weight_key specified requires a dict of features, got {inputs!r}; "
            f"return one from the input_fn, with the weights under {key!r}."
        )
    if key not in inputs:
        raise KeyError(f"weight_key {key!r} is not among the features {sorted(inputs, key=str)}.")
    return inputs[key]


def _by_role(
    metric_fn: Callable[..., Any], needs_labels: bool, needs_weights: bool
) -> Callable[..., Any]:
    """Returns `metric_fn` with arguments `predictions`, `labels` and `weights`."""
    arguments = _arguments(metric_fn)
    label = _matching(metric_fn, arguments, _LABELS, needs_labels)
    prediction = _matching(metric_fn, arguments, _PREDICTIONS, False)
    weight = _matching(metric_fn, arguments, _WEIGHTS, needs_weights)

    @functools.wraps(metric_fn, assigned=("__doc__",), updated=())
    def named_metric_fn(predictions: Any = None, labels: Any = None, weights: Any = None) -> Any:
        by_position, by_name = [], {}
        if prediction is not None:
            by_name[prediction] = predictions
        else:
            by_position.append(predictions)
        if label is not None and prediction is None and arguments[0] == label:
            by_position.insert(0, labels)
        elif label is not None:
            by_name[label] = labels
        if weight is not None and weights is not None:
            by_name[weight] = weights
        return metric_fn(*by_position, **by_name)

    return named_metric_fn


def _arguments(metric_fn: Callable[..., Any]) -> list[str]:
    """Returns the names of the arguments that still wait for a value."""
    if not callable(metric_fn):
        return []  # As in contrib, it fails when it is called.
    bound = metric_fn.keywords if isinstance(metric_fn, functools.partial) else {}
    return [
        parameter.name
        for parameter in inspect.signature(metric_fn).parameters.values()
        if parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
        and parameter.name not in bound
    ]


def _matching(
    metric_fn: Callable[..., Any], arguments: list[str], names: tuple[str, ...], required: bool
) -> str | None:
    """Returns the argument that has one of `names`, None if there is none."""
    found = [name for name in arguments if name in names]
    # As contrib told a function and its arguments.
    described, wanted = f"{_name(metric_fn)}({tuple(arguments)})", f"{{{str(list(names))[1:-1]}}}"
    if len(found) > 1:
        raise ValueError(
            f"Ambiguous arguments {{{str(found)[1:-1]}}}, must provide only one of {wanted} in "
            f"metric_fn {described}."
        )
    if required and not found:
        raise ValueError(
            f"{wanted} missing from {described}: metric_fn has no argument for what the MetricSpec "
            "has a key for; rename one, or leave out the key."
        )
    return found[0] if found else None


def _name(metric_fn: Any) -> str:
    if isinstance(metric_fn, functools.partial):
        return _name(metric_fn.func)
    return str(getattr(metric_fn, "__name__", None) or type(metric_fn).__name__)
