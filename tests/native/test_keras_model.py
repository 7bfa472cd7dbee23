"""`native.Model.as_keras`: the loops and callbacks of the Keras that TensorFlow has."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.native.test_model import X, Y, assert_same, config, events, model_fn, once, values
from tf_spec_compat import native
from tf_spec_compat._tf import tf
from tf_spec_compat.errors import UnsupportedError

HAS_TENSORBOARD = (
    importlib.util.find_spec("tensorboard") is not None
)  # TensorFlow no longer needs it


def model(**more: Any) -> Any:
    return native.Model(model_fn, params=0.0, config=config(), **more)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A native model, and one that Keras trained on the same batches; the history of the latter."""
    folder = tmp_path_factory.mktemp("keras")
    direct, inner = model().fit(once().repeat(3)), model(model_dir=str(folder / "model"))
    keras = inner.as_keras()
    callbacks = [
        tf.keras.callbacks.ModelCheckpoint(
            str(folder / "{epoch}.weights.h5"), save_weights_only=True
        ),
    ]
    if HAS_TENSORBOARD:
        callbacks.append(tf.keras.callbacks.TensorBoard(str(folder / "board"), histogram_freq=1))
    history = keras.fit(
        once(),
        epochs=3,
        shuffle=False,
        validation_data=once(),
        callbacks=callbacks,
        verbose=0,
    ).history
    return direct, inner, keras, history, folder


def test_trains_evaluates_and_predicts_as_native_does(trained: Any) -> None:
    """The same variables, metrics and predictions, of a dataset and of arrays."""
    direct, inner, keras, history, _ = trained
    assert isinstance(keras, tf.keras.Model)
    assert_same(values(inner), values(direct))
    expected = direct.evaluate(once())
    assert expected.pop("global_step") == 9
    found = keras.evaluate(once(), return_dict=True, verbose=0)
    assert_same(found, expected)
    assert_same({key[4:]: each[-1] for key, each in history.items() if "val_" in key}, expected)
    assert_same(keras.evaluate({"x": X}, Y, 8, return_dict=True, verbose=0), expected)
    whole = direct.predict(once(), yield_single_examples=False)
    batches = list(whole)
    expected = {key: np.concatenate([each[key] for each in batches]) for key in batches[0]}
    assert_same(keras.predict(once(), verbose=0), expected)
    assert_same(keras.predict({"x": X}, batch_size=8, verbose=0), expected)
    assert_same({key: each.numpy() for key, each in keras({"x": X}).items()}, expected)


def test_history_is_the_mean_of_losses(trained: Any) -> None:
    """The `loss` of an epoch is the mean of its batches, each before it is trained."""
    *_, history, _ = trained
    other = model()
    losses = [float(other.train_step(*batch)) for batch in once().repeat(3)]
    np.testing.assert_allclose(history["loss"], np.reshape(losses, (3, 3)).mean(1), rtol=1e-5)


def test_callbacks_find_what_they_need(trained: Any) -> None:
    """TensorBoard has its curves, and the files of ModelCheckpoint give the weights back."""
    direct, inner, _, _, folder = trained
    if HAS_TENSORBOARD:
        train, validation = (folder / "board" / each for each in ("train", "validation"))
        assert {"epoch_loss"} <= {tag for tag, _ in events(train)}
        assert {"epoch_loss", "epoch_accuracy"} <= {tag for tag, _ in events(validation)}
    first = model()
    again = first.as_keras()
    with pytest.raises(ValueError, match=r"not built.*train_step or fit"):
        again.load_weights(folder / "1.weights.h5")
    first.fit(once(), steps=1)
    again.load_weights(folder / "3.weights.h5")
    assert_same(values(first), values(direct))
    assert first.global_step == 9
    inner.save()
    assert_same(model(model_dir=inner.model_dir).evaluate(once()), inner.evaluate(once()))


def test_early_stopping_restores_the_best_weights() -> None:
    """Weights that Keras sets are the model's."""
    inner = model()
    best: list[Any] = []
    stop = tf.keras.callbacks.EarlyStopping(
        "val_accuracy", mode="min", patience=1, baseline=-1.0, restore_best_weights=True
    )
    keep = tf.keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: best.append(values(inner))
    )
    history = inner.as_keras().fit(
        {"x": X}, Y, 8, epochs=9, shuffle=False, validation_split=0.5, callbacks=[keep, stop],
        verbose=0,
    )  # fmt: skip
    stopped = len(history.history["loss"])
    assert stopped < 9
    assert inner.global_step < 2 * stopped
    assert any(best[0]["global_step"] == inner.global_step for _ in best)


def test_what_keras_cannot_do_says_what_can(trained: Any, tmp_path: Path) -> None:
    """The model_fn has the optimizer and the loss, and no file of Keras can hold it."""
    *_, keras, _, _ = trained
    with pytest.raises(UnsupportedError, match="without compile"):
        keras.compile("adam", "mse")
    with pytest.raises(UnsupportedError, match=r"save_weights.*native.Model.export"):
        keras.save(tmp_path / "model.keras")
    with pytest.raises(ValueError, match=r"must end in .weights.h5"):
        keras.save_weights(tmp_path / "weights.ckpt")
    # Keras 2 lets AutoGraph make another error of it.
    with pytest.raises(Exception, match="weight_column_name of its head"):
        keras.fit({"x": X}, Y, sample_weight=np.ones(24), verbose=0)
    schedule = tf.keras.callbacks.LearningRateScheduler(lambda epoch: 0.1)
    with pytest.raises(ValueError, match="Optimizer must have"):
        keras.fit(once(), shuffle=False, callbacks=[schedule], verbose=0)
