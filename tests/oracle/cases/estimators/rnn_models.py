"""The model functions of RNN estimators: every problem, prediction, mode and kind of cell."""

import numpy as np

from tests.oracle.harness import Case
from tests.oracle.legacy import constants, layers, rnn, target_column, tf
from tests.oracle.legacy import dynamic_rnn_estimator as dynamic

CLASSES = constants.ProblemType.CLASSIFICATION
SCORES = constants.ProblemType.LINEAR_REGRESSION
SINGLE, MULTIPLE = 1, 2
KINDS = {SINGLE: "single", MULTIPLE: "multiple"}
PROBLEMS = {CLASSES: "classes", SCORES: "scores"}

STEPS = np.arange(12).reshape(2, 3, 2).astype(np.float32) / 10
PLACES = np.array([[1, 2], [3, 4]], np.float32)
LENGTHS = np.array([2, 3], np.int32)
LABELS = {
    (CLASSES, SINGLE): np.array([1, 2]),
    (CLASSES, MULTIPLE): np.array([[1, 2, 0], [0, 1, 1]]),
    (SCORES, SINGLE): np.array([1.0, 2.0], np.float32),
    (SCORES, MULTIPLE): np.array([[1, 2, 0], [0.5, 1, 1]], np.float32),
}
STATE = np.arange(8).reshape(2, 4).astype(np.float32) / 8


def real(name, dimension=2):
    return layers.real_valued_column(name, dimension=dimension)


def words():
    """A sparse feature of sequences, and its column."""
    column = layers.embedding_column(
        layers.sparse_column_with_hash_bucket("words", 7),
        3,
        initializer=tf.constant_initializer(0.5),
    )
    indices = [[0, 0, 0], [0, 1, 0], [0, 1, 1], [1, 0, 0], [1, 2, 0]]
    return column, tf.SparseTensor(indices, ["a", "b", "c", "d", "a"], [2, 3, 2])


def model(
    problem,
    kind,
    mode,
    lengths=True,
    context=True,
    state=(),
    embedding=False,
    labels=True,
    case=(),
    fed=True,
    n_classes=3,
    **kwargs,
):
    """A case of the dynamic model function."""
    given = {
        "cell_type": "basic_rnn",
        "num_units": 4,
        "optimizer": "SGD",
        "learning_rate": 0.1,
        "problem_type": problem,
        "prediction_type": kind,
    }

    def build(made, inputs):
        if problem == CLASSES:
            given["target_column"] = target_column.multi_class_target(n_classes)
        else:
            given["target_column"] = target_column.regression_target()
        features = {"m": STEPS}
        given["sequence_feature_columns"] = [real("m")]
        if context:
            features["place"] = PLACES
            given["context_feature_columns"] = [real("place")]
        if lengths:
            features["sequence_length"] = LENGTHS
        features.update(state)
        features = inputs.tensor(features, fed=fed)
        if embedding:
            column, features["words"] = words()
            given["sequence_feature_columns"].append(column)
            inputs.given[-1] = (features, dict(features))
        given.update(kwargs)
        right = LABELS.get((problem, kind))
        given_labels = inputs.tensor(right) if labels and mode != "infer" else None
        return dynamic._get_dynamic_rnn_model_fn(**given)(features, given_labels, mode)

    return Case(build, **dict({"assign": True}, **dict(case)))


def _cases():
    cases = {}
    for problem in (CLASSES, SCORES):
        for kind in (SINGLE, MULTIPLE):
            for mode in ("train", "eval", "infer"):
                name = "%s/%s/%s" % (PROBLEMS[problem], KINDS[kind], mode)
                cases[name] = model(problem, kind, mode)
                more = {"lengths": False, "context": False, "n_classes": 2}
                more["predict_probabilities"] = problem == CLASSES
                cases[name + "/2"] = model(problem, kind, mode, case={"brief": True}, **more)
    both = (CLASSES, SINGLE, "train")
    for name, more in {
        "lstm": {"cell_type": "lstm"},
        "lstms": {"cell_type": "lstm", "num_units": [4, 3]},
        "gru": {"cell_type": "gru", "num_units": [3]},
        "class": {"cell_type": rnn.GRUCell},
        "kept": {"dropout_keep_probabilities": [1.0, 1.0], "case": {"brief": True}},
        "clipped": {"gradient_clipping_norm": 0.01},
        "adam": {"optimizer": "Adam"},
        "ftrl": {"optimizer": tf.train.FtrlOptimizer, "learning_rate": 0.2},
        "object": {"optimizer": tf.train.AdagradOptimizer(0.3), "learning_rate": None},
        "function": {"optimizer": lambda rate: tf.train.RMSPropOptimizer(rate * 0.1)},
        "momentum": {"optimizer": tf.train.MomentumOptimizer(0.1, 0.9)},
        "embedding": {"embedding": True},
        "named": {"name": "m", "sequence_length_key": "lengths"},
        "options": {"parallel_iterations": 2, "swap_memory": False, "case": {"brief": True}},
        "state": {"state": {"rnn_cell_state_0": STATE}},
        "constants": {"fed": False, "case": {"brief": True}},
        "probabilities": {"predict_probabilities": True, "case": {"brief": True}},
    }.items():
        cases["more/" + name] = model(*both, **more)
    pair = {"rnn_cell_state_0": STATE, "rnn_cell_state_1": STATE * 2}
    infer = (SCORES, MULTIPLE, "infer")
    cases["more/states"] = model(*infer, cell_type="lstm", state=pair)
    cases["more/score_probabilities"] = model(*infer, predict_probabilities=True)
    cases["more/dropped"] = model(
        *infer, dropout_keep_probabilities=[0.5, 0.5], cell_type="gru", num_units=[3, 2][:1]
    )
    bad = {
        "half_a_state": {"cell_type": "lstm", "state": {"rnn_cell_state_0": STATE}},
        "flat_state": {"state": {"rnn_cell_state_0": STATE[0]}},
        "wide_state": {"state": {"rnn_cell_state_0": np.tile(STATE, 2)}},
        "no_labels": {"labels": False},
        "mode": {},
        "optimizer": {"optimizer": "Bogus"},
        "no_rate": {"learning_rate": None},
        "negative_rate": {"learning_rate": -1.0},
        "cell": {"cell_type": "bogus"},
        "cell_none": {"cell_type": None},
        "cell_object": {"cell_type": rnn.GRUCell(4)},
        "cell_other": {"cell_type": list},
        "no_units": {"num_units": None},
        "zero_units": {"num_units": 0},
        "no_target": {"target_column": None},
        "no_columns": {"sequence_feature_columns": []},
        "columns_none": {"sequence_feature_columns": None},
        "missing": {"sequence_feature_columns": [real("missing")]},
        "context_missing": {"context_feature_columns": [real("missing")]},
        "dropout": {"dropout_keep_probabilities": [0.5]},
        "no_momentum": {"optimizer": tf.train.MomentumOptimizer(0.1, None)},
        "kind": {"prediction_type": 7},
        "problem": {"problem_type": 3},
        "kind_none": {"prediction_type": None},
    }
    for name, more in bad.items():
        mode = "bogus" if name == "mode" else "train"
        cases["bad/" + name] = model(SCORES, SINGLE, mode, case={"brief": True}, **more)
    return cases


MODELS = _cases()
