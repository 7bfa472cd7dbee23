"""Heads of one label: what they build, how they refuse bad input, and what they leave alone.

The figures are compared with TF 1.15.5 in tests/oracle.
"""

import functools

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib.learn.estimators import head as head_lib
from tf_spec_compat.contrib.learn.estimators.model_fn import ModeKeys, ModelFnOps

tf1 = tf.compat.v1

HEADS = {
    "regression": (head_lib.regression_head, [[1.0], [2.0], [3.0]], 1),
    "poisson": (head_lib.poisson_regression_head, [[1.0], [2.0], [3.0]], 1),
    "binary": (functools.partial(head_lib.multi_class_head, 2), [[0], [1], [1]], 1),
    "classes": (functools.partial(head_lib.multi_class_head, 3), [[0], [1], [2]], 3),
    "svm": (head_lib.binary_svm_head, [[0], [1], [1]], 1),
    "labels": (functools.partial(head_lib.multi_label_head, 3), [[0, 1, 1]] * 3, 3),
}
every_head = pytest.mark.parametrize("name", HEADS)


def build(name, mode="eval", options=None, features=None, **kwargs):
    """The ops of a head on three examples; `kwargs` replace those of create_model_fn_ops."""
    factory, labels, width = HEADS[name]
    arguments = {"labels": tf.constant(labels), "logits": tf.ones([3, width])}
    if mode == ModeKeys.TRAIN:
        arguments["train_op_fn"] = head_lib.no_op_train_fn
    arguments.update(kwargs)
    head = factory(**(options or {}))
    return head.create_model_fn_ops({} if features is None else features, mode, **arguments)


def initialized_session():
    session = tf1.Session()
    session.run(
        [
            tf1.global_variables_initializer(),
            tf1.local_variables_initializer(),
            tf1.tables_initializer(),
        ]
    )
    return session


@every_head
@pytest.mark.parametrize("mode", ["train", "eval", "infer"])
def test_each_mode_has_what_it_needs(name, mode, graph):
    """Train has a train op, train and eval a loss and metrics, and each mode something to serve."""
    ops = build(name, mode)
    assert isinstance(ops, ModelFnOps)
    assert (ops.train_op is not None) == (mode == "train")
    assert (ops.loss is not None) == (mode != "infer")
    assert ("loss" in ops.eval_metric_ops) == (mode != "infer")
    assert list(ops.output_alternatives) == [None]


@every_head
def test_head_name_marks_everything(name, graph):
    """Scope, metrics, summary and output alternative carry the head's name."""
    ops = build(name, options={"head_name": "mine"})
    assert all(key.endswith("/mine") for key in ops.eval_metric_ops)
    assert [op.name for op in tf1.get_collection("summaries")] == ["loss/mine:0"]
    assert list(ops.output_alternatives) == ["mine"]
    assert ops.loss.op.name.startswith("mine/")


PREDICTION_NAMES = {
    "regression": {"scores": "regression_head/predictions/Identity"},
    "poisson": {"scores": "regression_head/predictions/Exp"},
    "binary": {
        "logistic": "binary_logistic_head/predictions/logistic",
        "probabilities": "binary_logistic_head/predictions/probabilities",
        "classes": "binary_logistic_head/predictions/classes",
    },
    "classes": {
        "probabilities": "multi_class_head/predictions/probabilities",
        "classes": "multi_class_head/predictions/classes",
    },
    "svm": {"classes": "binary_svm_head/predictions/classes"},
    "labels": {
        "probabilities": "multi_label_head/predictions/probabilities",
        "classes": "multi_label_head/predictions/classes",
    },
}


@every_head
def test_predictions_have_contribs_names(name, graph):
    """Programs fetch predictions by the names that TF 1.15.5 gave them."""
    predictions = build(name, "infer").predictions
    found = {key: predictions[key].op.name for key in PREDICTION_NAMES[name]}
    assert found == PREDICTION_NAMES[name]


LOSS_NAMES = {
    "regression": "regression_head/mean_squared_loss/loss:0",
    "poisson": "regression_head/_poisson_loss/loss:0",
    "binary": "binary_logistic_head/log_loss_with_two_classes/loss:0",
    "classes": "multi_class_head/softmax_cross_entropy_loss/loss:0",
    "svm": "binary_svm_head/hinge_loss/loss:0",
    "labels": "multi_label_head/sigmoid_cross_entropy_loss/loss:0",
}


@every_head
@pytest.mark.parametrize("weighted", [False, True])
def test_loss_tensors_have_contribs_names(name, weighted, graph):
    """Programs give logging hooks the loss by its name, which is that of TF 1.15.5."""
    options = {"weight_column_name": "w"} if weighted else None
    ops = build(name, options=options, features={"w": tf.ones([3, 1])})
    assert ops.loss.name == LOSS_NAMES[name]


def test_loss_and_reported_loss_differ_under_weights(graph):
    """The training loss divides by the batch size, the reported one by the sum of the weights."""
    ops = build(
        "regression",
        options={"weight_column_name": "w"},
        features={"w": tf.constant([1.0, 1.0, 2.0])},
    )
    with initialized_session() as session:
        session.run(ops.eval_metric_ops["loss"][1])
        loss, reported = session.run([ops.loss, ops.eval_metric_ops["loss"][0]])
    # Squared errors of the logits 1, 1, 1 for the labels 1, 2, 3 are 0, 1, 4.
    assert loss == pytest.approx((0 + 1 + 2 * 4) / 3)
    assert reported == pytest.approx((0 + 1 + 2 * 4) / 4)


def test_labels_by_keys_are_looked_up_both_ways(graph):
    """String labels become ids for the loss, and predicted ids strings."""
    logits = tf.constant([[9.0, 0.0, 0.0], [0.0, 0.0, 9.0]])
    ops = head_lib.multi_class_head(3, label_keys=["ant", "bee", "cow"]).create_model_fn_ops(
        {}, "eval", labels=tf.constant([["ant"], ["cow"]]), logits=logits
    )
    with initialized_session() as session:
        session.run(ops.eval_metric_ops["accuracy"][1])
        loss, accuracy = session.run([ops.loss, ops.eval_metric_ops["accuracy"][0]])
        classes = session.run(ops.predictions["classes"])
        served = session.run(ops.output_alternatives[None][1]["classes"])
    assert loss < 0.001
    assert accuracy == 1
    assert classes.tolist() == [b"ant", b"cow"]
    assert served.tolist() == [[b"ant", b"bee", b"cow"]] * 2


def test_sparse_labels_are_those_dense_ones(graph):
    """A SparseTensor of class ids is the same label as its indicator matrix."""
    sparse = tf.SparseTensor([[0, 0], [1, 0], [1, 1]], tf.constant([2, 0, 1], tf.int64), [2, 2])
    logits = tf.constant([[0.5, -1.0, 2.0], [1.0, 0.0, -3.0]])
    head = head_lib.multi_label_head(3)
    losses = [
        head.create_model_fn_ops({}, "eval", labels=labels, logits=logits).loss
        for labels in (sparse, tf.constant([[0, 0, 1], [1, 1, 0]]))
    ]
    with initialized_session() as session:
        from_sparse, from_dense = session.run(losses)
    assert from_sparse == pytest.approx(from_dense)


def test_centered_bias_moves_towards_the_labels(graph):
    """The bias has a step of its own, which the train op runs."""
    options = {"enable_centered_bias": True}
    ops = build("regression", "train", options, logits=tf.zeros([3, 1]))
    bias = next(v for v in tf1.global_variables() if "Adagrad" not in v.name)
    with initialized_session() as session:
        for _ in range(50):
            session.run(ops.train_op)
        assert 0.5 < session.run(bias)[0] < 2.5


def test_logits_input_gets_a_linear_layer(graph):
    """logits_input becomes logits by the variables that contrib made."""
    build("classes", "train", logits=None, logits_input=tf.ones([3, 5]))
    assert {v.name: v.shape.as_list() for v in tf1.global_variables()} == {
        "multi_class_head/logits/weights:0": [5, 3],
        "multi_class_head/logits/biases:0": [3],
    }
    assert len(tf1.get_collection(tf1.GraphKeys.MODEL_VARIABLES)) == 2


@every_head
def test_callers_dicts_stay_as_they_were(name, graph):
    """Features and labels are read, never written."""
    features = {"w": tf.ones([3, 1])}
    labels = {"y": tf.constant(HEADS[name][1])}
    before = dict(features), dict(labels)
    build(name, "train", {"label_name": "y", "weight_column_name": "w"}, features, labels=labels)
    assert (features, labels) == before


@every_head
@pytest.mark.parametrize(
    ("error", "words", "change"),
    [
        (ValueError, "mode=predict", {"mode": "predict"}),
        (ValueError, "labels is None in mode 'eval'", {"labels": None}),
        (ValueError, "train_op_fn.*no_op_train_fn", {"mode": "train", "train_op_fn": None}),
        (ValueError, "returned None", {"mode": "train", "train_op_fn": lambda loss: None}),
        (ValueError, "Neither logits nor logits_input", {"logits": None}),
        (ValueError, "Both logits and logits_input", {"logits_input": np.ones([3, 1], "f")}),
        (ValueError, r"not compatible.*\(3, 7\)", {"logits": np.ones([3, 7], "f")}),
        (KeyError, r"\['other'\].*label_name is None", {"labels": {"other": 1}}),
        (KeyError, r"\['other'\].*'y'", {"labels": {"other": 1}, "options": {"label_name": "y"}}),
        (ValueError, r"Weights w missing.*\['v'\]",
         {"options": {"weight_column_name": "w"}, "features": {"v": np.ones(3)}}),
        (ValueError, "weights can not be broadcast",
         {"options": {"weight_column_name": "w"}, "features": {"w": np.ones(2)}}),
        (AttributeError, "features must be a dict", {"features": [1]}),
        (ValueError, "incompatible|rank|Rank|shape", {"labels": np.ones([3, 1, 1, 1], "int32")}),
    ],
)  # fmt: skip
def test_bad_input_says_what_was_given(name, error, words, change, graph):
    """Each mistake raises contrib's exception type, and names what was given."""
    with pytest.raises(error, match=words):
        build(name, **change)


@pytest.mark.parametrize("name", ["regression", "poisson", "binary", "classes", "svm"])
def test_sparse_labels_are_refused_by_dense_heads(name, graph):
    """Only multi_label_head takes a SparseTensor, and the others say so."""
    labels = tf.SparseTensor([[0, 0]], tf.constant([1], tf.int64), [3, 1])
    with pytest.raises(ValueError, match=r"SparseTensor is not supported.*multi_label_head"):
        build(name, labels=labels)


@pytest.mark.parametrize("name", ["regression", "poisson", "binary", "classes"])
def test_labels_of_unknown_rank_do_not_broadcast(name, graph):
    """`[batch]` against `[batch, 1]` would silently give `[batch, batch]`."""
    dtype = tf.constant(HEADS[name][1]).dtype
    with pytest.raises(ValueError, match=r"known rank.*ensure_shape"):
        build(name, labels=tf1.placeholder(dtype))


@pytest.mark.parametrize("name", ["binary", "classes"])
def test_flat_labels_with_weights_are_refused(name, graph):
    """As in contrib; the error says which shape to give."""
    with pytest.raises(ValueError, match=r"weights can not be broadcast.*\[batch_size, 1\]"):
        build(
            name,
            options={"weight_column_name": "w"},
            features={"w": tf.ones([3])},
            labels=tf.constant([0, 1, 1]),
        )


def test_tensors_of_another_graph_are_refused(graph):
    """Logits of one graph and labels of another cannot be a model."""
    with tf.Graph().as_default():
        labels = tf.ones([3, 1])
    with pytest.raises(ValueError, match="same graph"):
        build("regression", labels=labels)


@pytest.mark.parametrize("result", [lambda: None, lambda: tf.ones([3]), lambda: (tf.ones([]), 1.0)])
def test_custom_loss_must_be_a_scalar(result, graph):
    """A loss_fn that gives anything but a scalar is refused when it is called."""
    with pytest.raises(ValueError, match=r"scalar|None"):
        build("classes", options={"loss_fn": lambda labels, logits, weights=1.0: result()})


def test_custom_loss_sees_labels_logits_and_weights(graph):
    """A loss_fn is called by position, with the weights as a column, and its value is the loss."""
    seen = []

    def loss_fn(labels, logits, weights=None):
        seen.append((labels, logits, weights))
        return tf.constant(5.0)

    features = {"w": tf.constant([1, 2, 3])}
    ops = build(
        "classes", options={"loss_fn": loss_fn, "weight_column_name": "w"}, features=features
    )
    labels, logits, weights = seen[0]
    assert labels.dtype == tf.int32
    assert logits.shape == [3, 3]
    assert weights.shape == [3, 1]
    assert weights.dtype == tf.float32
    with initialized_session() as session:
        assert session.run(ops.loss) == 5
