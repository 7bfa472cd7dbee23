"""Models that look at labels only, to be compared with others (`...learn.estimators.debug`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.slim import optimizers
from tf_spec_compat.estimators.canned import networks
from tf_spec_compat.estimators.canned.classifier_regressor import predict_output
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads import factories as head_lib
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.training.types import Config, InputFn

__all__ = ["DebugClassifier", "DebugRegressor", "debug_model_fn"]


def debug_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config = None
) -> ModelFnOps:
    """Builds a model whose logits are zeros, so that only the head's centered bias is trained.

    Args:
      features: A tensor or `SparseTensor` of shape `[batch_size, ...]`, or a dict of them.
      labels: What `params["head"]` wants.
      mode: One of `ModeKeys`.
      params: Has the `head`.
      config: Not used.

    Raises:
      ValueError: If there are no features, or one of them has no dimension.
      InvalidArgumentError: While running, if features have different batch sizes.
    """
    features = networks.feature_dict(features)
    sizes = [tf1.shape(feature)[0] for feature in features.values()]
    if not sizes:
        raise ValueError(
            f"Features cannot be empty: given {features!r}; the batch size is taken from them."
        )
    checks = [tf1.assert_equal(sizes[0], size) for size in sizes[1:]]
    head = params["head"]
    with tf.control_dependencies(checks):
        logits = tf.zeros([sizes[0], head.logits_dimension])

    def train_op_fn(loss: Tensor) -> Any:
        return optimizers.optimize_loss(
            loss, global_step=None, learning_rate=0.3, optimizer="Adagrad"
        )

    return head.create_model_fn_ops(
        features=features, labels=labels, mode=mode, train_op_fn=train_op_fn, logits=logits
    )


class DebugClassifier(Estimator):
    """Predicts how often each class occurs, whatever the features.

    Deprecated, as in contrib; use `tf.estimator.BaselineClassifier`.
    """

    def __init__(
        self,
        model_dir: str | None = None,
        n_classes: int = 2,
        weight_column_name: str | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        label_keys: Sequence[str] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          model_dir: The folder for checkpoints and summaries.
          n_classes: How many classes, at least 2.
          weight_column_name: The feature that weighs examples.
          config: A `RunConfig`.
          feature_engineering_fn: As for `Estimator`.
          label_keys: The names of more than two classes, where labels are strings.

        Raises:
          ValueError: If `n_classes` is less than 2, or `label_keys` do not suit it.
          TypeError: If `n_classes` is no number.
          AttributeError: If `config` is no `RunConfig`.
        """
        head = head_lib.multi_class_head(
            n_classes=n_classes,
            weight_column_name=weight_column_name,
            enable_centered_bias=True,
            label_keys=label_keys,
        )
        super().__init__(
            model_fn=debug_model_fn,
            model_dir=model_dir,
            config=config,
            params={"head": head},
            feature_engineering_fn=feature_engineering_fn,
        )

    def predict_classes(
        self, input_fn: InputFn | None = None, batch_size: int | None = None
    ) -> Any:
        """Returns a generator of the likeliest class for each example; see `predict`."""
        return predict_output(
            self.predict, PredictionKey.CLASSES, input_fn=input_fn, batch_size=batch_size
        )

    def predict_proba(self, input_fn: InputFn | None = None, batch_size: int | None = None) -> Any:
        """Returns a generator of `[n_classes]` probabilities for each example; see `predict`."""
        return predict_output(
            self.predict, PredictionKey.PROBABILITIES, input_fn=input_fn, batch_size=batch_size
        )


class DebugRegressor(Estimator):
    """Predicts the mean of the labels, whatever the features.

    Deprecated, as in contrib; use `tf.estimator.BaselineRegressor`.
    """

    def __init__(
        self,
        model_dir: str | None = None,
        label_dimension: int = 1,
        weight_column_name: str | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          model_dir: The folder for checkpoints and summaries.
          label_dimension: How many numbers a label has.
          weight_column_name: The feature that weighs examples.
          config: A `RunConfig`.
          feature_engineering_fn: As for `Estimator`.

        Raises:
          ValueError: If `label_dimension` is less than 1.
          AttributeError: If `config` is no `RunConfig`.
        """
        head = head_lib.regression_head(
            weight_column_name=weight_column_name,
            label_dimension=label_dimension,
            enable_centered_bias=True,
        )
        super().__init__(
            model_fn=debug_model_fn,
            model_dir=model_dir,
            config=config,
            params={"head": head},
            feature_engineering_fn=feature_engineering_fn,
        )

    def predict_scores(self, input_fn: InputFn | None = None, batch_size: int | None = None) -> Any:
        """Returns a generator of the prediction for each example; see `predict`."""
        return predict_output(
            self.predict, PredictionKey.SCORES, input_fn=input_fn, batch_size=batch_size
        )
