"""An Estimator's numbers, with sessions that keep what they make of fetches and without."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat._tf import cached_runs
from tf_spec_compat.contrib import layers, learn

tf1 = tf.compat.v1
X = np.linspace(-1, 1, 64, dtype=np.float32).reshape(16, 4)
Y = (X.sum(axis=1) > 0).astype(np.int64)


def input_fn():
    return tf.data.Dataset.from_tensor_slices(({"x": X}, Y)).batch(4)


class Kept(tf1.train.SessionRunHook):
    """Counts the structures that sessions keep; None where they keep none."""

    def __init__(self):
        self.counts = []

    def after_run(self, run_context, run_values):
        self.last = getattr(run_context.session, "_plans", None)

    def end(self, session):
        self.counts.append(self.last if self.last is None else len(self.last))


class Spied(learn.DNNClassifier):
    """A classifier whose predictions are made under a hook."""

    hook = None

    def _build_spec(self, features, labels, mode, metrics=None):
        spec = super()._build_spec(features, labels, mode, metrics)
        return spec._replace(prediction_hooks=[self.hook])


def life_cycle(folder):
    """Trains, evaluates and predicts; returns the numbers, and what sessions kept."""
    hook = Kept()
    config = learn.RunConfig(tf_random_seed=1, save_summary_steps=3, log_step_count_steps=3)
    columns = [layers.real_valued_column("x", 4)]
    model = Spied([8], columns, str(folder), config=config, dropout=0.1)
    model.hook = hook
    model.fit(input_fn=lambda: input_fn().repeat(), steps=10, monitors=[hook])
    metrics = model.evaluate(input_fn=input_fn, hooks=[hook])
    predictions = [row.tolist() for row in model.predict_proba(input_fn=input_fn)]
    weights = {name: model.get_variable_value(name) for name in model.get_variable_names()}
    events = [
        (value.tag, event.step, value.simple_value)
        for file in sorted(folder.glob("events*"))
        for event in tf1.train.summary_iterator(str(file))
        for value in event.summary.value
        if not value.tag.endswith("/sec")
    ]
    return {
        "metrics": metrics,
        "predictions": predictions,
        "weights": {name: np.asarray(value).tolist() for name, value in weights.items()},
        "events": events,
    }, hook.counts


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_numbers_are_the_same_with_and_without(tmp_path, monkeypatch):
    """Losses, weights, metrics, predictions and summaries do not change by a bit."""
    on, kept = life_cycle(tmp_path / "on")
    assert len(kept) == 3
    assert all(1 <= count <= 5 for count in kept)
    monkeypatch.setenv(cached_runs.VARIABLE, "0")
    off, kept = life_cycle(tmp_path / "off")
    assert on == off
    assert kept == [None, None, None]
    assert on["events"]


def test_a_loss_that_is_no_number(tmp_path):
    """It ends training, as ever."""

    def model_fn(features, labels, mode):
        step = tf1.train.get_global_step()
        loss = tf.cast(step, tf.float32) * tf.reduce_sum(features["x"]) * 0.0
        loss += tf1.where(step < 2, 0.0, np.nan)
        return None, loss, tf1.assign_add(step, 1)

    model = learn.Estimator(model_fn, str(tmp_path))
    with pytest.raises(tf1.train.NanLossDuringTrainingError, match="NaN loss"):
        model.fit(input_fn=lambda: input_fn().repeat(), steps=10)
