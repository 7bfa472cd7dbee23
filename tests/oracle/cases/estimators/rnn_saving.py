"""The functions and model function of the estimator that saves states."""

import numpy as np

from tests.oracle.facts import collections, plain, summary_values, variables
from tests.oracle.legacy import constants, layers, rnn, target_column, tf
from tests.oracle.legacy import state_saving_rnn_estimator as saving
from tests.oracle.observe import attempt

from .rnn_functions import built, described, tensors
from .rnn_models import real
from .rnn_sequences import started

CLASSES = constants.ProblemType.CLASSIFICATION
SCORES = constants.ProblemType.LINEAR_REGRESSION


def hashed(name):
    return layers.sparse_column_with_hash_bucket(name, 5)


def embedded(column, dimension=3):
    return layers.embedding_column(column, dimension, initializer=tf.constant_initializer(0.5))


def parts(folder):
    """Names and first values of states, names of columns' features, and what goes where."""
    cells = {
        "gru": lambda: rnn.GRUCell(4),
        "one": lambda: rnn.GRUCell(1),
        "lstm": lambda: rnn.LSTMCell(4),
        "lstms": lambda: rnn.MultiRNNCell([rnn.LSTMCell(4), rnn.LSTMCell(3)]),
        "grus": lambda: rnn.MultiRNNCell([rnn.GRUCell(4), rnn.GRUCell(3)]),
        "dropout": lambda: rnn.DropoutWrapper(rnn.GRUCell(4), 0.5),
    }
    record = {"described": described(cells["lstms"]())}
    for name, make in cells.items():
        record["names/" + name] = plain(saving._get_state_names(make()))
        record["states/" + name] = attempt(built, lambda: saving._get_initial_states(make()))  # noqa: B023
    weighted = layers.weighted_sparse_column(hashed("a"), "w")
    crossed = layers.crossed_column([hashed("a"), hashed("b")], 7)
    columns = {
        "real": real("m"),
        "embedding": embedded(hashed("a")),
        "crossed": crossed,
        "embedded_cross": embedded(crossed),
        "one_hot": layers.one_hot_column(hashed("a")),
        "buckets": layers.bucketized_column(layers.real_valued_column("m"), [1.0]),
        "weighted": weighted,
        "embedded_weights": embedded(weighted),
        "hashed": hashed("a"),
        "none": None,
    }
    for name, column in columns.items():
        record["features/" + name] = attempt(saving._get_name_or_parent_names, column)
    given = {"m": 1, "a": 2, "place": 3, "other": 4, "none": None}
    sequence, place = [real("m"), columns["embedding"]], [real("place", 1)]
    for name, args in {
        "train": (given, 5, "train", sequence, place),
        "eval": (given, 5, "eval", sequence, None),
        "infer": (given, 5, "infer", sequence, place),
        "no_labels": (given, None, "train", sequence, place),
        "unknown_mode": (given, 5, "bogus", sequence, place),
        "missing": (given, 5, "train", [real("x")], None),
        "missing_context": (given, 5, "train", sequence, [real("x")]),
        "none": (given, 5, "train", [real("none")], None),
        "cross": (given, 5, "train", [columns["embedded_cross"]], None),
        "no_columns": (given, 5, "train", [], None),
        "columns_none": (given, 5, "train", None, None),
    }.items():
        record["prepared/" + name] = attempt(
            lambda: [plain(part) for part in saving._prepare_features_for_sqss(*args)]  # noqa: B023
        )
    return record


STEPS = np.arange(12).reshape(2, 3, 2).astype(np.float32)


def inputs(folder):
    """The inputs of each step, with context and without."""

    def prepare(context, columns=("m",), unroll=3, steps=lambda: tf.constant(STEPS)):
        columns = [real(name) for name in columns]
        return saving._prepare_inputs_for_rnn({"m": steps()}, context(), columns, unroll)

    def sparse():
        words = tf.SparseTensor([[0, 0, 0], [0, 2, 0], [1, 1, 0]], ["a", "b", "c"], [2, 3, 1])
        columns = [real("m"), embedded(hashed("words"))]
        features = {"m": tf.constant(STEPS), "words": words}
        return saving._prepare_inputs_for_rnn(features, {}, columns, 3)

    column = [[1.0], [3.0]]
    makes = {
        "none": lambda: prepare(lambda: None),
        "empty": lambda: prepare(dict),
        "one": lambda: prepare(lambda: {"c": tf.constant(column)}),
        "two": lambda: prepare(lambda: {"c": tf.constant(column), "b": tf.constant(column) * 2}),
        "sparse": sparse,
        "flat": lambda: prepare(lambda: {"c": tf.constant([1.0, 3.0])}),
        "wide": lambda: prepare(lambda: {"c": tf.constant([[1.0, 2.0], [3.0, 4.0]])}),
        "int": lambda: prepare(lambda: {"c": tf.constant([[1], [3]])}),
        "sparse_context": lambda: prepare(lambda: {"c": tf.SparseTensor([[0, 0]], [1.0], [2, 1])}),
        "rows": lambda: prepare(lambda: {"c": tf.zeros([3, 1])}),
        "unroll": lambda: prepare(dict, unroll=2),
        "missing": lambda: prepare(dict, columns=("m", "n")),
    }
    return {name: attempt(built, make) for name, make in makes.items()}


class Saver(object):
    """Has zeros for each state."""

    def __init__(self):
        self.saved = []

    def state(self, name):
        return tf.zeros([2, 4])

    def save_state(self, name, value, scope=None):
        self.saved.append([name, value.op.name])
        return tf.identity(value)


def constructed(folder):
    """The network, its variables and what is saved of it."""

    def make(cell, names, steps=3, **kwargs):
        saver = Saver()
        with tf.Graph().as_default():
            cell = cell()
            outputs = saving.construct_state_saving_rnn(
                cell, [tf.ones([2, 3])] * steps, 5, saver, names, **kwargs
            )
            return {
                "outputs": tensors(outputs),
                "variables": variables(),
                "saved": [name for name, _ in saver.saved],
                "collections": collections(),
            }

    def lstms():
        return rnn.MultiRNNCell([rnn.LSTMCell(4), rnn.LSTMCell(4)])

    def mixed():
        return rnn.MultiRNNCell([rnn.LSTMCell(4), rnn.GRUCell(4)])

    return {
        name: attempt(lambda: make(*args, **kwargs))  # noqa: B023
        for name, args, kwargs in (
            ("gru", (lambda: rnn.GRUCell(4), "a"), {}),
            ("lstm", (lambda: rnn.LSTMCell(4), ("a", "b")), {}),
            ("lstm_list", (lambda: rnn.LSTMCell(4), ["a", "b"]), {}),
            ("lstms", (lstms, [["a", "b"], ["c", "d"]]), {}),
            ("mixed", (mixed, [["a", "b"], "c"]), {}),
            ("scope", (lambda: rnn.GRUCell(4), "a"), {"scope": "foo"}),
            ("one_name", (lambda: rnn.LSTMCell(4), "a"), {}),
            ("no_inputs", (lambda: rnn.GRUCell(4), "a"), {"steps": 0}),
        )
    }


SEQUENCE = np.arange(14).reshape(7, 2).astype(np.float32) / 10
LABELS = np.array([0, 1, 2, 0, 1, 2, 1])


def run(problem, mode, reads=3, sparse=False, features=None, labels=True, **kwargs):
    """Gives what the model is made of and what it does to the same two sequences."""
    given = {
        "cell_type": "basic_rnn",
        "target_column": target_column.multi_class_target(3),
        "problem_type": problem,
        "optimizer": "SGD",
        "num_unroll": 3,
        "num_units": 4,
        "num_threads": 1,
        "queue_capacity": 10,
        "batch_size": 2,
        "sequence_feature_columns": [real("m")],
        "context_feature_columns": [real("place", 1)],
        "learning_rate": 0.1,
    }
    with tf.Graph().as_default():
        tf.set_random_seed(1)
        tf.train.create_global_step()
        if problem == SCORES:
            given["target_column"] = target_column.regression_target()
        if features is None:
            features = {"m": tf.constant(SEQUENCE), "place": tf.constant([1.5])}
        if sparse:
            given["sequence_feature_columns"].append(embedded(hashed("words")))
            features["words"] = tf.SparseTensor([[0, 0], [2, 0], [5, 0]], ["a", "b", "c"], [7, 1])
        given.update(kwargs)
        before = dict(features)
        right = LABELS if problem == CLASSES else LABELS.astype(np.float32)
        right = tf.constant(right) if labels and mode != "infer" else None
        ops = saving._get_rnn_model_fn(**given)(features, right, mode)
        record = {
            "same_features": features == before,
            "predictions": tensors(ops.predictions),
            "loss": tensors(ops.loss),
            "metrics": sorted(ops.eval_metric_ops),
            "alternatives": plain(ops.output_alternatives),
            "mode": ops.mode,
            "variables": variables(),
            "collections": collections(),
            "reads": [],
        }
        everything = [
            ops.predictions,
            [] if ops.loss is None else ops.loss,
            {name: pair[1] for name, pair in ops.eval_metric_ops.items()},
        ]
        merged = tf.summary.merge_all()
        session, coordinator = started()
        with session:
            for variable in sorted(tf.trainable_variables(), key=lambda v: v.op.name):
                shape = variable.shape.as_list()
                value = np.arange(np.prod(shape)).reshape(shape) % 5 / 5 - 0.4
                variable.load(value.astype(np.float32), session)
            for index in range(reads):
                train = [] if ops.train_op is None else ops.train_op
                got = session.run([everything, train, merged])
                record["reads"].append(plain(got[0]))
                if not index:
                    record["summaries"] = sorted(summary_values(got[2]))
            trained = {v.op.name: plain(session.run(v)) for v in tf.trainable_variables()}
            if mode == "train":
                record["trained"] = trained
            coordinator.request_stop()
        return record


RUNS = {
    "classes_train": (CLASSES, "train", {}),
    "classes_eval": (CLASSES, "eval", {"predict_probabilities": True, "cell_type": "lstm"}),
    "classes_infer": (CLASSES, "infer", {"predict_probabilities": True}),
    "scores_train": (SCORES, "train", {"gradient_clipping_norm": 0.1, "name": "m"}),
    "scores_eval": (SCORES, "eval", {"cell_type": "lstm", "num_units": [4, 4]}),
    "dropped": (CLASSES, "eval", {"dropout_keep_probabilities": [0.5, 0.5]}),
    "words": (CLASSES, "train", {"sparse": True}),
    "mode": (CLASSES, "bogus", {}),
    "problem": (3, "train", {}),
    "no_labels": (CLASSES, "train", {"labels": False}),
    "unroll_0": (CLASSES, "train", {"num_unroll": 0}),
    "different_widths": (CLASSES, "train", {"num_units": [4, 3]}),
    "cell": (CLASSES, "train", {"cell_type": None}),
    "no_context": (CLASSES, "train", {"features": {"m": 1}}),
    "no_sequence": (CLASSES, "train", {"features": {"place": 1}}),
    "few_dropouts": (CLASSES, "train", {"dropout_keep_probabilities": [0.5]}),
}


def models(folder):
    """The model function by problem, mode and options."""
    record = {}
    for name, (problem, mode, kwargs) in sorted(RUNS.items()):
        record[name] = attempt(lambda: run(problem, mode, **kwargs))  # noqa: B023
    return record
