import copy
import pickle
import types

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps

FIELDS = (
    "predictions",
    "loss",
    "train_op",
    "eval_metric_ops",
    "output_alternatives",
    "training_chief_hooks",
    "training_hooks",
    "scaffold",
    "mode",
)

pytestmark = pytest.mark.usefixtures("graph")


class Hook(tf1.train.SessionRunHook):
    pass


def scalar(value=1.0):
    return tf1.constant(value)


def foreign():
    """A tensor of another graph."""
    with tf.Graph().as_default():
        return tf1.constant(2.0)


def sparse():
    return tf.SparseTensor([[0]], [1.0], [1])


def slices():
    """Gradients of unknown shape, which cannot become a dense tensor."""
    return tf.IndexedSlices(tf1.constant([1.0]), tf1.constant([0]))


def bare(**fields):
    """A `ModelFnOps` of anything, past its constructor."""
    given = {**dict.fromkeys(FIELDS), "mode": "infer", **fields}
    return ModelFnOps._make(given[name] for name in FIELDS)


def test_fields_keep_contribs_order():
    """The tuple's fields stand in contrib's order, which is not the constructor's."""
    assert ModelFnOps._fields == FIELDS
    ops = ModelFnOps("eval", scalar(), scalar(), tf1.no_op(), {}, {}, [], [], None)
    assert tuple(ops)[-1] == ops.mode == "eval"


def test_constructor_hands_on_what_it_is_given():
    """Operations, metrics, alternatives, hooks and scaffold come out as the same objects."""
    given = {
        "mode": "train",
        "predictions": scalar(),
        "loss": scalar(),
        "train_op": tf1.no_op(),
        "eval_metric_ops": {"accuracy": (scalar(), tf1.no_op())},
        "output_alternatives": {None: (0, {"output": scalar()})},
        "training_chief_hooks": [Hook()],
        "training_hooks": [Hook()],
        "scaffold": tf1.train.Scaffold(),
    }
    ops = ModelFnOps(**given)
    assert all(getattr(ops, name) is value for name, value in given.items())


def test_defaults_are_new_and_empty():
    """What is not given is `None`, or a new empty dict or list."""
    first, second = (ModelFnOps("infer", scalar()) for _ in range(2))
    assert first._replace(predictions=None) == bare(
        eval_metric_ops={}, training_chief_hooks=[], training_hooks=[]
    )
    for name in ("eval_metric_ops", "training_chief_hooks", "training_hooks"):
        assert getattr(first, name) is not getattr(second, name)


def test_predictions_dict_is_copied():
    """The tensors go into a new dict of the same order, and the caller's dict stays as it was."""
    predictions = {"z": scalar(), "a": 3.0}
    ops = ModelFnOps("infer", predictions)
    assert predictions["a"] == 3.0
    assert ops.predictions is not predictions
    assert list(ops.predictions) == ["z", "a"]
    assert ops.predictions["z"] is predictions["z"]
    assert tf.is_tensor(ops.predictions["a"])


@pytest.mark.parametrize("value", [3.0, 1, "text", True, [1.0, 2.0], np.zeros(3)], ids=repr)
def test_plain_values_become_tensors(value):
    """Predictions, train_op and a scalar loss may be anything that converts to a tensor."""
    ops = ModelFnOps("train", value, 1.5, value)
    assert tf.is_tensor(ops.predictions)
    assert ops.loss.shape.rank == 0
    assert isinstance(ops.train_op, tf.Operation)


def test_sparse_predictions_stay_sparse():
    """A `SparseTensor` is a prediction, alone and in a dict."""
    tensor = sparse()
    assert ModelFnOps("infer", tensor).predictions is tensor
    assert ModelFnOps("infer", {"a": tensor}).predictions["a"] is tensor


def test_train_op_may_be_a_tensor():
    """Of a tensor the operation is taken: some optimizers' `minimize` returns one."""
    tensor = scalar()
    assert ModelFnOps("train", loss=scalar(), train_op=tensor).train_op is tensor.op


@pytest.mark.parametrize("shape", [[1], [1, 1], [None], [1, None], [None, None]], ids=str)
def test_loss_of_one_element_becomes_scalar(shape, graph):
    """A loss that has or may have one element is reshaped, which takes two nodes."""
    loss = tf1.placeholder(tf.float32, shape)
    before = len(graph.get_operations())
    ops = ModelFnOps("eval", scalar(), loss)
    assert ops.loss.shape == []
    assert len(graph.get_operations()) - before == 3  # With the predictions.


@pytest.mark.parametrize("dtype", [tf.int32, tf.string, tf.float64], ids=lambda dtype: dtype.name)
def test_scalar_loss_is_taken_as_it_is(dtype):
    """A scalar loss of any dtype, or of unknown shape, is not touched."""
    for shape in ([], None):
        loss = tf1.placeholder(dtype, shape)
        assert ModelFnOps("eval", scalar(), loss).loss is loss


def test_reshaped_loss_stays_in_its_graph(graph):
    """The reshaped loss is in the graph of the loss, whichever is the default."""
    with tf.Graph().as_default() as other:
        loss = tf1.constant([1.0])
    ops = ModelFnOps("train", loss=loss, train_op=loss.op)
    assert ops.loss.graph is other
    assert not graph.get_operations()


@pytest.mark.parametrize("mode", ["train", "eval", "infer"])
def test_each_mode_needs_its_operations_only(mode):
    """Each mode does without the operations that contrib did not ask of it."""
    needed = {
        "train": {"loss": scalar(), "train_op": tf1.no_op()},
        "eval": {"predictions": scalar(), "loss": scalar()},
        "infer": {"predictions": scalar()},
    }[mode]
    ops = ModelFnOps(mode, **needed)
    assert {name for name in FIELDS[:3] if getattr(ops, name) is not None} == set(needed)


@pytest.mark.parametrize(
    ("mode", "missing"),
    [
        ("train", "loss"),
        ("train", "train_op"),
        ("eval", "loss"),
        ("eval", "predictions"),
        ("infer", "predictions"),
    ],
)
def test_missing_operation_is_named(mode, missing):
    """An operation that the mode needs and that is missing is a `ValueError` that names both."""
    given = {"predictions": scalar(), "loss": scalar(), "train_op": tf1.no_op()}
    given[missing] = None
    with pytest.raises(ValueError, match=f"Missing {missing}: in mode '{mode}'"):
        ModelFnOps(mode, **given)


def test_first_complaint_is_contribs():
    """Of several faults, the one that contrib found first is reported."""
    with pytest.raises(ValueError, match="Invalid mode"):
        ModelFnOps("bogus", foreign(), scalar(), training_hooks=3)
    with pytest.raises(ValueError, match="same graph"):
        ModelFnOps("train", scalar(), None, foreign())
    with pytest.raises(ValueError, match="Missing train_op"):
        ModelFnOps("train")
    with pytest.raises(ValueError, match="Loss must be scalar"):
        ModelFnOps("eval", loss=tf1.constant([1.0, 2.0]))
    with pytest.raises(TypeError, match="predictions must be"):
        ModelFnOps("infer", tf1.no_op(), eval_metric_ops=3)
    with pytest.raises(ValueError, match="eval_metric_ops must be a dict"):
        ModelFnOps("infer", scalar(), eval_metric_ops=3, training_hooks=3)


@pytest.mark.parametrize(
    ("given", "kind", "words"),
    [
        (lambda: {"loss": [1.0, 2.0]}, ValueError, ["Loss must be scalar", "(2,)", "reduce_mean"]),
        (lambda: {"loss": []}, ValueError, ["Loss must be scalar", "(0,)"]),
        (lambda: {"loss": {"a": scalar()}}, TypeError, ["loss", "'a'"]),
        (lambda: {"loss": tf1.no_op()}, TypeError, ["loss", "NoOp"]),
        (lambda: {"loss": sparse()}, TypeError, ["loss", "SparseTensor"]),
        (lambda: {"loss": slices()}, ValueError, ["loss", "IndexedSlices"]),
        (lambda: {"train_op": [tf1.no_op()]}, TypeError, ["train_op", "NoOp"]),
        (lambda: {"train_op": object()}, TypeError, ["train_op", "object object"]),
        (lambda: {"train_op": {"a": scalar()}}, TypeError, ["train_op", "'a'"]),
        (lambda: {"predictions": tf1.no_op()}, TypeError, ["predictions", "NoOp"]),
        (lambda: {"predictions": [1, "a"]}, TypeError, ["predictions", "[1, 'a']"]),
        (lambda: {"predictions": [[1], [2, 3]]}, ValueError, ["predictions", "[[1], [2, 3]]"]),
        (lambda: {"predictions": slices()}, ValueError, ["predictions", "IndexedSlices"]),
        (lambda: {"predictions": {"a": None}}, ValueError, ["predictions['a']", "None"]),
        (lambda: {"predictions": {"a": object()}}, TypeError, ["predictions['a']"]),
        (lambda: {"predictions": {"a": {"b": 1.0}}}, TypeError, ["predictions['a']", "'b'"]),
        (
            lambda: {"predictions": types.MappingProxyType({"a": scalar()})},
            TypeError,
            ["predictions", "mappingproxy"],
        ),
        (
            lambda: {"eval_metric_ops": "text"},
            ValueError,
            ["eval_metric_ops must be a dict", "tex"],
        ),
        (lambda: {"eval_metric_ops": []}, ValueError, ["eval_metric_ops must be a dict", "[]"]),
        (lambda: {"training_hooks": [3]}, TypeError, ["training_hooks", "3", "SessionRunHook"]),
        (lambda: {"training_hooks": [Hook]}, TypeError, ["training_hooks", "Hook"]),
        (lambda: {"training_hooks": [None]}, TypeError, ["training_hooks", "None"]),
        (lambda: {"training_hooks": Hook()}, TypeError, ["training_hooks", "list"]),
        (lambda: {"training_hooks": {}}, TypeError, ["training_hooks", "{}"]),
        (lambda: {"training_hooks": iter([Hook()])}, TypeError, ["training_hooks", "list"]),
        (lambda: {"training_chief_hooks": [3]}, TypeError, ["training_chief_hooks", "3"]),
        (lambda: {"training_chief_hooks": "ab"}, TypeError, ["training_chief_hooks", "'ab'"]),
        (lambda: {"training_chief_hooks": 0}, TypeError, ["training_chief_hooks", "0"]),
    ],
)
def test_bad_argument_is_named_with_its_value(given, kind, words):
    """A bad argument has contrib's exception type, and the message names it and its value."""
    good = {"predictions": scalar(), "loss": scalar(), "train_op": tf1.no_op()}
    with pytest.raises((TypeError, ValueError)) as caught:
        ModelFnOps("train", **{**good, **given()})
    assert caught.type is kind
    assert [word for word in words if word not in str(caught.value)] == []


@pytest.mark.parametrize(
    "given",
    [
        lambda: {"loss": foreign()},
        lambda: {"train_op": foreign()},
        lambda: {"train_op": foreign().op},
        lambda: {"predictions": sparse(), "loss": foreign()},
        lambda: {"predictions": tf1.get_variable("v", initializer=1.0), "loss": foreign()},
    ],
)
def test_operations_of_different_graphs_are_refused(given):
    """Operations of different graphs are a `ValueError` that shows two of them."""
    good = {"predictions": scalar(), "loss": scalar(), "train_op": tf1.no_op()}
    with pytest.raises(
        ValueError, match=r"must be from the same graph as .*: they are .* and predictions"
    ):
        ModelFnOps("train", **{**good, **given()})


def test_tensors_in_dicts_may_be_of_any_graph():
    """As in contrib, the graphs of tensors in dicts are left to `estimator_spec`."""
    metrics = {"a": (foreign(), foreign())}
    ops = ModelFnOps("eval", {"a": foreign()}, scalar(), None, metrics)
    assert ops.eval_metric_ops is metrics


def test_metrics_alternatives_and_scaffold_are_not_looked_at():
    """As in contrib, what only `estimator_spec` uses is checked there."""
    ops = ModelFnOps("eval", scalar(), scalar(), None, {"a": 3}, 5, scaffold=3)
    assert (ops.eval_metric_ops, ops.output_alternatives, ops.scaffold) == ({"a": 3}, 5, 3)


def test_hooks_may_be_tuples():
    """Unlike in contrib, one of the two may be a tuple when the other is a list or missing."""
    hooks = (Hook(),)
    assert ModelFnOps("infer", scalar(), training_hooks=hooks).training_hooks is hooks
    ops = ModelFnOps("infer", scalar(), training_hooks=[Hook()], training_chief_hooks=hooks)
    assert ops.training_chief_hooks is hooks


@pytest.mark.parametrize(
    "call",
    [
        lambda: ModelFnOps(),
        lambda: ModelFnOps("infer", scalar(), export_outputs={}),
        lambda: ModelFnOps("infer", *[None] * 9),
        lambda: ModelFnOps("infer", mode="infer"),
    ],
)
def test_wrong_arguments_are_type_errors(call):
    """Missing, unknown, surplus and repeated arguments are `TypeError`s, as of any function."""
    with pytest.raises(TypeError):
        call()


def test_replace_checks_nothing():
    """`_replace` and `_make` take anything, as in contrib, and keep the class."""
    ops = ModelFnOps("infer", scalar())._replace(mode="bogus", loss="x")
    assert type(ops) is ModelFnOps
    assert (ops.mode, ops.loss) == ("bogus", "x")
    assert bare() == (None,) * 8 + ("infer",)


class Subclass(ModelFnOps):
    def __new__(cls, mode, extra, **fields):
        self = super().__new__(cls, mode, **fields)
        self.extra = extra
        return self


@pytest.mark.parametrize("clone", [copy.copy, lambda ops: pickle.loads(pickle.dumps(ops))])
def test_copies_keep_class_fields_and_attributes(clone):
    """Unlike in contrib, operations can be copied and pickled, subclasses with their attributes."""
    ops = Subclass("infer", 4, predictions=scalar())._replace(predictions="p")
    ops.extra = 4
    clone = clone(ops)
    assert type(clone) is Subclass
    assert clone == ops
    assert clone.extra == 4


def test_fields_cannot_be_set():
    """Fields are read-only; other attributes are not, as in contrib."""
    ops = bare()
    ops.note = "mine"
    with pytest.raises(AttributeError):
        ops.loss = 1.0
    assert ops.note == "mine"


def test_estimator_spec_hands_on_the_default_key():
    """`estimator_spec` serves the head it is told, given by position or by contrib's keyword."""
    alternatives = {name: (0, {name: scalar()}) for name in ("a", "b")}
    ops = ModelFnOps("infer", scalar(), output_alternatives=alternatives)
    for spec in (
        ops.estimator_spec("b"),
        ops.estimator_spec(default_serving_output_alternative_key="b"),
    ):
        assert list(spec.export_outputs["serving_default"].outputs) == ["b"]
