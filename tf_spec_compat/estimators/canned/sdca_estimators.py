"""Linear estimators that are trained by SDCA (`...linear_optimizer.python.sdca_estimator`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat.estimators.canned import sdca_model_fn as sdca
from tf_spec_compat.estimators.canned import sdca_optimizer
from tf_spec_compat.estimators.canned.classifier_regressor import predict_output
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads import factories as head_lib
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.types import Features, Labels
from tf_spec_compat.training.types import Config, FeatureColumns, InputFn

__all__ = ["SDCALinearRegressor", "SDCALogisticClassifier", "sdca_model_fn"]


def _head_is_valid_for_sdca(head: Any) -> bool:
    """Says whether SDCA has a loss for the head."""
    return sdca.loss_type_of(head) is not None


def sdca_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config = None
) -> Any:
    """The model_fn of the estimators below.

    Args:
      features: A dict of tensors; the `example_id_column` is among them.
      labels: `[batch_size]` or `[batch_size, 1]`.
      mode: One of `ModeKeys`.
      params: The arguments of the estimators, by name, and the `update_weights_hook`.
      config: A `RunConfig`: without `num_loss_partitions` there is one for each worker.

    Returns:
      `ModelFnOps`.

    Raises:
      ValueError: If SDCA cannot train a column.
    """
    workers = max(1, config.num_worker_replicas) if config else 1
    optimizer = sdca_optimizer.SDCAOptimizer(
        example_id_column=params["example_id_column"],
        num_loss_partitions=params["num_loss_partitions"] or workers,
        symmetric_l1_regularization=params["l1_regularization"],
        symmetric_l2_regularization=params["l2_regularization"],
        partitioner=params["partitioner"],
    )
    return sdca.sdca_model_fn(features, labels, mode, {**params, "optimizer": optimizer})


class _SDCAEstimator(Estimator):
    """Trains a linear model for a head of two classes, SVM or regression."""

    def __init__(
        self,
        example_id_column: str,
        feature_columns: FeatureColumns,
        weight_column_name: str | None = None,
        model_dir: str | None = None,
        head: Any = None,
        l1_regularization: float = 0.0,
        l2_regularization: float = 1.0,
        num_loss_partitions: int | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        partitioner: Any = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          example_id_column: The feature of strings that tell the examples apart.
          feature_columns: contrib's real-valued, bucketized, sparse, weighted sparse or crossed
            feature columns.
          weight_column_name: The feature that weighs examples.
          model_dir: The folder for checkpoints and summaries.
          head: What makes predictions, loss and metrics of the logits.
          l1_regularization: Weight of the sum of absolute values.
          l2_regularization: Weight of half the sum of squares; at least 1 is used.
          num_loss_partitions: How many workers train at the same time; None is as many as `config`
            knows.
          config: A `RunConfig`.
          feature_engineering_fn: As for `Estimator`.
          partitioner: How variables are cut into parts.

        Raises:
          AssertionError: If there are no `feature_columns`.
          ValueError: If SDCA has no loss for the head.
          AttributeError: If `config` is no `RunConfig`.
        """
        if not feature_columns:
            raise AssertionError(f"feature_columns must not be empty, got {feature_columns!r}.")
        if not _head_is_valid_for_sdca(head):
            raise ValueError(
                f"head type: {type(head)} is not supported. Supported head types: "
                f"_BinaryLogisticHead, _BinarySvmHead and _RegressionHead; got {head!r}."
            )
        self._feature_columns = tuple(feature_columns)
        super().__init__(
            model_fn=sdca_model_fn,
            model_dir=model_dir,
            config=config,
            params={
                "head": head,
                "feature_columns": feature_columns,
                "example_id_column": example_id_column,
                "num_loss_partitions": num_loss_partitions,
                "l1_regularization": l1_regularization,
                "l2_regularization": l2_regularization,
                "weight_column_name": weight_column_name,
                "update_weights_hook": sdca.SdcaUpdateWeightsHook(),
                "partitioner": partitioner,
            },
            feature_engineering_fn=feature_engineering_fn,
        )


class SDCALogisticClassifier(_SDCAEstimator):
    """Classifies into two classes by logistic regression."""

    def __init__(
        self,
        example_id_column: str,
        feature_columns: FeatureColumns,
        weight_column_name: str | None = None,
        model_dir: str | None = None,
        l1_regularization: float = 0.0,
        l2_regularization: float = 1.0,
        num_loss_partitions: int | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        partitioner: Any = None,
    ) -> None:
        """Prepares for training. Arguments and errors are those of `_SDCAEstimator`."""
        super().__init__(
            example_id_column=example_id_column,
            feature_columns=feature_columns,
            weight_column_name=weight_column_name,
            model_dir=model_dir,
            head=head_lib.multi_class_head(n_classes=2, weight_column_name=weight_column_name),
            l1_regularization=l1_regularization,
            l2_regularization=l2_regularization,
            num_loss_partitions=num_loss_partitions,
            config=config,
            feature_engineering_fn=feature_engineering_fn,
            partitioner=partitioner,
        )

    def predict_classes(self, input_fn: InputFn | None = None) -> Any:
        """Returns a generator of the class of each example, 0 or 1; see `predict`."""
        return predict_output(self.predict, PredictionKey.CLASSES, input_fn=input_fn)

    def predict_proba(self, input_fn: InputFn | None = None) -> Any:
        """Returns a generator of the two probabilities of each example; see `predict`."""
        return predict_output(self.predict, PredictionKey.PROBABILITIES, input_fn=input_fn)


class SDCALinearRegressor(_SDCAEstimator):
    """Regresses by a linear model and squared loss."""

    def __init__(
        self,
        example_id_column: str,
        feature_columns: FeatureColumns,
        weight_column_name: str | None = None,
        model_dir: str | None = None,
        l1_regularization: float = 0.0,
        l2_regularization: float = 1.0,
        num_loss_partitions: int | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        partitioner: Any = None,
    ) -> None:
        """Prepares for training. Arguments and errors are those of `_SDCAEstimator`."""
        super().__init__(
            example_id_column=example_id_column,
            feature_columns=feature_columns,
            weight_column_name=weight_column_name,
            model_dir=model_dir,
            head=head_lib.regression_head(weight_column_name=weight_column_name),
            l1_regularization=l1_regularization,
            l2_regularization=l2_regularization,
            num_loss_partitions=num_loss_partitions,
            config=config,
            feature_engineering_fn=feature_engineering_fn,
            partitioner=partitioner,
        )

    def predict_scores(self, input_fn: InputFn) -> Any:
        """Returns a generator of the prediction for each example; see `predict`."""
        return predict_output(self.predict, PredictionKey.SCORES, input_fn=input_fn)
