import types

import pytest
from tensorflow.python.saved_model.model_utils import export_utils

from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.model.export_outputs import (
    to_export_outputs,
    to_output_alternatives,
    to_signature_defs,
)

pytestmark = pytest.mark.usefixtures("graph")

CLASSIFY, REGRESS, PREDICT = (
    f"tensorflow/serving/{word}" for word in ("classify", "regress", "predict")
)
CLASSIFICATIONS = [ProblemType.CLASSIFICATION, ProblemType.LOGISTIC_REGRESSION]


def floats():
    return tf1.constant([[1.0, 2.0]])


def ints():
    return tf1.constant([[1, 2]])


def strings():
    return tf1.constant([["a", "b"]])


def sparse():
    return tf.SparseTensor([[0]], [1.0], [1])


def one(problem_type, tensors):
    """The output that the single alternative `(problem_type, tensors)` becomes."""
    outputs = to_export_outputs({"head": (problem_type, tensors)})
    assert list(outputs) == ["head"]
    return outputs["head"]


def two():
    return {name: (ProblemType.UNSPECIFIED, {name: floats()}) for name in ("a", "b")}


@pytest.mark.parametrize("nothing", [None, {}])
def test_no_alternatives_are_no_outputs(nothing):
    """Without alternatives it is left to `EstimatorSpec` to serve the predictions."""
    assert to_export_outputs(nothing) is None


@pytest.mark.parametrize("key", ["scores", "probabilities"])
def test_linear_regression_serves_its_scores(key):
    """Linear regression becomes a regression of its scores, whatever else there is."""
    tensors = {key: floats(), "logits": floats()}
    output = one(ProblemType.LINEAR_REGRESSION, tensors)
    assert type(output) is estimator.export.RegressionOutput
    assert output.value is tensors[key]


@pytest.mark.parametrize("problem_type", CLASSIFICATIONS)
@pytest.mark.parametrize("key", ["scores", "probabilities"])
@pytest.mark.parametrize("classes", [strings, ints, None])
def test_classification_serves_scores_and_string_classes(problem_type, key, classes):
    """Classification becomes scores with string classes; other classes are left out."""
    tensors = {key: floats(), **({"classes": classes()} if classes else {})}
    output = one(problem_type, tensors)
    assert type(output) is estimator.export.ClassificationOutput
    assert output.scores is tensors[key]
    assert output.classes is (tensors["classes"] if classes is strings else None)


@pytest.mark.parametrize("problem_type", CLASSIFICATIONS)
def test_string_classes_need_no_scores(problem_type):
    """String classes alone are a classification."""
    tensors = {"classes": strings(), "top_k": floats()}
    output = one(problem_type, tensors)
    assert (output.scores, output.classes) == (None, tensors["classes"])


@pytest.mark.parametrize(
    "problem_type", [ProblemType.LINEAR_REGRESSION, ProblemType.CLASSIFICATION]
)
def test_scores_come_before_probabilities(problem_type):
    """Of scores and probabilities the scores are served, unless they are `None`."""
    tensors = {"probabilities": floats(), "scores": floats()}
    for scores in (tensors["scores"], None):
        output = one(problem_type, {**tensors, "scores": scores})
        served = output.value if hasattr(output, "value") else output.scores
        assert served is (tensors["probabilities"] if scores is None else scores)


@pytest.mark.parametrize("problem_type", CLASSIFICATIONS)
def test_svm_is_served_as_predict(problem_type):
    """Numeric classes without scores, as of the SVM head, become a predict output of everything."""
    tensors = {"logits": floats(), "classes": ints()}
    output = one(problem_type, tensors)
    assert type(output) is estimator.export.PredictOutput
    assert output.outputs == tensors


def test_unspecified_serves_everything():
    """An unspecified problem becomes a predict output of all tensors; pairs of names are joined."""
    tensors = {"scores": floats(), "classes": ints()}
    assert one(ProblemType.UNSPECIFIED, tensors).outputs == tensors
    assert one(ProblemType.UNSPECIFIED, {("x", "y"): tensors["scores"]}).outputs == {
        "x/y": tensors["scores"]
    }
    assert one(ProblemType.UNSPECIFIED, {}).outputs == {}


def test_unspecified_may_be_one_tensor():
    """A lone tensor is served as `output`, as in contrib."""
    tensor = floats()
    assert one(ProblemType.UNSPECIFIED, tensor).outputs == {"output": tensor}


@pytest.mark.parametrize("problem_type", [1.0, True])
def test_problem_types_are_compared_by_value(problem_type):
    """A problem type is what equals it, as in contrib."""
    assert type(one(problem_type, {"scores": floats()})) is estimator.export.ClassificationOutput


def test_mappings_and_lists_will_do():
    """Alternatives may be any mapping of pairs of any kind, as in contrib."""
    proxy = types.MappingProxyType
    for pair in ([1, proxy({"scores": floats()})], iter((1, {"scores": floats()}))):
        assert list(to_export_outputs(proxy({None: pair}))) == [None]


@pytest.mark.parametrize("key", [None, "other"])
def test_single_head_needs_no_default(key):
    """A single head is served as it is, whatever default is asked for, as in contrib."""
    assert list(to_export_outputs({"head": (0, {"x": floats()})}, key)) == ["head"]


def test_default_is_another_name_of_its_head():
    """Of several heads the default one has the name `serving_default` too."""
    outputs = to_export_outputs(two(), "b")
    assert list(outputs) == ["a", "b", "serving_default"]
    assert outputs["serving_default"] is outputs["b"]


def test_nameless_head_is_the_default():
    """Of several heads the one called `None` is the default when no other is asked for."""
    outputs = to_export_outputs({**two(), None: (0, {"x": floats()})})
    assert outputs["serving_default"] is outputs[None]


@pytest.mark.parametrize("key", [None, "b"])
def test_head_called_serving_default_is_the_default(key):
    """A head that is called `serving_default` is, whatever is asked for, as in contrib."""
    tensor = floats()
    outputs = to_export_outputs({**two(), "serving_default": (0, {"x": tensor})}, key)
    assert outputs["serving_default"].outputs == {"x": tensor}


@pytest.mark.parametrize(("key", "given"), [(None, "no default"), ("z", "no 'z'")])
def test_missing_default_is_explained(key, given):
    """Several heads without a usable default are a `KeyError` that names them and the argument."""
    with pytest.raises(NoDefaultHeadError) as caught:
        to_export_outputs(two(), key)
    assert isinstance(caught.value, KeyError)
    assert str(caught.value) == (
        f"output_alternatives has 2 heads ('a', 'b') but {given}; pass one of them as "
        "default_serving_output_alternative_key."
    )


@pytest.mark.parametrize(
    ("alternatives", "kind", "words"),
    [
        (lambda: 3, TypeError, ["{head name: (problem type, {key: Tensor})}", "got 3"]),
        (lambda: "text", AttributeError, ["output_alternatives", "got 'text'"]),
        (lambda: [(0, {})], AttributeError, ["output_alternatives", "got [(0, {})]"]),
        (lambda: {"a": 3}, TypeError, ["'a' has 3"]),
        (lambda: {"a": None}, TypeError, ["'a' has None"]),
        (lambda: {"a": (0,)}, TypeError, ["'a' has (0,)"]),
        (lambda: {"a": (0, {}, 3)}, TypeError, ["'a' has (0, {}, 3)"]),
        (lambda: {"a": {"x": floats()}}, TypeError, ["'a' has {'x': <tf.Tensor"]),
        (lambda: {"a": (7, {})}, ValueError, ["problem_type=7", "'a'", "CLASSIFICATION (1)"]),
        (lambda: {"a": (None, {})}, ValueError, ["problem_type=None", "UNSPECIFIED (0)"]),
        (lambda: {"a": ([1], {})}, ValueError, ["problem_type=[1]"]),
        (lambda: {"a": "ab"}, ValueError, ["problem_type=a "]),
        (lambda: {"a": (1, None)}, AttributeError, ["the tensors of 'a' are None"]),
        (lambda: {"a": (2, [3])}, AttributeError, ["the tensors of 'a' are [3]"]),
        (lambda: {"a": (0, None)}, ValueError, ["Head 'a'", "UNSPECIFIED", "None"]),
        (lambda: {"a": (0, {"x": 3.0})}, ValueError, ["Head 'a'", "3.0"]),
        (lambda: {"a": (0, {"x": sparse()})}, ValueError, ["Head 'a'", "SparseTensor"]),
        (lambda: {"a": (0, {1: floats()})}, ValueError, ["Head 'a'", "string", "1"]),
        (lambda: {"a": (1, {"foo": floats()})}, ValueError, ["Head 'a'", "'scores'", "['foo']"]),
        (lambda: {"a": (3, {"logits": floats()})}, ValueError, ["LOGISTIC_REGRESSION", "'logits'"]),
        (lambda: {"a": (1, {})}, ValueError, ["'scores', 'probabilities' or string 'classes'"]),
        (lambda: {"a": (1, {"scores": ints()})}, ValueError, ["Head 'a'", "float"]),
        (lambda: {"a": (1, {"scores": 3.0})}, ValueError, ["Head 'a'", "3.0"]),
        (lambda: {"a": (1, {"classes": ["b"]})}, AttributeError, ["'classes'", "['b']"]),
        (lambda: {"a": (2, {"classes": ints()})}, ValueError, ["Head 'a'", "'scores'", "classes"]),
        (lambda: {"a": (2, {"scores": strings()})}, ValueError, ["Head 'a'", "float", "string"]),
    ],
)
def test_malformed_alternatives_are_shown(alternatives, kind, words):
    """Malformed alternatives have contrib's exception type, and the message shows them."""
    with pytest.raises((AttributeError, TypeError, ValueError)) as caught:
        to_export_outputs(alternatives())
    assert caught.type is kind
    assert [word for word in words if word not in str(caught.value)] == []


def test_missing_default_is_reported_first():
    """As in contrib, alternatives are not looked at before there is a default among them."""
    with pytest.raises(NoDefaultHeadError):
        to_export_outputs({"a": (7, {}), "b": (7, {})})


def test_alternatives_stay_as_they_were(graph):
    """The caller's dicts are not edited, and nothing is added to the graph."""
    inner = {"a": {"x": floats()}, "b": {"classes": ints(), "logits": floats()}}
    alternatives = {"a": (0, inner["a"]), "b": (1, inner["b"])}
    before = {name: dict(tensors) for name, tensors in inner.items()}
    nodes = len(graph.get_operations())
    outputs = to_export_outputs(alternatives, "a")
    outputs["b"].outputs.clear()
    assert alternatives == {"a": (0, before["a"]), "b": (1, before["b"])}
    assert list(alternatives) == ["a", "b"]
    assert len(graph.get_operations()) == nodes


def outputs_of(kinds):
    """Export outputs of these kinds, by kind."""
    made = {
        "classify": lambda: estimator.export.ClassificationOutput(floats(), strings()),
        "scores": lambda: estimator.export.ClassificationOutput(scores=floats()),
        "classes": lambda: estimator.export.ClassificationOutput(classes=strings()),
        "regress": lambda: estimator.export.RegressionOutput(floats()),
        "predict": lambda: estimator.export.PredictOutput({"x": floats(), "y": ints()}),
    }
    return {kind: made[kind]() for kind in kinds}


def test_outputs_go_there_and_back():
    """Outputs become alternatives that become outputs of the same kinds and tensors."""
    outputs = outputs_of(["classify", "scores", "classes", "regress", "predict"])
    alternatives = to_output_alternatives(outputs)
    assert {name: problem_type for name, (problem_type, _) in alternatives.items()} == {
        "classify": ProblemType.CLASSIFICATION,
        "scores": ProblemType.CLASSIFICATION,
        "classes": ProblemType.CLASSIFICATION,
        "regress": ProblemType.LINEAR_REGRESSION,
        "predict": ProblemType.UNSPECIFIED,
    }
    back = to_export_outputs(alternatives, "predict")
    assert back.pop("serving_default") is back["predict"]
    examples = tf1.placeholder(tf.string, [None])
    assert to_signature_defs(back, examples) == to_signature_defs(outputs, examples)


@pytest.mark.parametrize("nothing", [None, {}])
def test_no_outputs_are_no_alternatives(nothing):
    """No outputs become no alternatives."""
    assert to_output_alternatives(nothing) == nothing


def test_second_name_of_a_single_output_is_left_out():
    """The name that `EstimatorSpec` gives a single output does not become a head."""
    output = outputs_of(["regress"])["regress"]
    assert list(to_output_alternatives({None: output, "serving_default": output})) == [None]
    assert list(to_output_alternatives({"serving_default": output})) == ["serving_default"]
    assert list(to_output_alternatives({"a": output, "b": output})) == ["a", "b"]
    several = {"a": output, "b": output, "serving_default": output}
    assert to_export_outputs(to_output_alternatives(several)).keys() == several.keys()


class OwnOutput(estimator.export.PredictOutput):
    pass


@pytest.mark.parametrize(
    "output", [lambda: OwnOutput({"x": floats()}), lambda: 3], ids=["subclass", "number"]
)
def test_outputs_without_problem_type_are_refused(output):
    """An output that contrib cannot express is a `ValueError` that names it and says what to do."""
    output = output()
    with pytest.raises(ValueError, match="take it out of export_outputs") as caught:
        to_output_alternatives({"mine": output})
    assert "export_outputs['mine']" in str(caught.value)
    assert type(output).__name__ in str(caught.value)


def test_signatures_have_names_methods_and_tensors():
    """Each output becomes a signature with TensorFlow Serving's method and names."""
    outputs = outputs_of(["classify", "regress", "predict"])
    outputs[None] = outputs.pop("predict")
    signatures = to_signature_defs(outputs, tf1.placeholder(tf.string, [None]))
    shown = {
        name: (signature.method_name, sorted(signature.inputs), sorted(signature.outputs))
        for name, signature in signatures.items()
    }
    assert shown == {
        "classify": (CLASSIFY, ["inputs"], ["classes", "scores"]),
        "regress": (REGRESS, ["inputs"], ["outputs"]),
        "None": (PREDICT, ["input"], ["x", "y"]),
    }


@pytest.mark.parametrize(
    "receiver",
    [
        lambda: tf1.placeholder(tf.string, [None]),
        lambda: {"examples": tf1.placeholder(tf.string, [None])},
        lambda: {"x": tf1.placeholder(tf.float32, [None])},
        lambda: {name: tf1.placeholder(tf.string, [None]) for name in ("x", "y")},
        lambda: {"x": tf1.sparse_placeholder(tf.float32)},
    ],
)
def test_signatures_are_those_that_estimator_exports(receiver):
    """The signatures are the ones that the real export makes of the same outputs and receivers."""
    outputs = outputs_of(["classify", "regress", "scores", "predict"])
    receiver = receiver()
    assert to_signature_defs(outputs, receiver) == export_utils.build_all_signature_defs(
        receiver, outputs
    )


def test_signatures_that_cannot_be_fed_are_logged(caplog):
    """A classify signature of a number is left out, and the log says so."""
    logger = tf1.get_logger()
    logger.addHandler(caplog.handler)
    try:
        signatures = to_signature_defs(
            outputs_of(["classify", "predict"]), tf1.placeholder(tf.float32, [None])
        )
    finally:
        logger.removeHandler(caplog.handler)
    assert list(signatures) == ["predict"]
    assert "No signature 'classify'" in caplog.text


@pytest.mark.parametrize("outputs", [None, 3, "text"])
def test_signatures_need_a_dict(outputs):
    """Export outputs that are no mapping are a `ValueError` that shows them."""
    with pytest.raises(ValueError, match=f"must be a dict .* got {outputs!r}"):
        to_signature_defs(outputs, tf1.placeholder(tf.string, [None]))


def test_deprecations_stay_silent(caplog, monkeypatch):
    """Conversions log none of the deprecations that the outputs have."""
    from tensorflow.python.util import deprecation

    monkeypatch.setattr(deprecation, "_PRINTED_WARNING", {})
    logger = tf1.get_logger()
    caplog.clear()
    logger.addHandler(caplog.handler)
    try:
        outputs = to_export_outputs(
            {
                "a": (ProblemType.CLASSIFICATION, {"scores": floats()}),
                "b": (ProblemType.LINEAR_REGRESSION, {"scores": floats()}),
                "c": (ProblemType.UNSPECIFIED, {"x": floats()}),
            },
            "a",
        )
        to_signature_defs(outputs, tf1.placeholder(tf.string, [None]))
        assert "deprecated" not in caplog.text
        estimator.export.RegressionOutput(floats())
    finally:
        logger.removeHandler(caplog.handler)
    assert ("deprecated" in caplog.text) is hasattr(
        estimator.export.RegressionOutput.__init__, "__wrapped__"
    )
