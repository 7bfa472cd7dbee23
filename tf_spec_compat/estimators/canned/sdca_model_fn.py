"""Linear models that the stochastic dual coordinate ascent of an `SDCAOptimizer` trains."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.columns.real_valued import real_valued_column
from tf_spec_compat.columns.transform import transform_features
from tf_spec_compat.columns.weighted_sum import weighted_sum_from_feature_columns
from tf_spec_compat.estimators.canned import networks
from tf_spec_compat.estimators.canned.sdca_optimizer import SDCAOptimizer
from tf_spec_compat.heads.classification import BinaryLogisticHead, BinarySvmHead
from tf_spec_compat.heads.regression import RegressionHead
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels, Operation
from tf_spec_compat.training.types import FeatureColumns

__all__ = ["SdcaUpdateWeightsHook", "add_bias_column", "loss_type_of", "sdca_model_fn"]

_BIAS = "tf_virtual_bias_column"

_LOSSES = (
    (BinaryLogisticHead, "logistic_loss"),
    (BinarySvmHead, "hinge_loss"),
    (RegressionHead, "squared_loss"),
)


def loss_type_of(head: Any) -> str | None:
    """Returns what SDCA has for the loss of a head, a `loss_type` of `SdcaModel`, or None."""
    return next((loss for kind, loss in _LOSSES if isinstance(head, kind)), None)


class SdcaUpdateWeightsHook(tf1.train.SessionRunHook):
    """Brings the weights of the model up to date with the optimizer's, at each step."""

    def __init__(self) -> None:
        # TensorFlow would log that the hook it inherits from is deprecated.
        self._sdca_model: Any = None
        self._train_op: Any = None

    def set_parameters(self, sdca_model: Any, train_op: Operation) -> None:
        """Takes what the optimizer returned."""
        self._sdca_model, self._train_op = sdca_model, train_op

    def begin(self) -> None:
        """Adds the op that does so, after the train op."""
        self._update_op = self._sdca_model.update_weights(self._train_op)

    def before_run(self, run_context: Any) -> Any:
        """Has the op run."""
        return tf1.train.SessionRunArgs(self._update_op)


def add_bias_column(
    feature_columns: FeatureColumns,
    columns_to_tensors: dict[Any, Any],
    bias_variable: Any,
    columns_to_variables: dict[Any, Any],
) -> None:
    """Adds the bias to both dicts, as the weight of a column of ones.

    Args:
      feature_columns: The other columns.
      columns_to_tensors: Column -> what it makes of the features.
      bias_variable: The bias.
      columns_to_variables: Column -> its weights.

    Raises:
      ValueError: If there are no columns, or one of them has the name of the column that is added.
    """
    if not feature_columns:
        raise ValueError("feature_columns can't be empty: their tensors tell the batch size.")
    if any(column.name == _BIAS for column in feature_columns):
        raise ValueError(f"{_BIAS} is a reserved column name; give the column another.")
    tensor = columns_to_tensors[next(iter(feature_columns))]
    if type(tensor) is tuple:  # The ids and weights of a weighted column.
        tensor = tensor[0]
    sparse = isinstance(tensor, tf.SparseTensor)
    size = tensor.dense_shape[0] if sparse else tf.shape(tensor)[0]
    bias = real_valued_column(_BIAS)
    columns_to_tensors[bias] = tf.ones([size, 1])
    columns_to_variables[bias] = [bias_variable]


def sdca_model_fn(features: Features, labels: Labels, mode: str, params: dict[str, Any]) -> Any:
    """The model_fn of linear estimators that SDCA trains.

    Args:
      features: A dict of tensors; the column of example ids that the optimizer names is among them.
      labels: `[batch_size]` or `[batch_size, 1]`.
      mode: One of `ModeKeys`.
      params: `head`, of two classes, SVM or regression; `feature_columns`; `optimizer`, an
        `SDCAOptimizer`; `weight_column_name`; and `update_weights_hook`, a hook that takes what the
        optimizer returns, or None.

    Returns:
      `ModelFnOps`.

    Raises:
      ValueError: If the optimizer is another one, or the head is of no such kind.
    """
    head, columns, optimizer = params["head"], params["feature_columns"], params["optimizer"]
    hook = params["update_weights_hook"]
    if not isinstance(optimizer, SDCAOptimizer):
        raise ValueError(f"Optimizer must be of type SDCAOptimizer, got {optimizer!r}.")
    loss_type = loss_type_of(head)
    if loss_type is None:
        raise ValueError(
            f"Unsupported head type: {head}; SDCA trains a head of two classes, SVM or regression."
        )
    features = networks.feature_dict(features)
    name = networks.LINEAR
    values = tuple(features.values())
    with tf1.variable_scope(name, values=values, partitioner=optimizer.partitioner) as scope:
        features.update(transform_features(features, columns))
        logits, weights, bias = weighted_sum_from_feature_columns(
            columns_to_tensors=features, feature_columns=columns, num_outputs=1, scope=scope
        )
        add_bias_column(columns, features, bias, weights)

    def train_op_fn(unused_loss: Any) -> Any:
        model, train_op = optimizer.get_train_step(
            weights,
            params["weight_column_name"],
            loss_type,
            features,
            labels,
            tf1.train.get_global_step(),
        )
        if hook is not None:
            hook.set_parameters(model, train_op)
        return train_op

    ops = head.create_model_fn_ops(
        features=features, mode=mode, labels=labels, train_op_fn=train_op_fn, logits=logits
    )
    if hook is None or mode != ModeKeys.TRAIN:
        return ops
    return ops._replace(training_chief_hooks=[*ops.training_chief_hooks, hook])
