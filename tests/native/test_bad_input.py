"""What goes wrong in `native.Model` says so, and leaves the model as it was."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat import native, regression_head
from tf_spec_compat._tf import EstimatorSpec, estimator, tf, tf1

X = np.arange(12, dtype=np.float32).reshape(6, 2) / 12
Y = X.sum(axis=1, keepdims=True)


def model_fn(features: Any, labels: Any, mode: str) -> Any:
    weights = tf1.get_variable("weights", [2, 1], initializer=tf1.zeros_initializer())

    def train_op_fn(loss: Any) -> Any:
        return tf1.train.GradientDescentOptimizer(0.1).minimize(loss, tf1.train.get_global_step())

    return regression_head().create_model_fn_ops(
        features, mode, labels, train_op_fn=train_op_fn, logits=tf.matmul(features["x"], weights)
    )


def data(features: Any = None, labels: Any = Y) -> Any:
    features = {"x": X} if features is None else features
    parts = features if labels is None else (features, labels)
    return tf.data.Dataset.from_tensor_slices(parts).repeat().batch(3)


@pytest.fixture
def trained() -> Any:
    config = estimator.RunConfig(tf_random_seed=1)
    return native.Model(model_fn, config=config).fit(data(), steps=2)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (lambda: data({"y": X}), r"Features are incompatible.*missing are \['x'\]"),
        (lambda: data(X), "Features are incompatible.*the structure is another one"),
        (lambda: data({"x": X[:, :1]}), "Features are incompatible.*has another shape"),
        (lambda: data(labels=Y.astype(np.float64)), "Labels are incompatible.*another dtype"),
        (lambda: data(labels=None), "Labels are incompatible.*they are missing"),
    ],
)
def test_data_that_changed(trained: Any, given: Any, words: str) -> None:
    """`fit` on other data than before is refused, as a Dataset and from an input_fn."""
    before = trained.variables[1].numpy()
    for form in (given(), given):
        with pytest.raises(ValueError, match=words):
            trained.fit(form, steps=1)
    assert trained.global_step == 2
    np.testing.assert_array_equal(trained.variables[1].numpy(), before)
    assert trained.fit(data(), steps=1).global_step == 3


@pytest.mark.parametrize("method", ["fit", "evaluate"])
def test_labels_that_are_missing(trained: Any, method: str) -> None:
    """A model that needs labels fails where it takes them, and nothing of it stays."""
    model = native.Model(model_fn) if method == "fit" else trained
    with pytest.raises(ValueError, match=r"[Ll]abels"):
        getattr(model, method)(data(labels=None), steps=1)
    assert model.global_step == (0 if method == "fit" else 2)
    assert model.fit(data(), steps=1).evaluate(data(), steps=1)["loss"] > 0


def test_batches_that_change_in_a_generator() -> None:
    """A Dataset that breaks its promise ends with TensorFlow's error; steps done are kept."""

    def batches() -> Any:
        yield {"x": X}, Y
        yield {"x": X[:, :1]}, Y

    spec = ({"x": tf.TensorSpec([None, 2])}, tf.TensorSpec([None, 1]))
    model = native.Model(model_fn)
    with pytest.raises(tf.errors.InvalidArgumentError, match="shape"):
        model.fit(tf.data.Dataset.from_generator(batches, output_signature=spec), steps=2)
    assert model.global_step == 1
    assert model.fit(data(), steps=1).global_step == 2


@pytest.mark.parametrize(
    ("returned", "error", "words"),
    [
        ({"p": 1}, ValueError, "Unrecognized value returned by model_fn"),
        ("predictions", ValueError, "Unrecognized value returned by model_fn"),
        (None, TypeError, "Unrecognized value returned by model_fn"),
    ],
)
def test_what_only_one_mode_returns_wrongly(
    trained: Any, returned: Any, error: type[Exception], words: str
) -> None:
    """A model_fn may be right in training and wrong in another mode: what was trained stays."""

    def wrong(features: Any, labels: Any, mode: str) -> Any:
        return model_fn(features, labels, mode) if mode == "train" else returned

    model = native.Model(wrong).fit(data(), steps=2)
    for call in (lambda: model.evaluate(data(), steps=1), lambda: next(model.predict(data()))):
        with pytest.raises(error, match=words):
            call()
    assert model.fit(data(), steps=1).global_step == 3


def test_a_spec_of_another_mode() -> None:
    """An EstimatorSpec of another mode is refused by its name."""

    def other(features: Any, labels: Any, mode: str) -> Any:
        return EstimatorSpec(mode="infer", predictions=features["x"])

    with pytest.raises(ValueError, match="mode 'train' and returned EstimatorSpec of mode 'infer'"):
        native.Model(other).fit(data(), steps=1)


def test_an_error_of_one_mode_shows_the_users_line(trained: Any) -> None:
    """In any mode, and by any method, an exception of the model_fn is raised as it is."""

    def breaks(features: Any, labels: Any, mode: str) -> Any:
        if mode != "train":
            raise LookupError(f"no {mode} here")
        return model_fn(features, labels, mode)

    model = native.Model(breaks).fit(data(), steps=1)
    calls = (
        lambda: model.evaluate(data(), steps=1),
        lambda: next(model.predict(data())),
        lambda: model.eval_step({"x": X}, Y),
        lambda: model.predict_step({"x": X}),
        lambda: model.export("nowhere", {"x": X}),
    )
    for call in calls:
        with pytest.raises(LookupError, match=r"no (eval|infer) here") as caught:
            call()
        assert caught.traceback[-1].name == "breaks"
    assert not Path("nowhere").exists()
    assert model.fit(data(), steps=1).global_step == 2


def test_an_operation_that_fails_names_what_was_asserted() -> None:
    """An assertion of the model_fn stops training with its message; the steps before it count."""

    def asserts(features: Any, labels: Any, mode: str) -> Any:
        step = tf1.train.get_global_step()
        with tf.control_dependencies([tf1.assert_less(step, tf.constant(3, tf.int64), ["far"])]):
            features = {"x": tf.identity(features["x"])}
        return model_fn(features, labels, mode)

    model = native.Model(asserts)
    with pytest.raises(tf.errors.InvalidArgumentError, match="far"):
        model.fit(data(), steps=9)
    assert model.global_step == 3


def test_two_models_in_one_process_and_folder(tmp_path: Path) -> None:
    """Each has variables of its own; in one folder, the later goes on where the other stood."""
    one, two = (native.Model(model_fn, model_dir=str(tmp_path)) for _ in range(2))
    one.fit(data(), steps=2)
    assert two.fit(data(), steps=2).global_step == 4
    assert one.global_step == 2
    assert one.evaluate(data(), steps=1)["global_step"] == 4


def test_threads_that_build_at_once() -> None:
    """Threads that call one model first build it once; those of others do not disturb it."""
    built: list[str] = []

    def counted(features: Any, labels: Any, mode: str) -> Any:
        built.append(mode)
        return model_fn(features, labels, mode)

    model, other = native.Model(counted), native.Model(model_fn)
    calls = [lambda: model.train_step({"x": X}, Y)] * 3 + [lambda: other.fit(data(), steps=3)]
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert built == ["train"]
    assert (model.global_step, other.global_step) == (3, 3)
