"""`SVM` (`...learn.estimators.svm`): support vector machines, trained by SDCA."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat.estimators import session_bundle
from tf_spec_compat.estimators.canned import sdca_optimizer
from tf_spec_compat.estimators.canned.classifier_regressor import predict_output
from tf_spec_compat.estimators.canned.sdca_model_fn import SdcaUpdateWeightsHook, sdca_model_fn
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads import factories as head_lib
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.training.types import Arrays, Config, FeatureColumns, InputFn

__all__ = ["SVM"]


class SVM(Estimator):
    """Classifies into two classes by a linear support vector machine.

    Deprecated, as in contrib; use `tf.estimator.LinearClassifier`. Behaviour: TF 1.15.5.

    Features are a dict; labels are 0 or 1, `[batch_size]` or `[batch_size, 1]`. Predictions are
    `logits` and `classes`.

    Example:
      >>> def input_fn():
      ...     x = tf.constant([[-2.0], [-1.0], [1.0], [2.0]])
      ...     return {"x": x, "id": tf.constant(["a", "b", "c", "d"])}, tf.constant([0, 0, 1, 1])
      >>> svm = learn.SVM("id", [layers.real_valued_column("x")], l2_regularization=1.0)
      >>> svm = svm.fit(input_fn=input_fn, steps=20)
      >>> print(svm.predict_classes(input_fn=input_fn, as_iterable=False))
      [0 0 1 1]
    """

    def __init__(
        self,
        example_id_column: str,
        feature_columns: FeatureColumns,
        weight_column_name: str | None = None,
        model_dir: str | None = None,
        l1_regularization: float = 0.0,
        l2_regularization: float = 0.0,
        num_loss_partitions: int = 1,
        kernels: Any = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          example_id_column: The feature of strings that tell the examples apart.
          feature_columns: contrib's real-valued, bucketized, sparse, weighted sparse or crossed
            feature columns.
          weight_column_name: The feature that weighs examples.
          model_dir: The folder for checkpoints and summaries.
          l1_regularization: Weight of the sum of absolute values.
          l2_regularization: Weight of half the sum of squares; at least 1 is used.
          num_loss_partitions: How many workers train at the same time.
          kernels: None; contrib had no kernels either.
          config: A `RunConfig`.
          feature_engineering_fn: As for `Estimator`.

        Raises:
          ValueError: If there are `kernels`.
          AttributeError: If `config` is no `RunConfig`.
        """
        if kernels is not None:
            raise ValueError(
                f"Kernel SVMs are not currently supported; leave out kernels, got {kernels!r}."
            )
        optimizer = sdca_optimizer.SDCAOptimizer(
            example_id_column=example_id_column,
            num_loss_partitions=num_loss_partitions,
            symmetric_l1_regularization=l1_regularization,
            symmetric_l2_regularization=l2_regularization,
        )
        self._feature_columns = feature_columns
        super().__init__(
            model_fn=sdca_model_fn,
            model_dir=model_dir,
            config=config,
            params={
                "head": head_lib.binary_svm_head(weight_column_name=weight_column_name),
                "feature_columns": feature_columns,
                "optimizer": optimizer,
                "weight_column_name": weight_column_name,
                "update_weights_hook": SdcaUpdateWeightsHook(),
            },
            feature_engineering_fn=feature_engineering_fn,
        )

    def predict_classes(
        self,
        x: Arrays = None,
        input_fn: InputFn | None = None,
        batch_size: int | None = None,
        as_iterable: bool = True,
    ) -> Any:
        """Gives the class of each example, 0 or 1; arguments and errors are those of `predict`.

        Returns:
          A generator, or an int64 array `[examples]`.
        """
        return predict_output(
            self.predict,
            PredictionKey.CLASSES,
            as_iterable,
            x=x,
            input_fn=input_fn,
            batch_size=batch_size,
        )

    def predict_proba(
        self,
        x: Arrays = None,
        input_fn: InputFn | None = None,
        batch_size: int | None = None,
        outputs: Any = None,
        as_iterable: bool = True,
    ) -> Any:
        """Fails, as it did in contrib: a support vector machine has no probabilities.

        Raises:
          NotFittedError: If there is no checkpoint.
          ValueError: Otherwise.
        """
        return predict_output(
            self.predict,
            PredictionKey.PROBABILITIES,
            as_iterable,
            x=x,
            input_fn=input_fn,
            batch_size=batch_size,
        )

    def export(  # type: ignore[override]  # contrib left arguments out
        self,
        export_dir: str,
        signature_fn: Callable[..., Any] | None = None,
        input_fn: InputFn | None = None,
        default_batch_size: int = 1,
        exports_to_keep: int | None = None,
    ) -> bytes:
        """Exports a session bundle as `export_with_defaults` does."""
        return self.export_with_defaults(
            export_dir, signature_fn, input_fn, default_batch_size, exports_to_keep
        )

    def export_with_defaults(
        self,
        export_dir: str,
        signature_fn: Callable[..., Any] | None = None,
        input_fn: InputFn | None = None,
        default_batch_size: int = 1,
        exports_to_keep: int | None = None,
    ) -> bytes:
        """Exports a session bundle; see `BaseEstimator.export`.

        The signature is a generic one of all predictions.
        """
        return super().export(
            export_dir,
            input_fn or session_bundle.default_input_fn,
            signature_fn=signature_fn,
            default_batch_size=default_batch_size,
            exports_to_keep=exports_to_keep,
        )
