"""Generators of predictions: they leave no trace, and can be read in turns."""

import gc

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import layers, learn

tf1 = tf.compat.v1
X = np.eye(4, dtype=np.float32)
Y = np.array([0, 1, 0, 1])


class Sessions(tf1.train.SessionRunHook):
    """Counts the sessions that were begun and the ones that came to their end."""

    def __init__(self):
        self.sessions = []

    def after_create_session(self, session, coord):
        """Keeps the session."""
        self.sessions.append(session)

    @property
    def open(self):
        """How many are open."""
        return sum(not session._closed for session in self.sessions)


class Spied(learn.LinearClassifier):
    """A classifier whose sessions for predictions are known."""

    hook = None

    def _build_spec(self, features, labels, mode, metrics=None):
        spec = super()._build_spec(features, labels, mode, metrics)
        return spec._replace(prediction_hooks=[self.hook]) if self.hook else spec


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Two trained models."""
    found = []
    for name in ("one", "two"):
        folder = str(tmp_path_factory.mktemp(name))
        model = Spied([layers.real_valued_column("", 4)], model_dir=folder)
        found.append(model.fit(X, Y, steps=1))
    return found


KINDS = {
    "canned": lambda model: model.predict(X, batch_size=1),
    "probabilities": lambda model: model.predict_proba(X, batch_size=1),
    "outputs": lambda model: model.predict(X, batch_size=1, outputs=["classes"]),
    "batches": lambda model: learn.Estimator.predict(model, X, batch_size=1, iterate_batches=True),
    "input_fn": lambda model: learn.Estimator.predict(
        model, input_fn=lambda: tf.data.Dataset.from_tensor_slices({"": X}).batch(1)
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_default_graph_stays(models, kind):
    """While a generator waits, the default graph and session are those of before."""
    with tf.Graph().as_default() as graph:
        one, two = map(KINDS[kind], models)
        for generator in (one, two):
            next(generator)
            assert tf1.get_default_graph() is graph
            assert tf1.get_default_session() is None
        tf.constant(1.0)  # the graph is not a finished one
        assert [sum(1 for _ in generator) for generator in (one, two)] == [3, 3]
        assert tf1.get_default_graph() is graph


def test_training_goes_on_beside_a_generator(models):
    """A model can be trained, evaluated and asked anew while its predictions are read."""
    one, two = models
    generator = one.predict(X, batch_size=2)
    next(generator)
    two.fit(X, Y, steps=1)
    one.evaluate(X, Y, steps=1)
    assert two.predict(X, as_iterable=False).shape == (4,)
    assert sum(1 for _ in generator) == 3


@pytest.mark.parametrize("end", ["read", "closed", "collected", "never begun"])
@pytest.mark.parametrize("kind", ["canned", "batches"])
def test_sessions_are_closed(models, kind, end):
    """A generator closes its session when it ends, is closed, or is not needed any more."""
    model = models[0]
    model.hook = hook = Sessions()
    try:
        generator = KINDS[kind](model)
    finally:
        model.hook = None
    assert hook.open == 1
    if end == "read":
        list(generator)
    elif end == "closed":
        next(generator)
        generator.close()
    else:
        if end == "collected":
            next(generator)
        del generator
        gc.collect()
    assert (len(hook.sessions), hook.open) == (1, 0)


def test_other_graphs_stay_finished(models):
    """Closing a generator does not make the graph changeable that is the default one then."""
    generator = KINDS["batches"](models[0])
    with tf.Graph().as_default() as graph:
        graph.finalize()
        generator.close()
        assert graph.finalized
