"""contrib's wide and deep models (`...learn.estimators.dnn_linear_combined`).

The logits are the sum of a linear model's and a deep neural network's; either may be left out.
Optimizers are `optimize_loss`'s, and what `linear` says by a `KeyError` is a `ValueError` here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.canned import networks, optimizers
from tf_spec_compat.estimators.canned.classifier_regressor import Classifier, MeasuredRegressor
from tf_spec_compat.estimators.canned.dnn_linear_combined_model_fn import (
    check_columns,
    dnn_linear_combined_model_fn,
)
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads import factories as head_lib
from tf_spec_compat.training.types import Config, FeatureColumns, Optimizer

__all__ = [
    "DNNLinearCombinedClassifier",
    "DNNLinearCombinedEstimator",
    "DNNLinearCombinedRegressor",
]

_DNN_LEARNING_RATE = optimizers.DNN_RATE
_LINEAR_LEARNING_RATE = optimizers.LINEAR_RATE


def _warn_of_double_steps(linear_columns: Any, dnn_columns: Any, fixed: bool) -> None:
    if linear_columns and dnn_columns and not fixed:
        tf1.logging.warning(
            "Each step counts twice, once for each part of the model. Please set "
            "fix_global_step_increment_bug=True, and halve the steps to train."
        )


def _input_partitioner(config: Config, min_slice_size: int | None) -> Any:
    return networks.partitioner(config, min_slice_size) if min_slice_size else None


class DNNLinearCombinedEstimator(Estimator):
    """Trains a wide and deep model for any head.

    Deprecated, as in contrib; use `tf.estimator.DNNLinearCombinedEstimator`. Behaviour: TF 1.15.5.
    """

    def __init__(
        self,
        head: head_lib.Head,
        model_dir: str | None = None,
        linear_feature_columns: FeatureColumns | None = None,
        linear_optimizer: Optimizer = None,
        _joint_linear_weights: bool = False,
        dnn_feature_columns: FeatureColumns | None = None,
        dnn_optimizer: Optimizer = None,
        dnn_hidden_units: Sequence[int] | None = None,
        dnn_activation_fn: Callable[[Any], Any] | None = None,
        dnn_dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        embedding_lr_multipliers: dict[Any, float] | None = None,
        fix_global_step_increment_bug: bool = False,
        input_layer_partitioner: Callable[..., Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          head: Makes predictions, loss and metrics of the logits.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          linear_feature_columns: Those of the linear part: contrib's feature columns that have
            linear weights, or core's; contrib's may stand among core's if they are numeric.
          linear_optimizer: As `optimizer` of `LinearClassifier`, but for SDCA: Ftrl by default.
          _joint_linear_weights: Whether all linear weights are rows of one variable, for sparse
            columns that are combined by their sum.
          dnn_feature_columns: Those of the network: contrib's feature columns that are dense, or
            core's; contrib's may stand among core's if they are numeric.
          dnn_optimizer: As `optimizer` of `DNNClassifier`: Adagrad by default.
          dnn_hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          dnn_activation_fn: The activation of the hidden layers; None is `tf.nn.relu`.
          dnn_dropout: The part of each hidden layer that is dropped while training, from 0 to 1;
            None drops nothing.
          gradient_clip_norm: The global norm that the gradients of each part are clipped to; None
            leaves them as they are.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          embedding_lr_multipliers: Embedding column -> a factor for the gradient of its table.
          fix_global_step_increment_bug: Whether a step counts once, not once for each part. As in
            contrib, it does not by default.
          input_layer_partitioner: For the embedding tables; None cuts them into parts of 64 MiB at
            least.

        Raises:
          ValueError: If there are neither columns.
        """
        linear_feature_columns = tuple(linear_feature_columns or ())
        dnn_feature_columns = tuple(dnn_feature_columns or ())
        check_columns(linear_feature_columns, dnn_feature_columns)
        _warn_of_double_steps(
            linear_feature_columns, dnn_feature_columns, fix_global_step_increment_bug
        )
        params = {
            "head": head,
            "joint_linear_weights": _joint_linear_weights,
            "linear_feature_columns": linear_feature_columns,
            "linear_optimizer": linear_optimizer,
            "dnn_feature_columns": dnn_feature_columns,
            "dnn_optimizer": dnn_optimizer,
            "dnn_hidden_units": dnn_hidden_units,
            "dnn_activation_fn": dnn_activation_fn,
            "dnn_dropout": dnn_dropout,
            "gradient_clip_norm": gradient_clip_norm,
            "embedding_lr_multipliers": embedding_lr_multipliers,
            "fix_global_step_increment_bug": fix_global_step_increment_bug,
            "input_layer_partitioner": input_layer_partitioner,
        }
        super().__init__(
            dnn_linear_combined_model_fn, model_dir, config, params, feature_engineering_fn
        )


_DNNLinearCombinedEstimator = DNNLinearCombinedEstimator


class DNNLinearCombinedClassifier(Classifier):
    """Classifies by a wide and deep model.

    Deprecated, as in contrib; use `tf.estimator.DNNLinearCombinedClassifier`. Behaviour: TF 1.15.5.

    Example:
      >>> x, y = np.float32([[-2], [-1], [1], [2]]), np.int64([0, 0, 1, 1])
      >>> columns = learn.infer_real_valued_columns_from_input(x)
      >>> estimator = learn.DNNLinearCombinedClassifier(
      ...     linear_feature_columns=columns, dnn_feature_columns=columns, dnn_hidden_units=[8],
      ...     fix_global_step_increment_bug=True, config=learn.RunConfig(tf_random_seed=1))
      >>> print(estimator.fit(x, y, steps=100).predict_classes(x, as_iterable=False))
      [0 0 1 1]
    """

    def __init__(
        self,
        model_dir: str | None = None,
        n_classes: int = 2,
        weight_column_name: str | None = None,
        linear_feature_columns: FeatureColumns | None = None,
        linear_optimizer: Optimizer = None,
        _joint_linear_weights: bool = False,
        dnn_feature_columns: FeatureColumns | None = None,
        dnn_optimizer: Optimizer = None,
        dnn_hidden_units: Sequence[int] | None = None,
        dnn_activation_fn: Callable[[Any], Any] | None = tf.nn.relu,
        dnn_dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        embedding_lr_multipliers: dict[Any, float] | None = None,
        input_layer_min_slice_size: int | None = None,
        label_keys: Sequence[str] | None = None,
        fix_global_step_increment_bug: bool = False,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          n_classes: The number of classes, at least 2. Labels are `[batch_size]` or `[batch_size,
            1]`: integers from 0 on, or `label_keys`.
          weight_column_name: The key among the features of the example weights: `[batch_size]` or
            `[batch_size, 1]`, of any numeric dtype.
          linear_feature_columns: Those of the linear part: contrib's feature columns that have
            linear weights, or core's; contrib's may stand among core's if they are numeric.
          linear_optimizer: As `optimizer` of `LinearClassifier`, but for SDCA: Ftrl by default.
          _joint_linear_weights: Whether all linear weights are rows of one variable, for sparse
            columns that are combined by their sum.
          dnn_feature_columns: Those of the network: contrib's feature columns that are dense, or
            core's; contrib's may stand among core's if they are numeric.
          dnn_optimizer: As `optimizer` of `DNNClassifier`: Adagrad by default.
          dnn_hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          dnn_activation_fn: The activation of the hidden layers; None is `tf.nn.relu`.
          dnn_dropout: The part of each hidden layer that is dropped while training, from 0 to 1;
            None drops nothing.
          gradient_clip_norm: The global norm that the gradients of each part are clipped to; None
            leaves them as they are.
          enable_centered_bias: Whether to add a bias to the logits, the variable
            `centered_bias_weight`.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          embedding_lr_multipliers: Embedding column -> a factor for the gradient of its table.
          input_layer_min_slice_size: The bytes that a part of an embedding table must have at
            least; 64 MiB by default.
          label_keys: For more than two classes, the strings that labels and predicted classes are.
          fix_global_step_increment_bug: Whether a step counts once, not once for each part. As in
            contrib, it does not by default.

        Raises:
          ValueError: If there are neither columns, `n_classes` is less than 2, or `label_keys` do
            not go with it.
        """
        linear_feature_columns = tuple(linear_feature_columns or ())
        dnn_feature_columns = tuple(dnn_feature_columns or ())
        self._feature_columns = linear_feature_columns + dnn_feature_columns
        check_columns(linear_feature_columns, dnn_feature_columns)
        input_layer_partitioner = _input_partitioner(config, input_layer_min_slice_size)
        head = head_lib.multi_class_head(
            n_classes,
            weight_column_name=weight_column_name,
            enable_centered_bias=enable_centered_bias,
            label_keys=label_keys,
        )
        _warn_of_double_steps(
            linear_feature_columns, dnn_feature_columns, fix_global_step_increment_bug
        )
        params = {
            "head": head,
            "joint_linear_weights": _joint_linear_weights,
            "linear_feature_columns": linear_feature_columns,
            "linear_optimizer": linear_optimizer,
            "dnn_feature_columns": dnn_feature_columns,
            "dnn_optimizer": dnn_optimizer,
            "dnn_hidden_units": dnn_hidden_units,
            "dnn_activation_fn": dnn_activation_fn,
            "dnn_dropout": dnn_dropout,
            "gradient_clip_norm": gradient_clip_norm,
            "embedding_lr_multipliers": embedding_lr_multipliers,
            "fix_global_step_increment_bug": fix_global_step_increment_bug,
            "input_layer_partitioner": input_layer_partitioner,
        }
        super().__init__(
            dnn_linear_combined_model_fn, model_dir, config, params, feature_engineering_fn
        )


class DNNLinearCombinedRegressor(MeasuredRegressor):
    """Regresses by a wide and deep model.

    Deprecated, as in contrib; use `tf.estimator.DNNLinearCombinedRegressor`. Behaviour: TF 1.15.5.

    Example:
      >>> x, y = np.float32([[-2], [-1], [1], [2]]), np.float32([-4, -2, 2, 4])
      >>> columns = learn.infer_real_valued_columns_from_input(x)
      >>> estimator = learn.DNNLinearCombinedRegressor(
      ...     linear_feature_columns=columns, dnn_feature_columns=columns, dnn_hidden_units=[8],
      ...     fix_global_step_increment_bug=True, config=learn.RunConfig(tf_random_seed=1))
      >>> print(estimator.fit(x, y, steps=500).predict_scores(x, as_iterable=False).round())
      [-4. -2.  2.  4.]
    """

    def __init__(
        self,
        model_dir: str | None = None,
        weight_column_name: str | None = None,
        linear_feature_columns: FeatureColumns | None = None,
        linear_optimizer: Optimizer = None,
        _joint_linear_weights: bool = False,
        dnn_feature_columns: FeatureColumns | None = None,
        dnn_optimizer: Optimizer = None,
        dnn_hidden_units: Sequence[int] | None = None,
        dnn_activation_fn: Callable[[Any], Any] | None = tf.nn.relu,
        dnn_dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        label_dimension: int = 1,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        embedding_lr_multipliers: dict[Any, float] | None = None,
        input_layer_min_slice_size: int | None = None,
        fix_global_step_increment_bug: bool = False,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          weight_column_name: The key among the features of the example weights: `[batch_size]` or
            `[batch_size, 1]`, of any numeric dtype.
          linear_feature_columns: Those of the linear part: contrib's feature columns that have
            linear weights, or core's; contrib's may stand among core's if they are numeric.
          linear_optimizer: As `optimizer` of `LinearClassifier`, but for SDCA: Ftrl by default.
          _joint_linear_weights: Whether all linear weights are rows of one variable, for sparse
            columns that are combined by their sum.
          dnn_feature_columns: Those of the network: contrib's feature columns that are dense, or
            core's; contrib's may stand among core's if they are numeric.
          dnn_optimizer: As `optimizer` of `DNNClassifier`: Adagrad by default.
          dnn_hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          dnn_activation_fn: The activation of the hidden layers; None is `tf.nn.relu`.
          dnn_dropout: The part of each hidden layer that is dropped while training, from 0 to 1;
            None drops nothing.
          gradient_clip_norm: The global norm that the gradients of each part are clipped to; None
            leaves them as they are.
          enable_centered_bias: Whether to add a bias to the logits, the variable
            `centered_bias_weight`.
          label_dimension: Numbers to predict for each example. Labels are `[batch_size,
            label_dimension]`, or `[batch_size]` if it is 1, of any numeric dtype.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          embedding_lr_multipliers: Embedding column -> a factor for the gradient of its table.
          input_layer_min_slice_size: The bytes that a part of an embedding table must have at
            least; 64 MiB by default.
          fix_global_step_increment_bug: Whether a step counts once, not once for each part. As in
            contrib, it does not by default.

        Raises:
          ValueError: If there are neither columns, or `label_dimension` is less than 1.
        """
        linear_feature_columns = linear_feature_columns or []
        dnn_feature_columns = dnn_feature_columns or []
        self._feature_columns = [*linear_feature_columns, *dnn_feature_columns]
        check_columns(linear_feature_columns, dnn_feature_columns)
        input_layer_partitioner = _input_partitioner(config, input_layer_min_slice_size)
        head = head_lib.regression_head(
            weight_column_name=weight_column_name,
            label_dimension=label_dimension,
            enable_centered_bias=enable_centered_bias,
        )
        _warn_of_double_steps(
            linear_feature_columns, dnn_feature_columns, fix_global_step_increment_bug
        )
        params = {
            "head": head,
            "joint_linear_weights": _joint_linear_weights,
            "linear_feature_columns": linear_feature_columns,
            "linear_optimizer": linear_optimizer,
            "dnn_feature_columns": dnn_feature_columns,
            "dnn_optimizer": dnn_optimizer,
            "dnn_hidden_units": dnn_hidden_units,
            "dnn_activation_fn": dnn_activation_fn,
            "dnn_dropout": dnn_dropout,
            "gradient_clip_norm": gradient_clip_norm,
            "embedding_lr_multipliers": embedding_lr_multipliers,
            "fix_global_step_increment_bug": fix_global_step_increment_bug,
            "input_layer_partitioner": input_layer_partitioner,
        }
        super().__init__(
            dnn_linear_combined_model_fn, model_dir, config, params, feature_engineering_fn
        )
