"""The signatures of a contrib export: input alternatives x output alternatives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import bridge, silenced_deprecations, tf, tf1
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.model.export_outputs import DEFAULT_SERVING_KEY, classes_and_scores
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Features, OutputAlternative, OutputAlternatives, Tensor
from tf_spec_compat.specs.serving_input import InputFnOps

__all__ = [
    "DEFAULT_INPUT_ALTERNATIVE_KEY",
    "DEFAULT_OUTPUT_ALTERNATIVE_KEY",
    "FEATURES_INPUT_ALTERNATIVE_KEY",
    "build_all_signature_defs",
    "build_standardized_signature_def",
    "get_input_alternatives",
    "get_output_alternatives",
]

DEFAULT_INPUT_ALTERNATIVE_KEY = "default_input_alternative"
FEATURES_INPUT_ALTERNATIVE_KEY = "features_input_alternative"
DEFAULT_OUTPUT_ALTERNATIVE_KEY = "default_output_alternative"

_CLASSIFICATION = (ProblemType.CLASSIFICATION, ProblemType.LOGISTIC_REGRESSION)
_BY_EXAMPLES = (
    "TensorFlow Serving feeds classify and regress signatures with serialized tf.Examples: let the "
    "serving input_fn have one string Tensor in default_inputs, as build_parsing_serving_input_fn "
    "does, or give the head's output alternative ProblemType.UNSPECIFIED"
)


def build_standardized_signature_def(
    input_tensors: Mapping[str, Tensor],
    output_tensors: Mapping[str, Tensor],
    problem_type: int | None,
) -> Any:
    """Returns the `SignatureDef` that fits a problem type and the tensors there are.

    Behaviour: TF 1.15.5.

    *   `CLASSIFICATION` and `LOGISTIC_REGRESSION`: a classify signature, if there is one input, and
        among the outputs are string `classes`, `scores` or `probabilities`, or there is a single
        one, which is taken for string classes or for scores.
    *   `LINEAR_REGRESSION`: a regress signature, if there is one input and one output.
    *   Otherwise a predict signature of all inputs and outputs.

    Args:
      input_tensors: Name -> `Tensor` to feed.
      output_tensors: Name -> `Tensor` to fetch.
      problem_type: One of `ProblemType`; anything else is taken for `UNSPECIFIED`.

    Raises:
      ValueError: If there are no inputs or no outputs, if a classify or regress signature would be
        fed by what is no string `Tensor`, or its scores or values are no float `Tensor`.

    Example:
      >>> signature = build_standardized_signature_def(
      ...     {"examples": tf.placeholder(tf.string, [None])},
      ...     {"scores": tf.zeros([3])},
      ...     tf_spec_compat.ProblemType.LINEAR_REGRESSION)
      >>> signature.method_name, [*signature.outputs]
      ('tensorflow/serving/regress', ['outputs'])
    """
    _check_tensors("input_tensors", input_tensors)
    _check_tensors("output_tensors", output_tensors)
    single = next(iter(input_tensors.values())) if len(input_tensors) == 1 else None
    builders = tf1.saved_model
    with silenced_deprecations():
        if single is not None and problem_type in _CLASSIFICATION:
            classes, scores = _classified(output_tensors)
            if classes is not None or scores is not None:
                _check_examples("Classification", single)
                if scores is not None and not _is_float(scores):
                    raise ValueError(
                        "Classification scores must be a float Tensor, and classes a string "
                        f"Tensor; got {dict(output_tensors)!r}."
                    )
                return builders.classification_signature_def(single, classes, scores)
        if (
            single is not None
            and problem_type == ProblemType.LINEAR_REGRESSION
            and len(output_tensors) == 1
        ):
            _check_examples("Regression", single)
            (value,) = output_tensors.values()
            if not _is_float(value):
                raise ValueError(f"Regression output must be a float Tensor, got {value!r}.")
            return builders.regression_signature_def(single, value)
        return builders.predict_signature_def(dict(input_tensors), dict(output_tensors))


def _check_tensors(name: str, tensors: Any) -> None:
    if tensors is not None and not isinstance(tensors, Mapping):
        raise TypeError(f"{name} must be a dict of name -> Tensor, got {tensors!r}.")
    if not tensors:
        raise ValueError(f"{name} must be provided, got {tensors!r}.")


def _classified(outputs: Mapping[str, Tensor]) -> tuple[Tensor | None, Tensor | None]:
    """Returns string classes and scores; `(None, None)` if there are neither.

    A single output may have any name.
    """
    classes, scores = classes_and_scores(outputs)
    if classes is None and scores is None and len(outputs) == 1:
        (only,) = outputs.values()
        return (only, None) if only.dtype == tf.string else (None, only)
    return classes, scores


def _check_examples(what: str, examples: Tensor) -> None:
    if not isinstance(examples, tf.Tensor) or examples.dtype != tf.string:
        raise ValueError(
            f"{what} examples must be a string Tensor, got {examples!r}. {_BY_EXAMPLES}."
        )


def _is_float(tensor: Tensor) -> bool:
    return getattr(tensor, "dtype", None) == tf.float32


def get_input_alternatives(input_ops: Any) -> tuple[dict[str, Any], Features]:
    """Returns what a model can be fed with, and its features.

    Behaviour: TF 1.15.5, but for what is said below.

    Args:
      input_ops: What a serving input_fn returned: `InputFnOps`, or a pair of features and labels.
        Beyond contrib, a `tf.estimator.export.ServingInputReceiver`.

    Returns:
      `{"default_input_alternative": default_inputs}`, which is empty for a pair, and the features
      as they are.

    Raises:
      ValueError: If there are no features, or `input_ops` are something else.

    Example:
      >>> x = tf.placeholder(tf.float32, [None, 4])
      >>> input_ops = learn.InputFnOps({"x": x}, None, {"x": x})
      >>> alternatives, features = get_input_alternatives(input_ops)
      >>> alternatives == {"default_input_alternative": {"x": x}}, features == {"x": x}
      (True, True)
    """
    if isinstance(input_ops, InputFnOps):
        features = input_ops.features
        alternatives = {DEFAULT_INPUT_ALTERNATIVE_KEY: input_ops.default_inputs}
    elif isinstance(input_ops, bridge.estimator.export.ServingInputReceiver):
        features = input_ops.features
        alternatives = {DEFAULT_INPUT_ALTERNATIVE_KEY: input_ops.receiver_tensors}
    elif isinstance(input_ops, (tuple, list)) and len(input_ops) == 2:
        features, _ = input_ops
        alternatives = {}
    else:
        raise ValueError(
            f"A serving input_fn must return InputFnOps(features, labels, default_inputs) or "
            f"(features, labels), but returned {input_ops!r}."
        )
    if features is None or (isinstance(features, Mapping) and not features):
        raise ValueError(
            f"Features must be defined: the serving input_fn returned features={features!r}."
        )
    return alternatives, features


def get_output_alternatives(
    model_fn_ops: Any, default_output_alternative_key: str | None = None
) -> tuple[dict[str | None, OutputAlternative], str | None]:
    """Returns the output alternatives of a model, and the key of the default one.

    Behaviour: TF 1.15.5.

    Args:
      model_fn_ops: `ModelFnOps`. Without `output_alternatives`, their predictions become the
        `UNSPECIFIED` alternative `default_output_alternative`, under `output` if they are no dict.
      default_output_alternative_key: The head to serve by default. Not needed for a single one.

    Raises:
      ValueError: If there is no such head, or there are several and no default.
      AttributeError: If the output alternatives are no dict.

    Example:
      >>> ops = learn.ModelFnOps("infer", predictions=tf.zeros([3, 1]))
      >>> alternatives, default = get_output_alternatives(ops)
      >>> default, [*alternatives[default][1]]
      ('default_output_alternative', ['output'])
    """
    given = model_fn_ops.output_alternatives
    if given and not isinstance(given, Mapping):
        raise AttributeError(
            f"output_alternatives must be {{head name: (problem type, {{key: Tensor}})}}, got "
            f"{given!r}."
        )
    alternatives = dict(given or {})
    known = sorted(alternatives, key=str)
    if default_output_alternative_key is not None:
        if default_output_alternative_key not in alternatives:
            raise NoDefaultHeadError(
                f"Requested default_output_alternative: {default_output_alternative_key}, but "
                f"available output_alternatives are: {known}"
            )
        return alternatives, default_output_alternative_key
    if len(alternatives) > 1:
        raise NoDefaultHeadError(
            "Please specify a default_output_alternative.  Available output_alternatives are: "
            f"{known}"
        )
    if alternatives:
        return alternatives, known[0]
    predictions = model_fn_ops.predictions
    if not isinstance(predictions, Mapping):
        predictions = {PredictionKey.GENERIC: predictions}
    key = DEFAULT_OUTPUT_ALTERNATIVE_KEY
    return {key: (ProblemType.UNSPECIFIED, dict(predictions))}, key


def build_all_signature_defs(
    input_alternatives: Mapping[str, Mapping[str, Tensor]],
    output_alternatives: OutputAlternatives,
    actual_default_output_alternative_key: str | None,
) -> dict[str, Any]:
    """Returns the signatures of an export, as `INPUT:OUTPUT`, and `serving_default`.

    Behaviour: TF 1.15.5.

    Args:
      input_alternatives: Name -> {name: `Tensor` to feed}.
      output_alternatives: Head name -> (problem type, {key: `Tensor` to fetch}).
      actual_default_output_alternative_key: The head that `serving_default` is of; its inputs are
        those of `default_input_alternative`.

    Raises:
      ValueError: If there is no default input alternative, or a signature cannot be built.
      KeyError: If there is no such head.

    Example:
      >>> inputs = {"default_input_alternative": {"examples": tf.placeholder(tf.string, [None])}}
      >>> scores = tf_spec_compat.ProblemType.LINEAR_REGRESSION, {"scores": tf.zeros([3])}
      >>> sorted(build_all_signature_defs(inputs, {"price": scores, "size": scores}, "price"))
      ['default_input_alternative:price', 'default_input_alternative:size', 'serving_default']
    """
    if not (input_alternatives or {}).get(DEFAULT_INPUT_ALTERNATIVE_KEY):
        raise ValueError(
            "A default input_alternative must be provided: let the serving input_fn return "
            "InputFnOps with default_inputs; the input alternatives are "
            f"{dict(input_alternatives or {})!r}."
        )
    if actual_default_output_alternative_key not in output_alternatives:
        raise NoDefaultHeadError(
            f"The default output alternative {actual_default_output_alternative_key!r} is not one "
            f"of {sorted(output_alternatives, key=str)}."
        )
    signatures = {}
    for input_key, inputs in input_alternatives.items():
        for output_key, (problem_type, outputs) in output_alternatives.items():
            try:
                signature = build_standardized_signature_def(inputs, outputs, problem_type)
            except ValueError as error:
                raise ValueError(f"{error} It is needed to export head {output_key!r}.") from error
            signatures[f"{input_key}:{output_key}"] = signature
    default = f"{DEFAULT_INPUT_ALTERNATIVE_KEY}:{actual_default_output_alternative_key}"
    # A copy, as contrib's was another object too: editing one must not change the other.
    signatures[DEFAULT_SERVING_KEY] = type(signatures[default])()
    signatures[DEFAULT_SERVING_KEY].CopyFrom(signatures[default])
    return signatures
