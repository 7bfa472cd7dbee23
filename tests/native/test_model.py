"""`native.Model`: its life in plain TensorFlow 2, beside `tf.estimator`, and what it refuses."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat import multi_class_head, native
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import learn
from tf_spec_compat.errors import UnsupportedError

RANDOM = np.random.RandomState(1)
X = RANDOM.randn(24, 4).astype(np.float32)
Y = RANDOM.randint(3, size=(24, 1)).astype(np.int64)


def model_fn(features: Any, labels: Any, mode: str, params: Any) -> Any:
    """A head on drawn weights, batch normalization of sorts, and a summary of its own."""
    with tf1.variable_scope("net"):
        weights = tf1.get_variable("weights", [4, 3])
        mean = tf1.get_variable("mean", [3], initializer=tf1.zeros_initializer(), trainable=False)
        logits = tf.matmul(features["x"], weights)
        if mode == "train":
            update = tf1.assign(mean, 0.9 * mean + 0.1 * tf.reduce_mean(logits, 0))
            tf1.add_to_collection(tf1.GraphKeys.UPDATE_OPS, update)
            logits = tf1.nn.dropout(logits, rate=0.25 if params is None else params)
    tf1.summary.histogram("logits", logits)

    def train_op_fn(loss: Any) -> Any:
        with tf.control_dependencies(tf1.get_collection(tf1.GraphKeys.UPDATE_OPS)):
            return tf1.train.AdamOptimizer(0.1).minimize(loss, tf1.train.get_global_step())

    return multi_class_head(3).create_model_fn_ops(
        features, mode, labels, train_op_fn=train_op_fn, logits=logits
    )


def endless() -> Any:
    return once().repeat()


def once() -> Any:
    return tf.data.Dataset.from_tensor_slices(({"x": X}, Y)).batch(8)


def config(**more: Any) -> Any:
    return estimator.RunConfig(tf_random_seed=1, **more)


def values(model: native.Model) -> dict[str, Any]:
    return {variable.name[:-2]: variable.numpy() for variable in model.variables}


def in_checkpoint(folder: Any) -> dict[str, Any]:
    reader = tf1.train.load_checkpoint(str(folder))
    return {name: reader.get_tensor(name) for name in reader.get_variable_to_shape_map()}


def assert_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert set(one) == set(other)
    for name, value in one.items():
        np.testing.assert_allclose(value, other[name], rtol=1e-5, atol=1e-6, err_msg=name)


def events(folder: Any) -> set[tuple[str, int]]:
    """Tag and step of all that was written, but for the graph and checkpoint's path."""
    return {
        (value.tag, event.step)
        for path in Path(folder).glob("*tfevents*")
        for event in tf1.train.summary_iterator(str(path))
        for value in event.summary.value
        if value.tag != "checkpoint_path"
    }


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A native model and an Estimator, trained alike in folders of their own."""
    folder = tmp_path_factory.mktemp("beside")
    options = {"save_summary_steps": 5, "log_step_count_steps": 5, "save_checkpoints_steps": 6}
    model = native.Model(model_fn, config=config(**options), model_dir=str(folder / "native"))
    other = learn.Estimator(model_fn, str(folder / "estimator"), config(**options))
    model.fit(endless(), steps=12)
    other.fit(input_fn=endless, steps=12)
    return model, other


def test_trains_as_an_estimator_does(beside: Any) -> None:
    """The same seed, steps, dropout and updates give the same values of all variables."""
    model, other = beside
    assert model.global_step == 12
    assert_same(values(model), in_checkpoint(other.model_dir))
    assert_same(in_checkpoint(model.model_dir), in_checkpoint(other.model_dir))
    assert [each.name for each in model.trainable_variables] == ["net/weights:0"]


def test_writes_what_an_estimator_writes(beside: Any) -> None:
    """Summaries have the same tags at the same steps, checkpoints the same names and state."""
    model, other = beside
    native_only = events(model.model_dir) - events(other.model_dir)
    # contrib's Estimator leaves out the summary `loss` where the model has none; tf.estimator adds
    # it, and so does this.
    assert {tag for tag, _ in native_only} <= {"loss"}
    assert events(other.model_dir) <= events(model.model_dir)
    states = [(Path(each.model_dir) / "checkpoint").read_text() for each in beside]
    assert states[0] == states[1]


def test_evaluates_and_predicts_as_an_estimator_does(beside: Any) -> None:
    """Metrics begin anew each time; predictions come one by one, or in batches."""
    model, other = beside
    expected = other.evaluate(input_fn=once)
    assert_same(model.evaluate(once()), expected)
    assert_same(model.evaluate(once, name="again"), expected)
    assert ("accuracy", 12) in events(os.path.join(model.model_dir, "eval_again"))
    for one, two in zip(model.predict(once()), other.predict(input_fn=once), strict=False):
        assert_same(one, two)
    (batch, *_) = model.predict(once(), ["classes"], yield_single_examples=False)
    assert list(batch) == ["classes"]
    assert len(batch["classes"]) == 8
    with pytest.raises(ValueError, match=r"at least one output from .*'classes'"):
        model.predict(once(), ["nothing"])


def test_checkpoints_go_both_ways(beside: Any, tmp_path: Path) -> None:
    """A native model goes on from an Estimator's checkpoint, and sees when there is a later one."""
    _, other = beside
    model = native.Model(model_fn, config=config(), model_dir=str(tmp_path))
    copied = learn.Estimator(model_fn, str(tmp_path), config())
    copied.fit(input_fn=endless, steps=3)
    assert_same(model.evaluate(once()), copied.evaluate(input_fn=once))
    assert model.fit(endless(), steps=2).global_step == 5
    copied.fit(input_fn=endless, max_steps=7)
    assert model.evaluate(once())["global_step"] == 7
    assert model.fit(endless(), max_steps=7).global_step == 7
    path = os.path.join(other.model_dir, "model.ckpt-6")
    assert model.evaluate(once(), checkpoint_path=path)["global_step"] == 6
    assert model.evaluate(once())["global_step"] == 7


def test_training_goes_on_after_it_was_cut_off(tmp_path: Path) -> None:
    """A new model begins at the last checkpoint of one that failed."""
    model = native.Model(model_fn, config=config(save_checkpoints_steps=4), model_dir=str(tmp_path))

    def breaking() -> Any:
        count = tf.data.Dataset.range(100)
        return tf.data.Dataset.zip((endless(), count)).map(_broken_at(6))

    with pytest.raises(tf.errors.InvalidArgumentError, match="broken"):
        model.fit(breaking)
    again = native.Model(model_fn, config=config(), model_dir=str(tmp_path))
    assert again.fit(endless(), max_steps=8).global_step == 8
    assert sorted(path.name for path in tmp_path.glob("*.index")) == [
        "model.ckpt-0.index",
        "model.ckpt-4.index",
        "model.ckpt-8.index",
    ]


def _broken_at(step: int) -> Any:
    def check(pair: Any, count: Any) -> Any:
        limit = tf.constant(step, tf.int64)
        with tf.control_dependencies([tf1.assert_less(count, limit, message="broken")]):
            return tf.nest.map_structure(tf.identity, pair)

    return check


def test_keeps_as_many_checkpoints_as_it_is_told(tmp_path: Path) -> None:
    """`keep_checkpoint_max` counts those of earlier models too."""
    options = {"save_checkpoints_steps": 1, "keep_checkpoint_max": 2}
    for steps in (3, 5):
        native.Model(model_fn, config=config(**options), model_dir=str(tmp_path)).fit(
            endless(), max_steps=steps
        )
    names = sorted(path.name for path in tmp_path.glob("*.index"))
    assert names == ["model.ckpt-4.index", "model.ckpt-5.index"]


def test_steps_of_ones_own_loop(tmp_path: Path) -> None:
    """`train_step`, `eval_step` and `predict_step` run eagerly and in functions; `save` writes."""
    model = native.Model(model_fn, config=config(), model_dir=str(tmp_path))
    for features, labels in once():
        loss = model.train_step(features, labels)
    assert loss.shape == []

    @tf.function
    def epoch(dataset: Any) -> Any:
        last = tf.constant(0.0)
        for features, labels in dataset:
            last = model.train_step(features, labels)
        return last

    epoch(once())
    assert model.global_step == 6

    @tf.function
    def validate(dataset: Any) -> None:
        for features, labels in dataset:
            model.eval_step(features, labels)

    model.eval_step(*next(iter(once())))
    model.reset_metrics()
    validate(once())
    results = model.evaluate(once())
    assert results["accuracy"] > 0
    assert model.metrics() == {key: results[key] for key in ("accuracy", "loss")}
    model.reset_metrics()
    assert model.metrics()["accuracy"] == 0
    assert set(model.predict_step({"x": X})) == {"classes", "logits", "probabilities"}
    assert model.save().endswith("model.ckpt-6")
    assert_same(in_checkpoint(tmp_path), values(model))
    saved = tf.train.Checkpoint(model=model).save(str(tmp_path / "objects" / "one"))
    assert len(tf.train.list_variables(saved)) > len(model.variables)


def test_hooks_see_every_step(tmp_path: Path) -> None:
    """A hook gets what it fetches in the step itself; training is the same without it."""

    class Watch(tf1.train.SessionRunHook):
        def __init__(self) -> None:
            self.losses: list[float] = []

        def before_run(self, run_context: Any) -> Any:
            return tf1.train.SessionRunArgs(tf1.get_collection(tf1.GraphKeys.LOSSES)[-1])

        def after_run(self, run_context: Any, run_values: Any) -> None:
            self.losses.append(float(run_values.results))
            if len(self.losses) == 4:
                run_context.request_stop()

    watch = Watch()
    options = {"params": 0.0, "config": config()}  # What is drawn depends on what is fetched.
    model = native.Model(model_fn, model_dir=str(tmp_path), **options)
    model.fit(endless(), steps=9, hooks=[watch])
    assert len(watch.losses) == 4
    assert_same(values(model), values(native.Model(model_fn, **options).fit(endless(), 4)))


def test_hooks_may_add_to_the_graph() -> None:
    """A hook that builds operations in `begin` does so each time, also after training without."""

    class Adds(tf1.train.SessionRunHook):
        def begin(self) -> None:
            self.twice = tf1.train.get_global_step() * 2

        def end(self, session: Any) -> None:
            self.result = session.run(self.twice)

    hook, model = Adds(), native.Model(model_fn, config=config()).fit(endless(), steps=1)
    for steps in (2, 3):
        model.fit(endless(), steps=1, hooks=[hook])
        assert (model.global_step, hook.result) == (steps, 2 * steps)


def test_early_stopping_on_validation(tmp_path: Path) -> None:
    """A ValidationMonitor evaluates what was trained natively, and stops it."""
    monitor = learn.monitors.ValidationMonitor(
        input_fn=once,
        every_n_steps=2,
        early_stopping_rounds=4,
        early_stopping_metric="global_step",
        check_interval_secs=None,
    )
    options = config(save_checkpoints_steps=1)
    model = native.Model(model_fn, config=options, model_dir=str(tmp_path))
    model.fit(endless(), steps=50, hooks=[monitor])
    assert monitor.early_stopped
    assert model.global_step < 20


def test_stopping_hooks_stay_in_the_fused_loop(tmp_path: Path) -> None:
    """StopAtStepHook and NanTensorHook, of the model or of the caller, need no call for a step."""
    model = native.Model(model_fn, config=config())
    model.fit(endless(), hooks=[tf1.train.StopAtStepHook(num_steps=3)], steps_per_call=100)
    model.fit(endless(), hooks=[tf1.train.StopAtStepHook(last_step=5)], steps=100)
    assert model.global_step == 5
    model.fit(once())
    assert model.global_step == 8


def scalar(initial: float) -> Any:
    def build(features: Any, labels: Any, mode: str) -> Any:
        bias = tf1.get_variable("bias", [], initializer=tf1.constant_initializer(initial))
        loss = tf.reduce_mean(features["x"]) * bias
        return {"p": features["x"]}, loss, tf1.assign_add(tf1.train.get_global_step(), 1)

    return build


def test_a_loss_that_is_no_number_is_an_error() -> None:
    """Training ends at the first such loss, as under `NanTensorHook`."""
    model = native.Model(scalar(np.nan))
    with pytest.raises(tf1.train.NanLossDuringTrainingError):
        model.fit(endless(), steps=9)
    assert model.global_step == 1


def test_constant_input_is_that_of_the_graph() -> None:
    """An input_fn may return tensors: every step has them, and predictions are one batch."""
    input_fn = lambda: ({"x": tf.constant(X)}, tf.constant(Y))  # noqa: E731
    model = native.Model(model_fn, config=config()).fit(input_fn, steps=3)
    assert model.evaluate(input_fn, steps=2)["global_step"] == 3
    assert len(list(model.predict(input_fn))) == len(X)
    twice = lambda: {"x": tf1.train.limit_epochs(tf.constant(X), 2)}  # noqa: E731
    assert len(list(model.predict(twice))) == 2 * len(X)
    with pytest.raises(ValueError, match=r"The input never ends.*Pass steps"):
        model.evaluate(input_fn)
    model.fit(lambda: tf1.data.make_one_shot_iterator(once()).get_next())
    assert model.global_step == 6


def test_two_models_and_two_threads() -> None:
    """Models share nothing; threads that share a model take turns."""
    one, two = (native.Model(model_fn, config=config()) for _ in range(2))
    one.fit(endless(), steps=2)
    two.fit(endless(), steps=2)
    assert_same(values(one), values(two))
    threads = [threading.Thread(target=one.fit, args=(endless(), 5)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (one.global_step, two.global_step) == (12, 2)


def of_mode(mode: str) -> Any:
    return lambda features, labels: model_fn(features, labels, mode, None)


@pytest.mark.parametrize(
    ("build", "error", "words"),
    [
        (lambda features, labels, mode: None, TypeError, "Unrecognized value returned by model_fn"),
        (of_mode("infer"), ValueError, "called with mode 'train' and returned ModelFnOps of mode"),
        (lambda features, labels: ({}, None, None), ValueError, "Missing train_op"),
    ],
)
def test_a_model_fn_that_returns_something_else(build: Any, error: Any, words: str) -> None:
    """What a model_fn may not return is refused, and the model can be used no less than before."""
    model = native.Model(build)
    for _ in range(2):
        with pytest.raises(error, match=words):
            model.fit(endless(), steps=1)
    assert model.variables == ()
    assert model.global_step == 0


def test_an_error_in_the_model_fn_shows_its_line() -> None:
    """It is raised as it is, with the user's line in the traceback."""

    def broken(features: Any, labels: Any, mode: str) -> Any:
        raise KeyError("the user's")

    with pytest.raises(KeyError, match="the user's") as caught:
        native.Model(broken).fit(endless(), steps=1)
    assert caught.traceback[-1].name == "broken"


@pytest.mark.parametrize(
    ("features", "labels", "words"),
    [
        ({"z": X}, Y, "Features are incompatible with given information.*missing are .'x'"),
        ({"x": X[:, :2]}, Y, "Features are incompatible.*has another shape"),
        ({"x": X.astype(np.float64)}, Y, "Features are incompatible.*has another dtype"),
        ({"x": X}, None, "Labels are incompatible.*they are missing"),
        (X, Y, "Features are incompatible.*the structure is another one"),
    ],
)
def test_batches_that_change(features: Any, labels: Any, words: str) -> None:
    """All batches have to look like the first, but for their size."""
    model = native.Model(model_fn, config=config())
    model.train_step({"x": X}, Y)
    model.train_step({"x": X[:5]}, Y[:5])
    with pytest.raises(ValueError, match=words):
        model.train_step(features, labels)
    assert model.global_step == 2


def refusals() -> dict[str, tuple[Any, Any, str]]:
    def in_graph(model: Any) -> None:
        with tf.Graph().as_default():
            model.fit(endless(), steps=1)

    def queues() -> Any:
        return {"x": tf1.train.batch([tf.constant(X[0])], 8)}, tf.constant(Y[:8])

    no_count = lambda features, labels, mode: (*scalar(1.0)(features, labels, mode)[:2], tf.no_op())  # noqa: E731
    return {
        "nothing trained": (lambda m: m.evaluate(once()), ValueError, "Could not find trained"),
        "no steps": (lambda m: m.fit(endless(), steps=0), ValueError, "Must specify steps > 0"),
        "both": (lambda m: m.fit(endless(), 1, 1), ValueError, "both steps and max_steps"),
        "data": (lambda m: m.fit(3), TypeError, "Expected a tf.data.Dataset or an input_fn"),
        "no input": (lambda m: m.fit(lambda: None), TypeError, "input_fn must return a tf.data"),
        "queues": (lambda m: m.fit(queues), UnsupportedError, "return a tf.data.Dataset"),
        "in a graph": (in_graph, RuntimeError, "needs eager mode"),
        "hooks": (lambda m: m.fit(endless(), hooks=[3]), AttributeError, "neither a monitor nor"),
        "nowhere": (lambda m: m.save(), ValueError, "nothing to save, or nowhere"),
        "function": (lambda m: native.Model(3), TypeError, "model_fn must be a function"),
        "config": (lambda m: native.Model(model_fn, config=3), TypeError, "must be a RunConfig"),
        "estimator": (lambda m: native.from_estimator(3), TypeError, "Expected an estimator"),
        "uncounted": (
            lambda m: native.Model(no_count).fit(endless(), steps=2),
            ValueError,
            "does not count global steps",
        ),
    }


@pytest.mark.parametrize("name", refusals())
def test_refuses(name: str) -> None:
    """What cannot work says so, and what to do."""
    call, error, words = refusals()[name]
    with pytest.raises(error, match=words):
        call(native.Model(model_fn))
