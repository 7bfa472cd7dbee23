"""contrib's linear models (`...learn.estimators.linear`).

Duplicate columns and unknown optimizers are found out when the model is built, by `fit` for
example: by a `ValueError` and a `KeyError`. Having no columns is an `AssertionError` at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.estimators.canned import networks, optimizers
from tf_spec_compat.estimators.canned.classifier_regressor import Classifier, Regressor
from tf_spec_compat.estimators.canned.sdca_model_fn import SdcaUpdateWeightsHook, sdca_model_fn
from tf_spec_compat.estimators.canned.sdca_optimizer import SDCAOptimizer
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads import factories as head_lib
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.training.types import Config, FeatureColumns, Optimizer

__all__ = ["LinearClassifier", "LinearEstimator", "LinearRegressor"]

_LEARNING_RATE = optimizers.LINEAR_RATE


def _get_optimizer(spec: Any) -> Any:
    """Returns the optimizer of a name, or what a function or class makes; others as they are."""
    by_name = isinstance(spec, str)
    return (
        optimizers.optimizer_by_name(spec, _LEARNING_RATE)
        if by_name
        else optimizers.build_optimizer(spec)
    )


def _get_default_optimizer(feature_columns: FeatureColumns) -> Any:
    """Returns the optimizer where none is given."""
    return optimizers.optimizer_by_name("Ftrl", optimizers.linear_rate(feature_columns))


def _linear_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config = None
) -> Any:
    """The model_fn of all estimators here, unless SDCA trains them.

    Args:
      features: A tensor, or a dict of them.
      labels: What the head takes.
      mode: One of `ModeKeys`.
      params: `head`, `feature_columns`, and any of `optimizer`, `gradient_clip_norm` and
        `joint_weights`.
      config: A `RunConfig`, or None.

    Returns:
      `ModelFnOps`.
    """
    head = networks.head_of(params)
    columns = params["feature_columns"]
    optimizer = params.get("optimizer") or _get_default_optimizer(columns)
    features = networks.feature_dict(features)
    name = networks.LINEAR
    with tf1.variable_scope(
        name,
        values=tuple(features.values()),
        partitioner=networks.partitioner(config, networks.INPUT_SLICE),
    ) as scope:
        logits = networks.wide_logits(
            features,
            columns,
            head.logits_dimension,
            collection=name,
            scope=scope,
            joint=params.get("joint_weights", False),
        )

        def train_op_fn(loss: Tensor) -> Any:
            return optimizers.apply_gradients(
                _get_optimizer(optimizer),
                loss,
                tf1.get_collection(name),
                params.get("gradient_clip_norm"),
                tf1.train.get_global_step(),
            )

        return head.create_model_fn_ops(
            features=features, mode=mode, labels=labels, train_op_fn=train_op_fn, logits=logits
        )


def _model(
    head: Any,
    columns: FeatureColumns,
    optimizer: Optimizer,
    clip_norm: float | None,
    joint: bool,
    weight_column_name: str | None,
) -> tuple[Callable[..., Any], dict[str, Any]]:
    """Returns the model_fn, and its params."""
    params = {"head": head, "feature_columns": columns, "optimizer": optimizer}
    if not isinstance(optimizer, SDCAOptimizer):
        return _linear_model_fn, {
            **params,
            "gradient_clip_norm": clip_norm,
            "joint_weights": joint,
        }
    return sdca_model_fn, {
        **params,
        "weight_column_name": weight_column_name,
        "update_weights_hook": SdcaUpdateWeightsHook(),
    }


def _check(columns: FeatureColumns, optimizer: Optimizer, *sdca_problems: tuple[Any, str]) -> None:
    """Raises an `AssertionError` for no columns, and for what SDCA cannot do."""
    if not columns:
        raise AssertionError(f"feature_columns must not be empty, got {columns!r}.")
    for problem, message in sdca_problems if isinstance(optimizer, SDCAOptimizer) else ():
        if problem:
            raise AssertionError(f"{message} Pass another optimizer.")


class LinearClassifier(Classifier):
    """Classifies by a linear model: logistic regression for two classes, softmax for more.

    Deprecated, as in contrib; use `tf.estimator.LinearClassifier`. Behaviour: TF 1.15.5.

    Example:
      >>> x, y = np.float32([[-2], [-1], [1], [2]]), np.int64([0, 0, 1, 1])
      >>> columns = learn.infer_real_valued_columns_from_input(x)
      >>> estimator = learn.LinearClassifier(columns)
      >>> print(estimator.fit(x, y, steps=100).predict_classes(x, as_iterable=False))
      [0 0 1 1]
    """

    def __init__(
        self,
        feature_columns: FeatureColumns,
        model_dir: str | None = None,
        n_classes: int = 2,
        weight_column_name: str | None = None,
        optimizer: Optimizer = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        _joint_weight: bool = False,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        label_keys: Sequence[str] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          feature_columns: contrib's feature columns that have linear weights, or core's; contrib's
            may stand among core's if they are numeric.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          n_classes: The number of classes, at least 2. Labels are `[batch_size]` or `[batch_size,
            1]`: integers from 0 on, or `label_keys`.
          weight_column_name: The key among the features of the example weights: `[batch_size]` or
            `[batch_size, 1]`, of any numeric dtype.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.2 then. Ftrl
            by default, with a rate that falls with the number of columns. For two classes an
            `SDCAOptimizer` too.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
            SDCA has no use for it.
          enable_centered_bias: Whether to add a bias to the logits, the variable
            `centered_bias_weight`.
          _joint_weight: Whether all weights are rows of one variable, for sparse columns that are
            combined by their sum.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          label_keys: For more than two classes, the strings that labels and predicted classes are.

        Raises:
          ValueError: If `n_classes` is less than 2, `label_keys` do not go with it, or there is a
            centered bias for SDCA to train.
          AssertionError: If there are no columns, or SDCA cannot train such a model.
        """
        _check(
            feature_columns,
            optimizer,
            (_joint_weight, "_joint_weight is incompatible with the SDCAOptimizer."),
            (n_classes != 2, f"SDCA only applies to binary classification, not {n_classes=}."),
        )
        if enable_centered_bias and isinstance(optimizer, SDCAOptimizer):
            raise ValueError(
                "enable_centered_bias is not supported with SDCA; leave it out, or pass another "
                "optimizer."
            )
        self._feature_columns = tuple(feature_columns)
        head = head_lib.multi_class_head(
            n_classes,
            weight_column_name=weight_column_name,
            enable_centered_bias=enable_centered_bias,
            label_keys=label_keys,
        )
        model_fn, params = _model(
            head, feature_columns, optimizer, gradient_clip_norm, _joint_weight, weight_column_name
        )
        super().__init__(model_fn, model_dir, config, params, feature_engineering_fn)


class LinearRegressor(Regressor):
    """Regresses by a linear model.

    Deprecated, as in contrib; use `tf.estimator.LinearRegressor`. Behaviour: TF 1.15.5.

    Example:
      >>> x, y = np.float32([[-2], [-1], [1], [2]]), np.float32([-4, -2, 2, 4])
      >>> columns = learn.infer_real_valued_columns_from_input(x)
      >>> estimator = learn.LinearRegressor(columns)
      >>> print(estimator.fit(x, y, steps=500).predict_scores(x, as_iterable=False).round(1))
      [-4. -2.  2.  4.]
    """

    def __init__(
        self,
        feature_columns: FeatureColumns,
        model_dir: str | None = None,
        weight_column_name: str | None = None,
        optimizer: Optimizer = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        label_dimension: int = 1,
        _joint_weights: bool = False,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          feature_columns: contrib's feature columns that have linear weights, or core's; contrib's
            may stand among core's if they are numeric.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          weight_column_name: The key among the features of the example weights: `[batch_size]` or
            `[batch_size, 1]`, of any numeric dtype.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.2 then. Ftrl
            by default, with a rate that falls with the number of columns. For one label dimension
            an `SDCAOptimizer` too.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
            SDCA has no use for it.
          enable_centered_bias: Whether to add a bias to the logits, the variable
            `centered_bias_weight`.
          label_dimension: Numbers to predict for each example. Labels are `[batch_size,
            label_dimension]`, or `[batch_size]` if it is 1, of any numeric dtype.
          _joint_weights: Whether all weights are rows of one variable, for sparse columns that are
            combined by their sum.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.

        Raises:
          ValueError: If `label_dimension` is less than 1.
          AssertionError: If there are no columns, or SDCA cannot train such a model.
        """
        _check(
            feature_columns,
            optimizer,
            (_joint_weights, "_joint_weights is incompatible with SDCAOptimizer."),
            (label_dimension != 1, f"SDCA only applies for label_dimension=1: {label_dimension=}."),
        )
        self._feature_columns = tuple(feature_columns)
        head = head_lib.regression_head(
            weight_column_name=weight_column_name,
            label_dimension=label_dimension,
            enable_centered_bias=enable_centered_bias,
        )
        model_fn, params = _model(
            head, feature_columns, optimizer, gradient_clip_norm, _joint_weights, weight_column_name
        )
        super().__init__(model_fn, model_dir, config, params, feature_engineering_fn)


class LinearEstimator(Estimator):
    """Trains a linear model for any head.

    Deprecated, as in contrib; use `tf.estimator.LinearEstimator`. Behaviour: TF 1.15.5.
    """

    def __init__(
        self,
        feature_columns: FeatureColumns,
        head: head_lib.Head,
        model_dir: str | None = None,
        weight_column_name: str | None = None,
        optimizer: Optimizer = None,
        gradient_clip_norm: float | None = None,
        _joint_weights: bool = False,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          feature_columns: contrib's feature columns that have linear weights, or core's; contrib's
            may stand among core's if they are numeric.
          head: Makes predictions, loss and metrics of the logits.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          weight_column_name: Not used, as in contrib: the weights are the head's.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.2 then. Ftrl
            by default, with a rate that falls with the number of columns.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
          _joint_weights: Whether all weights are rows of one variable, for sparse columns that are
            combined by their sum.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.

        Raises:
          ValueError: If `optimizer` is an `SDCAOptimizer`.
          AssertionError: If there are no columns.
        """
        _check(feature_columns, None)
        if isinstance(optimizer, SDCAOptimizer):
            raise ValueError(
                "LinearEstimator does not support SDCA optimizer; LinearClassifier and "
                "LinearRegressor do."
            )
        model_fn, params = _model(
            head, feature_columns, optimizer, gradient_clip_norm, _joint_weights, weight_column_name
        )
        super().__init__(model_fn, model_dir, config, params, feature_engineering_fn)
