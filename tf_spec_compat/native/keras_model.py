"""A model as a `tf.keras.Model`: Keras' loops and callbacks around a legacy model_fn."""

from __future__ import annotations

from typing import Any, NoReturn

from tf_spec_compat._tf import tf
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.model.types import Features, Tensor

__all__ = ["KerasModel"]

_HDF5 = ".weights.h5"


class KerasModel(tf.keras.Model):
    """A `native.Model` under the methods of Keras; made by `native.Model.as_keras`.

    The model_fn has the loss, the optimizer and the metrics, so that nothing is compiled: `fit`,
    `evaluate` and `predict` work at once.
    """

    def __init__(self, model: Any) -> None:
        """Takes the `native.Model`.

        Raises:
          UnsupportedError: In the scope of a strategy.
        """
        if tf.distribute.has_strategy():
            raise UnsupportedError(
                "as_keras was called in strategy.scope(), where Keras would distribute a model "
                "that distributes itself; call it outside, of a native.Model that was made inside."
            )
        super().__init__()
        self._native = model
        self._mean_loss = tf.keras.metrics.Mean(name="loss")
        super().compile(jit_compile=False)  # Keras' loops ask whether it was called.
        self.optimizer = None  # Callbacks that set its learning rate say that there is none.
        self.built = True

    def compile(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuses: the model_fn has what it would be given.

        Raises:
          UnsupportedError: Always.
        """
        raise UnsupportedError(
            "This model has the loss, the optimizer and the metrics of its model_fn; call fit, "
            "evaluate or predict without compile, and change these in the model_fn."
        )

    def call(self, inputs: Features, training: bool | None = None) -> Any:
        """Returns the predictions for a batch of features, a tensor or a dict of them.

        Raises:
          UnsupportedError: With `training`; the model_fn trains as a whole.
        """
        if training:
            raise UnsupportedError(
                "The model_fn gives no outputs to train on by oneself; use fit or train_step."
            )
        return self._native.predict_step(inputs)

    def train_step(self, data: Any) -> dict[str, Tensor]:
        """Trains a batch; returns the mean of the loss in this epoch, as `loss`."""
        self._mean_loss.update_state(self._native.train_step(*_pair(data)))
        return {"loss": self._mean_loss.result()}

    def test_step(self, data: Any) -> dict[str, Tensor]:
        """Evaluates a batch; returns the metrics so far, by the names that the model_fn gives."""
        self._native.eval_step(*_pair(data))
        results: dict[str, Tensor] = self._native.metrics()
        return results

    def predict_step(self, data: Any) -> Any:
        """Returns the predictions for a batch; labels are not looked at."""
        return self._native.predict_step(tf.keras.utils.unpack_x_y_sample_weight(data)[0])

    def reset_metrics(self) -> None:
        """Lets the metrics begin anew."""
        super().reset_metrics()
        self._native.reset_metrics()

    @property
    def metrics(self) -> list[Any]:
        """The mean of the loss; the other metrics are the model_fn's, of TF1."""
        return [self._mean_loss]

    def get_metrics_result(self) -> dict[str, Any]:
        """Returns nothing: what the steps return is what there is."""
        return {}

    @property
    def weights(self) -> list[Any]:
        """All global variables, those of optimizers and the global step among them.

        They are there once a batch was trained, or a checkpoint read.
        """
        return list(self._native.variables)

    @property
    def variables(self) -> list[Any]:
        """The same."""
        return self.weights

    @property
    def trainable_weights(self) -> list[Any]:
        """Those that are trained."""
        return list(self._native.trainable_variables)

    @property
    def trainable_variables(self) -> list[Any]:
        """The same."""
        return self.trainable_weights

    @property
    def non_trainable_weights(self) -> list[Any]:
        """Those that are not trained by gradients."""
        return [each for each in self.weights if not each.trainable]

    @property
    def non_trainable_variables(self) -> list[Any]:
        """The same."""
        return self.non_trainable_weights

    def save_weights(self, filepath: Any, *args: Any, **kwargs: Any) -> None:
        """Saves `weights` under their TF1 names, in Keras' file `*.weights.h5`.

        Raises:
          ValueError: If the file has another name.
        """
        _check_path(filepath)
        super().save_weights(filepath, *args, **kwargs)

    def load_weights(self, filepath: Any, *args: Any, **kwargs: Any) -> None:
        """Gives `weights` the values that `save_weights` saved.

        Raises:
          ValueError: If the file has another name, lacks a weight, or the model is not built.
        """
        _check_path(filepath)
        if not self.weights:
            raise ValueError(
                f"The model is not built, so that {filepath} has no weights to go to; call "
                "train_step or fit with a batch first, or give native.Model a model_dir, from "
                "which it reads a checkpoint by itself."
            )
        super().load_weights(filepath, *args, **kwargs)

    def save_own_variables(self, store: Any) -> None:
        """Puts the weights into a file of Keras."""
        for each in self.weights:
            store[_key(each)] = each.numpy()

    def load_own_variables(self, store: Any) -> None:
        """Takes the weights from a file of Keras."""
        known = set(store.keys())
        missing = [_key(each) for each in self.weights if _key(each) not in known]
        if missing:
            raise ValueError(f"The file has no {missing}; it has {sorted(known)}.")
        for each in self.weights:
            each.assign(store[_key(each)])

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuses: Keras cannot save a model_fn.

        Raises:
          UnsupportedError: Always.
        """
        raise UnsupportedError(
            "Keras cannot save a model_fn; use save_weights (ModelCheckpoint with "
            f"save_weights_only=True and a filepath that ends with {_HDF5}), native.Model.save for "
            "a checkpoint, or native.Model.export for a SavedModel."
        )


def _pair(data: Any) -> tuple[Features, Any]:
    features, labels, weights = tf.keras.utils.unpack_x_y_sample_weight(data)
    if weights is not None:
        raise UnsupportedError(
            "A model_fn takes no sample_weight; put weights among the features, under the "
            "weight_column_name of its head."
        )
    return features, labels


def _check_path(filepath: Any) -> None:
    if not str(filepath).endswith(_HDF5):
        raise ValueError(
            f"The filename must end in {_HDF5}, got {str(filepath)!r}; for checkpoints of TF1 use "
            "native.Model.save."
        )


def _key(variable: Any) -> str:
    name = variable.name.rpartition(":")[0] or variable.name
    return str(name).replace("/", "|")
