"""What a model serves: `output_alternatives` -> `export_outputs` -> `SignatureDef`s.

`output_alternatives` are contrib's way to say it, `{head name: (problem type, {key: Tensor})}`;
`export_outputs` are `tf.estimator`'s, `{signature name: ExportOutput}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import estimator, silenced_deprecations, tf, tf1
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.problem_type import ProblemType

__all__ = ["to_export_outputs", "to_output_alternatives", "to_signature_defs"]

_DEFAULT_KEY = tf1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY

_EXPECTED = "must be {head name: (problem type, {key: Tensor})}"

_PROBLEM_TYPES = {
    value: name for name, value in vars(ProblemType).items() if not name.startswith("_")
}


_KNOWN = [*_PROBLEM_TYPES]  # A list: what is asked for may not be hashable.


def _undeprecated(kind: Any) -> Callable[..., Any]:
    """Returns what constructs a `kind` without the deprecation that TensorFlow logs for it."""
    initialize = getattr(kind.__init__, "__wrapped__", kind.__init__)

    def construct(*args: Any, **kwargs: Any) -> Any:
        output = object.__new__(kind)
        initialize(output, *args, **kwargs)
        return output

    return construct


_classification = _undeprecated(estimator.export.ClassificationOutput)
_regression = _undeprecated(estimator.export.RegressionOutput)
_prediction = _undeprecated(estimator.export.PredictOutput)


def to_export_outputs(
    output_alternatives: Mapping[str | None, Any] | None, default_key: str | None = None
) -> dict[str | None, Any] | None:
    """Returns the `export_outputs` of an `EstimatorSpec`.

    `LINEAR_REGRESSION` becomes a `RegressionOutput` of `scores`, or else of `probabilities`;
    `CLASSIFICATION` and `LOGISTIC_REGRESSION` a `ClassificationOutput` of the same and of `classes`
    if those are strings; `UNSPECIFIED` a `PredictOutput` of everything. Unlike contrib, classes
    without scores that are no strings, as the SVM head predicts them, become a `PredictOutput` too.

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
    """
    if not output_alternatives:
        return None
    if not isinstance(output_alternatives, (dict, Mapping)):
        # contrib took the length before the items, and died of what it met first.
        kind = AttributeError if hasattr(output_alternatives, "__len__") else TypeError
        raise kind(f"output_alternatives {_EXPECTED}, got {output_alternatives!r}.")
    needs_default = len(output_alternatives) > 1 and _DEFAULT_KEY not in output_alternatives
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
        outputs[_DEFAULT_KEY] = outputs[default_key]
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
            f"Unknown problem_type {problem_type!r} of head {name!r} in output_alternatives; use "
            f"one of {known}."
        )
    if problem_type != ProblemType.UNSPECIFIED and not isinstance(tensors, (dict, Mapping)):
        raise AttributeError(
            f"output_alternatives {_EXPECTED}, but the tensors of {name!r} are {tensors!r}."
        )
    try:
        return _BUILDERS[problem_type](tensors)
    except ValueError as error:
        raise ValueError(
            f"Head {name!r} in output_alternatives cannot be served as "
            f"ProblemType.{_PROBLEM_TYPES[problem_type]}: {error}"
        ) from error


def _scores(tensors: Mapping[str, Any]) -> Any:
    scores = tensors.get(PredictionKey.SCORES)
    return tensors.get(PredictionKey.PROBABILITIES) if scores is None else scores


def _regression_output(tensors: Mapping[str, Any]) -> Any:
    scores = _scores(tensors)
    if scores is None:
        raise ValueError(f"it needs 'scores' or 'probabilities', got {sorted(tensors, key=str)}")
    return _regression(scores)


def _classification_output(tensors: Mapping[str, Any]) -> Any:
    scores, classes = _scores(tensors), tensors.get(PredictionKey.CLASSES)
    if classes is not None and not isinstance(classes, tf.Tensor) and not tf.is_tensor(classes):
        kind = TypeError if hasattr(classes, "dtype") else AttributeError
        raise kind(f"'classes' in output_alternatives must be a Tensor, got {classes!r}.")
    # TensorFlow Serving's classes are strings; others are left out, as in contrib.
    labels = None if classes is None or classes.dtype is not tf.string else classes
    if scores is not None or labels is not None:
        return _classification(scores=scores, classes=labels)
    if classes is None:
        raise ValueError(
            "it needs 'scores', 'probabilities' or string 'classes', got "
            f"{sorted(tensors, key=str)}"
        )
    return _prediction(dict(tensors))


_BUILDERS = {
    ProblemType.UNSPECIFIED: _prediction,
    ProblemType.CLASSIFICATION: _classification_output,
    ProblemType.LINEAR_REGRESSION: _regression_output,
    ProblemType.LOGISTIC_REGRESSION: _classification_output,
}


def to_output_alternatives(
    export_outputs: Mapping[str | None, Any] | None,
) -> dict[str | None, tuple[int, dict[str, Any]]] | None:
    """Returns the `output_alternatives` that `to_export_outputs` makes the same signatures of.

    A `ClassificationOutput` does not tell the two problem types that lead to it apart: it becomes
    `CLASSIFICATION`. Scores come back under `scores`, whatever they were called before. When there
    is a single output and `serving_default` is another name of it, as `EstimatorSpec` adds it, that
    name is left out, and added again by the next `EstimatorSpec` that predicts.

    Args:
      export_outputs: Signature name -> `ExportOutput`, or `None`. Not changed.

    Raises:
      ValueError: If one of them is not exactly a `ClassificationOutput`, `RegressionOutput` or
        `PredictOutput`: contrib has no problem type for it.
    """
    if export_outputs is None:
        return None
    if len(export_outputs) == 2 and _DEFAULT_KEY in export_outputs:
        one, other = export_outputs.values()
        if one is other:
            export_outputs = {name: one for name in export_outputs if name != _DEFAULT_KEY}
    return {name: _output_alternative(name, output) for name, output in export_outputs.items()}


def _output_alternative(name: str | None, output: Any) -> tuple[int, dict[str, Any]]:
    kind = type(output)
    if kind is estimator.export.PredictOutput:
        return ProblemType.UNSPECIFIED, dict(output.outputs)
    if kind is estimator.export.RegressionOutput:
        return ProblemType.LINEAR_REGRESSION, {PredictionKey.SCORES: output.value}
    if kind is estimator.export.ClassificationOutput:
        tensors = {}
        if output.scores is not None:
            tensors[PredictionKey.SCORES] = output.scores
        if output.classes is not None:
            tensors[PredictionKey.CLASSES] = output.classes
        return ProblemType.CLASSIFICATION, tensors
    raise ValueError(
        f"export_outputs[{name!r}] is a {kind.__name__}, for which output_alternatives have no "
        "problem type; take it out of export_outputs, or give it as a PredictOutput."
    )


def to_signature_defs(
    export_outputs: Mapping[str | None, Any], receiver_tensors: Any
) -> dict[str, Any]:
    """Returns the signatures that an export of `export_outputs` has.

    Classify and regress signatures need one string tensor of serialized `tf.Example`s to feed. As
    `Estimator` does, those that cannot be fed by `receiver_tensors` are left out, which is logged.

    Args:
      export_outputs: Signature name -> `ExportOutput`. The name `None` becomes `"None"`.
      receiver_tensors: What the signatures are fed by: a `Tensor`, or a dict of them by name.

    Raises:
      ValueError: If `export_outputs` is no mapping.
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
