"""contrib's deep neural networks (`...learn.estimators.dnn`).

What does not fit is found out when the model is built, by `fit` for example: a `ValueError` says
that there are no columns, duplicate columns, hidden units that are no positive integers, or no such
optimizer or activation. In `params` an activation may be a name too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.canned import networks, optimizers
from tf_spec_compat.estimators.canned.classifier_regressor import Classifier, MeasuredRegressor
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads import factories as head_lib
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.training.types import Config, Optimizer

__all__ = ["DNNClassifier", "DNNEstimator", "DNNRegressor"]

_LEARNING_RATE = optimizers.DNN_RATE


_ACTIVATION_FUNCTIONS = {"relu": tf.nn.relu, "tanh": tf.tanh, "sigmoid": tf.sigmoid}


def _get_activation_fn(activation_fn: Any) -> Any:
    """Returns the activation of a name; others as they are."""
    if not isinstance(activation_fn, str):
        return activation_fn
    if activation_fn not in _ACTIVATION_FUNCTIONS:
        raise ValueError(
            f"Activation name should be one of [{', '.join(_ACTIVATION_FUNCTIONS)}], you provided "
            f"{activation_fn}; pass a function for any other."
        )
    return _ACTIVATION_FUNCTIONS[activation_fn]


def _add_hidden_layer_summary(value: Any, tag: str) -> None:
    networks.add_summaries(value, tag, "_")


def _dnn_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config = None
) -> Any:
    """The model_fn of all estimators here.

    Args:
      features: A tensor, or a dict of them.
      labels: What the head takes.
      mode: One of `ModeKeys`.
      params: `head`, `hidden_units`, `feature_columns`, and any of the other options of
        `DNNEstimator`.
      config: A `RunConfig`, or None.

    Returns:
      `ModelFnOps`.
    """
    head = networks.head_of(params)
    features = networks.feature_dict(features)
    slice_size = params.get("input_layer_min_slice_size") or networks.INPUT_SLICE
    scope = networks.DNN
    with tf1.variable_scope(
        scope, values=tuple(features.values()), partitioner=networks.partitioner(config)
    ):
        logits, input_scope = networks.deep_logits(
            features,
            params["feature_columns"],
            params["hidden_units"],
            head.logits_dimension,
            activation_fn=_get_activation_fn(params.get("activation_fn")),
            dropout=params.get("dropout") if mode == ModeKeys.TRAIN else None,
            collection=scope,
            input_partitioner=networks.partitioner(config, slice_size),
            summarize=_add_hidden_layer_summary,
        )

        def train_op_fn(loss: Tensor) -> Any:
            multipliers = params.get("embedding_lr_multipliers")
            return optimizers.optimize(
                loss,
                params.get("optimizer") or "Adagrad",
                _LEARNING_RATE,
                name=scope,
                clip_norm=params.get("gradient_clip_norm"),
                multipliers=optimizers.gradient_multipliers(multipliers, scope, input_scope),
            )

        return head.create_model_fn_ops(
            features=features, mode=mode, labels=labels, train_op_fn=train_op_fn, logits=logits
        )


class DNNClassifier(Classifier):
    """Classifies by a deep neural network.

    Deprecated, as in contrib; use `tf.estimator.DNNClassifier`. Behaviour: TF 1.15.5.

    Example:
      >>> x, y = np.float32([[-2], [-1], [1], [2]]), np.int64([0, 0, 1, 1])
      >>> columns = learn.infer_real_valued_columns_from_input(x)
      >>> estimator = learn.DNNClassifier([8], columns, config=learn.RunConfig(tf_random_seed=1))
      >>> print(estimator.fit(x, y, steps=100).predict_classes(x, as_iterable=False))
      [0 0 1 1]
    """

    def __init__(
        self,
        hidden_units: Iterable[int],
        feature_columns: Iterable[Any],
        model_dir: str | None = None,
        n_classes: int = 2,
        weight_column_name: str | None = None,
        optimizer: Optimizer = None,
        activation_fn: Callable[[Any], Any] | None = tf.nn.relu,
        dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        embedding_lr_multipliers: dict[Any, float] | None = None,
        input_layer_min_slice_size: int | None = None,
        label_keys: Sequence[str] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          feature_columns: contrib's feature columns that are dense, or core's; contrib's may stand
            among core's if they are numeric.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          n_classes: The number of classes, at least 2. Labels are `[batch_size]` or `[batch_size,
            1]`: integers from 0 on, or `label_keys`.
          weight_column_name: The key among the features of the example weights: `[batch_size]` or
            `[batch_size, 1]`, of any numeric dtype.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.05 then.
            Adagrad by default.
          activation_fn: The activation of the hidden layers; None is none.
          dropout: The part of each hidden layer that is dropped while training, from 0 to 1; None
            drops nothing.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
          enable_centered_bias: Whether to add a bias to the logits, the variable
            `centered_bias_weight`.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          embedding_lr_multipliers: Embedding column -> a factor for the gradient of its table.
          input_layer_min_slice_size: The bytes that a part of an embedding table must have at
            least; 64 MiB by default.
          label_keys: For more than two classes, the strings that labels and predicted classes are.

        Raises:
          ValueError: If `n_classes` is less than 2, or `label_keys` do not go with it.
        """
        self._feature_columns = feature_columns = tuple(feature_columns or ())
        head = head_lib.multi_class_head(
            n_classes,
            weight_column_name=weight_column_name,
            enable_centered_bias=enable_centered_bias,
            label_keys=label_keys,
        )
        params = {
            "head": head,
            "hidden_units": hidden_units,
            "feature_columns": feature_columns,
            "optimizer": optimizer,
            "activation_fn": activation_fn,
            "dropout": dropout,
            "gradient_clip_norm": gradient_clip_norm,
            "embedding_lr_multipliers": embedding_lr_multipliers,
            "input_layer_min_slice_size": input_layer_min_slice_size,
        }
        super().__init__(_dnn_model_fn, model_dir, config, params, feature_engineering_fn)


class DNNRegressor(MeasuredRegressor):
    """Regresses by a deep neural network.

    Deprecated, as in contrib; use `tf.estimator.DNNRegressor`. Behaviour: TF 1.15.5.

    Example:
      >>> x, y = np.float32([[-2], [-1], [1], [2]]), np.float32([-4, -2, 2, 4])
      >>> columns = learn.infer_real_valued_columns_from_input(x)
      >>> estimator = learn.DNNRegressor(
      ...     [8], columns, activation_fn=None, config=learn.RunConfig(tf_random_seed=1))
      >>> print(estimator.fit(x, y, steps=500).predict_scores(x, as_iterable=False).round(1))
      [-4. -2.  2.  4.]
    """

    def __init__(
        self,
        hidden_units: Iterable[int],
        feature_columns: Iterable[Any],
        model_dir: str | None = None,
        weight_column_name: str | None = None,
        optimizer: Optimizer = None,
        activation_fn: Callable[[Any], Any] | None = tf.nn.relu,
        dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        label_dimension: int = 1,
        embedding_lr_multipliers: dict[Any, float] | None = None,
        input_layer_min_slice_size: int | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          feature_columns: contrib's feature columns that are dense, or core's; contrib's may stand
            among core's if they are numeric.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          weight_column_name: The key among the features of the example weights: `[batch_size]` or
            `[batch_size, 1]`, of any numeric dtype.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.05 then.
            Adagrad by default.
          activation_fn: The activation of the hidden layers; None is none.
          dropout: The part of each hidden layer that is dropped while training, from 0 to 1; None
            drops nothing.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
          enable_centered_bias: Whether to add a bias to the logits, the variable
            `centered_bias_weight`.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          label_dimension: Numbers to predict for each example. Labels are `[batch_size,
            label_dimension]`, or `[batch_size]` if it is 1, of any numeric dtype.
          embedding_lr_multipliers: Embedding column -> a factor for the gradient of its table.
          input_layer_min_slice_size: The bytes that a part of an embedding table must have at
            least; 64 MiB by default.

        Raises:
          ValueError: If `label_dimension` is less than 1.
        """
        self._feature_columns = feature_columns = tuple(feature_columns or ())
        head = head_lib.regression_head(
            label_dimension=label_dimension,
            weight_column_name=weight_column_name,
            enable_centered_bias=enable_centered_bias,
        )
        params = {
            "head": head,
            "hidden_units": hidden_units,
            "feature_columns": feature_columns,
            "optimizer": optimizer,
            "activation_fn": activation_fn,
            "dropout": dropout,
            "gradient_clip_norm": gradient_clip_norm,
            "embedding_lr_multipliers": embedding_lr_multipliers,
            "input_layer_min_slice_size": input_layer_min_slice_size,
        }
        super().__init__(_dnn_model_fn, model_dir, config, params, feature_engineering_fn)


class DNNEstimator(Estimator):
    """Trains a deep neural network for any head.

    Deprecated, as in contrib; use `tf.estimator.DNNEstimator`. Behaviour: TF 1.15.5.
    """

    def __init__(
        self,
        head: head_lib.Head,
        hidden_units: Iterable[int],
        feature_columns: Iterable[Any],
        model_dir: str | None = None,
        optimizer: Optimizer = None,
        activation_fn: Callable[[Any], Any] | None = tf.nn.relu,
        dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        embedding_lr_multipliers: dict[Any, float] | None = None,
        input_layer_min_slice_size: int | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          head: Makes predictions, loss and metrics of the logits.
          hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          feature_columns: contrib's feature columns that are dense, or core's; contrib's may stand
            among core's if they are numeric.
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.05 then.
            Adagrad by default.
          activation_fn: The activation of the hidden layers; None is none.
          dropout: The part of each hidden layer that is dropped while training, from 0 to 1; None
            drops nothing.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
          config: A `RunConfig`. With parameter servers, variables are cut into parts.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to the model in their place.
          embedding_lr_multipliers: Embedding column -> a factor for the gradient of its table.
          input_layer_min_slice_size: The bytes that a part of an embedding table must have at
            least; 64 MiB by default.
        """
        params = {
            "head": head,
            "hidden_units": hidden_units,
            "feature_columns": feature_columns,
            "optimizer": optimizer,
            "activation_fn": activation_fn,
            "dropout": dropout,
            "gradient_clip_norm": gradient_clip_norm,
            "embedding_lr_multipliers": embedding_lr_multipliers,
            "input_layer_min_slice_size": input_layer_min_slice_size,
        }
        super().__init__(_dnn_model_fn, model_dir, config, params, feature_engineering_fn)
