"""What a model serves: `output_alternatives` -> `export_outputs` -> `SignatureDef`s.

`output_alternatives` are contrib's way to say it, `{head name: (problem type, {key: Tensor})}`;
`export_outputs` are `tf.estimator`'s, `{signature name: ExportOutput}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import bridge, silenced_deprecations, tf, tf1
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import (
    ExportOutputs,
    OutputAlternative,
    OutputAlternatives,
    Tensor,
)

__all__ = [
    "DEFAULT_SERVING_KEY",
    "classes_and_scores",
    "to_export_outputs",
    "to_output_alternatives",
    "to_signature_defs",
]

# "serving_default".
DEFAULT_SERVING_KEY: str = tf1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY

_EXPECTED = "must be {head name: (problem type, {key: Tensor})}"

_PROBLEM_TYPES = {
    value: name for name, value in vars(ProblemType).items() if not name.startswith("_")
}

_KNOWN = [*_PROBLEM_TYPES]  # A list: what is looked up may not be hashable.


def to_export_outputs(
    output_alternatives: OutputAlternatives | None, default_key: str | None = None
) -> dict[str | None, Any] | None:
    """Returns the `export_outputs` of an `EstimatorSpec`.

    `LINEAR_REGRESSION` becomes a `RegressionOutput` of `scores`, or else of `probabilities`;
    `CLASSIFICATION` and `LOGISTIC_REGRESSION` a `ClassificationOutput` of the same and of `classes`
    if those are strings; `UNSPECIFIED` a `PredictOutput` of everything. Unlike contrib, classes
    without scores that are integers, as the SVM head predicts them, become a `PredictOutput` too.

    Args:
      output_alternatives: Head name -> `(problem type, {key: Tensor})`, or `None`. Not changed.
      default_key: The head to serve by default, needed if there are several and none of them is
        named `serving_default`. A single head needs none: `EstimatorSpec` makes it the default when
        predicting.

    Returns:
      A new dict with the names of the heads and, if there are several, `serving_default`. `None` if
      there are no alternatives.

    Raises:
      NoDefaultHeadError: If there are several heads and `default_key` is none of them.
      TypeError, AttributeError: If `output_alternatives` are not nested as above.
      ValueError: If a problem type is unknown, or a tensor is missing or has the wrong dtype.

    Example:
      >>> both = {
      ...     "price": (tf_spec_compat.ProblemType.LINEAR_REGRESSION, {"scores": tf.zeros([3])}),
      ...     "all": (tf_spec_compat.ProblemType.UNSPECIFIED, {"net": tf.zeros([3, 8])})}
      >>> outputs = tf_spec_compat.to_export_outputs(both, default_key="price")
      >>> {name: type(output).__name__ for name, output in outputs.items()}
      {'price': 'RegressionOutput', 'all': 'PredictOutput', 'serving_default': 'RegressionOutput'}
    """
    if not output_alternatives:
        return None
    if not isinstance(output_alternatives, (dict, Mapping)):
        # contrib took the length before the items, and died of what it met first.
        kind = AttributeError if hasattr(output_alternatives, "__len__") else TypeError
        raise kind(f"output_alternatives {_EXPECTED}, got {output_alternatives!r}.")
    needs_default = len(output_alternatives) > 1 and DEFAULT_SERVING_KEY not in output_alternatives
    if needs_default and default_key not in output_alternatives:
        heads = ", ".join(map(repr, output_alternatives))
        given = "no default" if default_key is None else f"no {default_key!r}"
        raise NoDefaultHeadError(
            f"output_alternatives has {len(output_alternatives)} heads ({heads}) but {given}; pass "
            "one of them as default_serving_output_alternative_key."
        )
    outputs = {
        name: _export_output(name, alternative) for name, alternative in output_alternatives.items()
    }
    if needs_default:
        outputs[DEFAULT_SERVING_KEY] = outputs[default_key]
    return outputs


def _export_output(name: str | None, alternative: Any) -> Any:
    pair = alternative
    if not isinstance(alternative, tuple):
        pair = tuple(alternative) if isinstance(alternative, Iterable) else ()
    if len(pair) != 2:
        raise TypeError(f"output_alternatives {_EXPECTED}, but {name!r} has {alternative!r}.")
    problem_type, tensors = pair
    if problem_type not in _KNOWN:
        known = ", ".join(f"ProblemType.{word} ({value})" for value, word in _PROBLEM_TYPES.items())
        raise ValueError(
            f"Unknown problem_type={problem_type} of head {name!r} in output_alternatives; use one "
            f"of {known}."
        )
    if problem_type != ProblemType.UNSPECIFIED and not isinstance(tensors, (dict, Mapping)):
        raise AttributeError(
            f"output_alternatives {_EXPECTED}, but the tensors of {name!r} are {tensors!r}."
        )
    try:
        return _BUILDERS[problem_type](tensors)
    except ValueError as error:
        raise ValueError(
            f"{error} Head {name!r} in output_alternatives cannot be served as "
            f"ProblemType.{_PROBLEM_TYPES[problem_type]}."
        ) from error


def classes_and_scores(tensors: Mapping[str, Tensor]) -> tuple[Tensor | None, Tensor | None]:
    """Returns the classes if they are strings, and the scores, or else the probabilities.

    TensorFlow Serving's classes are strings; others are left out, as in contrib.
    """
    classes, scores = tensors.get(PredictionKey.CLASSES), tensors.get(PredictionKey.SCORES)
    if scores is None:
        scores = tensors.get(PredictionKey.PROBABILITIES)
    return (None if classes is None or classes.dtype is not tf.string else classes), scores


def _predict_output(tensors: Mapping[str, Tensor]) -> Any:
    return bridge.new_predict_output(tensors)


def _regression_output(tensors: Mapping[str, Tensor]) -> Any:
    _, scores = classes_and_scores({**tensors, PredictionKey.CLASSES: None})  # Any will do.
    if scores is None:
        raise ValueError(
            "Regression output value must be a float32 Tensor; got None for 'scores' or "
            f"'probabilities' in {sorted(tensors, key=str)}."
        )
    return bridge.new_regression_output(scores)


def _classification_output(tensors: Mapping[str, Tensor]) -> Any:
    given = tensors.get(PredictionKey.CLASSES)
    if given is not None and not isinstance(given, tf.Tensor) and not tf.is_tensor(given):
        kind = TypeError if hasattr(given, "dtype") else AttributeError
        raise kind(f"'classes' in output_alternatives must be a Tensor, got {given!r}.")
    classes, scores = classes_and_scores(tensors)
    if scores is not None or classes is not None:
        return bridge.new_classification_output(scores, classes)
    if given is None or given.dtype.is_floating:
        but = "" if given is None else f", of which 'classes' are {given.dtype.name}"
        raise ValueError(
            "At least one of scores and classes must be set. It needs 'scores', 'probabilities' or "
            f"string 'classes', got {sorted(tensors, key=str)}{but}."
        )
    return _predict_output(dict(tensors))


_BUILDERS = {
    ProblemType.UNSPECIFIED: _predict_output,
    ProblemType.CLASSIFICATION: _classification_output,
    ProblemType.LINEAR_REGRESSION: _regression_output,
    ProblemType.LOGISTIC_REGRESSION: _classification_output,
}


def to_output_alternatives(
    export_outputs: ExportOutputs | None, predictions: Any = None
) -> dict[str | None, OutputAlternative] | None:
    """Returns the `output_alternatives` of which `to_export_outputs` gives the same signatures.

    A `ClassificationOutput` does not tell the two problem types that lead to it apart: it becomes
    `CLASSIFICATION`. Scores come back under `scores`, whatever they were called before. When there
    is a single output and `serving_default` is another name of it, as `EstimatorSpec` adds it, that
    name is left out, and added again by the next `EstimatorSpec` that predicts.

    Args:
      export_outputs: Signature name -> `ExportOutput`, or `None`. Not changed.
      predictions: Those of the spec that has them. An `EstimatorSpec` that is given none serves its
        predictions by default, as `ModelFnOps` without alternatives do: that gives `None`.

    Raises:
      ValueError: If one of them is not exactly a `ClassificationOutput`, `RegressionOutput` or
        `PredictOutput`: contrib has no problem type for it.

    Example:
      >>> output = tf_spec_compat.estimator.export.RegressionOutput(tf.zeros([3]))
      >>> tf_spec_compat.to_output_alternatives({"price": output})
      {'price': (2, {'scores': <tf.Tensor 'zeros:0' shape=(3,) dtype=float32>})}
    """
    if export_outputs is None or _are_predictions(export_outputs, predictions):
        return None
    if len(export_outputs) == 2 and DEFAULT_SERVING_KEY in export_outputs:
        one, other = export_outputs.values()
        if one is other:
            export_outputs = {name: one for name in export_outputs if name != DEFAULT_SERVING_KEY}
    return {name: _output_alternative(name, output) for name, output in export_outputs.items()}


def _are_predictions(export_outputs: ExportOutputs, predictions: Any) -> bool:
    if predictions is None or [*export_outputs] != [DEFAULT_SERVING_KEY]:
        return False
    output = export_outputs[DEFAULT_SERVING_KEY]
    if type(output) is not bridge.estimator.export.PredictOutput:
        return False
    default = predictions if isinstance(predictions, Mapping) else {"output": predictions}
    served = output.outputs
    return default.keys() == served.keys() and all(default[key] is served[key] for key in default)


def _output_alternative(name: str | None, output: Any) -> OutputAlternative:
    kind, export = type(output), bridge.estimator.export
    if kind is export.PredictOutput:
        return ProblemType.UNSPECIFIED, dict(output.outputs)
    if kind is export.RegressionOutput:
        return ProblemType.LINEAR_REGRESSION, {PredictionKey.SCORES: output.value}
    if kind is export.ClassificationOutput:
        tensors = {PredictionKey.SCORES: output.scores, PredictionKey.CLASSES: output.classes}
        given = {key: tensor for key, tensor in tensors.items() if tensor is not None}
        return ProblemType.CLASSIFICATION, given
    raise ValueError(
        f"export_outputs[{name!r}] is a {kind.__name__}, for which output_alternatives have no "
        "problem type; take it out of export_outputs, or give it as a PredictOutput."
    )


def to_signature_defs(
    export_outputs: ExportOutputs, receiver_tensors: Tensor | Mapping[str, Tensor]
) -> dict[str, Any]:
    """Returns the signatures that an export of `export_outputs` has.

    Classify and regress signatures need one string tensor of serialized `tf.Example`s to feed. As
    `Estimator` does, those that cannot be fed by `receiver_tensors` are left out, which is logged.

    Args:
      export_outputs: Signature name -> `ExportOutput`. The name `None` becomes `"None"`.
      receiver_tensors: What the signatures are fed by: a `Tensor`, or a dict of them by name.

    Raises:
      ValueError: If `export_outputs` is no mapping.

    Example:
      >>> output = tf_spec_compat.estimator.export.PredictOutput({"net": tf.zeros([3, 8])})
      >>> signatures = tf_spec_compat.to_signature_defs(
      ...     {"serving_default": output}, {"x": tf.placeholder(tf.float32, [None, 4])})
      >>> signatures["serving_default"].method_name, [*signatures["serving_default"].inputs]
      ('tensorflow/serving/predict', ['x'])
    """
    if not isinstance(export_outputs, Mapping):
        raise ValueError(
            "export_outputs must be a dict of signature name -> ExportOutput, got "
            f"{export_outputs!r}."
        )
    if not isinstance(receiver_tensors, Mapping):
        receiver_tensors = {"input": receiver_tensors}
    signatures = {}
    with silenced_deprecations():
        for key, output in export_outputs.items():
            name = str(key or None)
            try:
                signature = output.as_signature_def(receiver_tensors)
            except ValueError as error:
                tf1.logging.warning("No signature %r: %s", name, error)
                continue
            if tf1.saved_model.is_valid_signature(signature):
                signatures[name] = signature
            else:
                tf1.logging.warning(
                    "No signature %r: a %s cannot be fed by %r.",
                    name,
                    signature.method_name,
                    dict(receiver_tensors),
                )
    return signatures
