"""The life of RNN estimators: trained from fixed weights, evaluated, exported; bad input."""

import functools
import os

import numpy as np

from tests.oracle.facts import plain, signature_facts
from tests.oracle.legacy import constants, input_fn_utils, layers, run_config, tf
from tests.oracle.legacy import dynamic_rnn_estimator as dynamic
from tests.oracle.legacy import state_saving_rnn_estimator as saving
from tests.oracle.observe import attempt

from .rnn_models import LABELS, LENGTHS, MULTIPLE, PLACES, SINGLE, STEPS, real

CLASSES = constants.ProblemType.CLASSIFICATION
SCORES = constants.ProblemType.LINEAR_REGRESSION


class FixedWeights(tf.train.SessionRunHook):
    """Gives each trainable variable fixed values before the first step of all."""

    def after_create_session(self, session, coord):
        if session.run(tf.train.get_global_step()):
            return
        for variable in sorted(tf.trainable_variables(), key=lambda v: v.op.name):
            shape = variable.shape.as_list()
            value = np.arange(np.prod(shape)).reshape(shape) % 7 / 7 - 0.4
            variable.load(value.astype(np.float32), session)


def words():
    indices = [[0, 0, 0], [0, 1, 0], [0, 1, 1], [1, 0, 0], [1, 2, 0]]
    return tf.SparseTensor(indices, ["a", "b", "c", "d", "a"], [2, 3, 2])


def columns():
    """The columns of sequences, with an embedding, and of the context."""
    hashed = layers.sparse_column_with_hash_bucket("words", 5)
    return {
        "sequence_feature_columns": [real("m"), layers.embedding_column(hashed, 2)],
        "context_feature_columns": [real("place")],
    }


def features():
    given = {"m": STEPS, "place": PLACES, "sequence_length": LENGTHS}
    return dict({name: tf.constant(value) for name, value in given.items()}, words=words())


def pair(problem, kind):
    return features(), tf.constant(LABELS[problem, kind])


def serving():
    features = {
        "m": tf.placeholder(tf.float32, [None, None, 2], name="m"),
        "place": tf.placeholder(tf.float32, [None, 2], name="place"),
        "sequence_length": tf.placeholder(tf.int32, [None], name="lengths"),
    }
    parts = {
        "indices": tf.placeholder(tf.int64, [None, 3], name="indices"),
        "values": tf.placeholder(tf.string, [None], name="values"),
        "shape": tf.placeholder(tf.int64, [3], name="shape"),
    }
    inputs = dict(features, **parts)
    features["words"] = tf.SparseTensor(parts["indices"], parts["values"], parts["shape"])
    return input_fn_utils.InputFnOps(features, None, inputs)


def make(folder, problem=CLASSES, kind=SINGLE, **kwargs):
    given = {"num_units": [4, 3], "cell_type": "lstm", "optimizer": "Adagrad"}
    given.update(columns())
    if problem == CLASSES:
        given.update(num_classes=3, predict_probabilities=True)
    given.update(kwargs)
    return dynamic.DynamicRnnEstimator(
        problem, kind, model_dir=folder, config=run_config.RunConfig(tf_random_seed=1), **given
    )


def input_fn():
    """The batch that the checkpoint is trained on."""
    return pair(CLASSES, SINGLE)


def variables(folder):
    return dict(tf.train.list_variables(folder))


def weights(estimator):
    return {
        name: plain(estimator.get_variable_value(name))
        for name in estimator.get_variable_names()
        if "global_step" not in name
    }


def used(estimator, problem, kind, folder):
    """Gives what there is to tell of a trained estimator; then it trains on."""
    input_fn = functools.partial(pair, problem, kind)
    record = {
        "variables": variables(folder),
        "weights": weights(estimator),
        "evaluation": plain(estimator.evaluate(input_fn=input_fn, steps=2)),
        "predictions": plain(list(estimator.predict(input_fn=features))),
    }
    path = attempt(lambda: estimator.export_savedmodel(folder + "/x", serving).decode())
    record["export"] = path
    if not isinstance(path, dict):
        record["export"] = {}
        with tf.Graph().as_default(), tf.Session() as session:
            graph = tf.saved_model.loader.load(session, ["serve"], path)
            for name, signature in graph.signature_def.items():
                record["export"][name] = signature_facts(signature)
    estimator.fit(input_fn=input_fn, steps=2)
    record["trained_on"] = weights(estimator)
    return record


def dynamic_lives(folder):
    """By problem and prediction."""
    record = {}
    for problem, kind, kwargs in (
        (CLASSES, MULTIPLE, {"cell_type": "gru", "optimizer": "Ftrl"}),
        (SCORES, SINGLE, {"cell_type": "basic_rnn", "optimizer": "Momentum", "momentum": 0.9}),
    ):
        place = os.path.join(folder, "%s%s" % (problem, kind))
        estimator = make(place, problem, kind, num_units=3, **kwargs)
        estimator.fit(
            input_fn=functools.partial(pair, problem, kind), steps=3, monitors=[FixedWeights()]
        )
        record["%s/%s" % (problem, kind)] = used(estimator, problem, kind, place)
    return record


def saving_life(folder):
    """The estimator that saves states."""
    estimator = saving.StateSavingRnnEstimator(
        CLASSES,
        3,
        2,
        [real("m")],
        num_classes=3,
        num_units=4,
        cell_type="lstm",
        predict_probabilities=True,
        num_threads=1,
        model_dir=folder,
        config=run_config.RunConfig(tf_random_seed=1),
    )

    def input_fn():
        steps = np.arange(14).reshape(7, 2).astype(np.float32) / 10
        return {"m": tf.constant(steps)}, tf.constant([0, 1, 2, 0, 1, 2, 1])

    estimator.fit(input_fn=input_fn, steps=4, monitors=[FixedWeights()])
    return {
        "variables": variables(folder),
        "weights": weights(estimator),
        "evaluation": plain(estimator.evaluate(input_fn=input_fn, steps=3)),
        "predictions": plain(estimator.predict(input_fn=lambda: input_fn()[0], as_iterable=False)),
    }


def constructors(folder):
    """What constructors accept."""
    both = {"num_classes": 3, "num_units": 4}
    config = {"config": 3, "num_classes": 3}
    shared = {
        "no_classes": {"num_units": 4},
        "classes_0": {"num_classes": 0},
        "classes_1": {"num_classes": 1},
        "classes_text": {"num_classes": "a"},
        "problem": {"problem_type": 3},
        "problem_text": {"problem_type": "classification"},
        "config": config,
        "columns_none": dict(both, sequence_feature_columns=None),
        "no_units": {"num_classes": 3},
        "cell": dict(both, cell_type="bogus"),
        "unknown": dict(both, bogus=1),
        "fine": both,
        "regression": {"problem_type": SCORES},
    }
    own = {
        "kind": dict(both, prediction_type=7),
        "kind_none": dict(both, prediction_type=None),
        "kind_and_problem": {"prediction_type": 7, "problem_type": 7},
        "optimizer": dict(both, optimizer="bogus"),
    }
    saved = {
        "unroll_0": dict(both, num_unroll=0),
        "unroll_text": dict(both, num_unroll="a"),
        "batch_0": dict(both, batch_size=0),
        "optimizer": dict(both, optimizer_type="bogus"),
        "unroll_and_classes": {"num_unroll": 0},
    }

    def construct(cls, more, kwargs):
        given = dict({"problem_type": CLASSES, "sequence_feature_columns": [real("m")]}, **more)
        given.update(kwargs)
        return type(cls(model_dir=folder, **given)).__name__

    record = {}
    for cls, more, cases in (
        (dynamic.DynamicRnnEstimator, {"prediction_type": SINGLE}, own),
        (saving.StateSavingRnnEstimator, {"num_unroll": 3, "batch_size": 2}, saved),
    ):
        for name, kwargs in dict(shared, **cases).items():
            key = "%s/%s" % (cls.__name__, name)
            record[key] = attempt(construct, cls, more, kwargs)
    return record


def from_checkpoint(folder):
    """What comes of the checkpoint in `folder`."""
    return used(make(folder), CLASSES, SINGLE, folder)
