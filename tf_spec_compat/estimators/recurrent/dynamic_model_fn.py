"""The model function of `DynamicRnnEstimator`, and its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.columns.input_layer import (
    input_from_feature_columns,
    sequence_input_from_feature_columns,
)
from tf_spec_compat.estimators.recurrent import model_parts, rnn_common
from tf_spec_compat.estimators.recurrent.model_parts import multi_value_loss as multi_value_loss
from tf_spec_compat.estimators.recurrent.rnn_common import PredictionType, RNNKeys
from tf_spec_compat.estimators.recurrent.states import dict_to_state_tuple, state_tuple_to_dict
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.training.types import Cell, DType, Optimizer

__all__ = [
    "NAMES",
    "build_sequence_input",
    "concatenate_context_input",
    "construct_rnn",
    "get_dynamic_rnn_model_fn",
    "get_output_alternatives",
    "single_value_loss",
    "single_value_predictions",
]

NAMES = {PredictionType.MULTIPLE_VALUE: "MultiValue", PredictionType.SINGLE_VALUE: "SingleValue"}


def concatenate_context_input(sequence_input: Any, context_input: Any) -> Any:
    """Returns sequences with the context behind each of their steps.

    Args:
      sequence_input: float32 of shape `[batch_size, padded_length, depth]`.
      context_input: float32 of shape `[batch_size, context_depth]`.

    Returns:
      float32 of shape `[batch_size, padded_length, depth + context_depth]`.

    Raises:
      ValueError: If one has another number of dimensions.
      TypeError: If one is not float32.
    """
    checks = []
    for name, tensor, rank in (("sequence", sequence_input, 3), ("context", context_input, 2)):
        words = f"{name}_input must have"
        message = f"{words} rank {rank}"
        checks.append(tf1.assert_rank(tensor, rank, data=[tf.shape(tensor)], message=message))
        message = f"{words} dtype float32; got {tensor.dtype}."
        checks.append(tf1.assert_type(tensor, tf.float32, message=message))
    with tf.control_dependencies(checks):
        padded_length = tf.shape(sequence_input)[1]
        context = tf.expand_dims(context_input, 1)
        repeated = tf.tile(context, tf.concat([[1], [padded_length], [1]], 0))
    return tf.concat([sequence_input, repeated], 2)


def build_sequence_input(
    features: dict[Any, Any],
    sequence_feature_columns: Sequence[Any],
    context_feature_columns: Sequence[Any] | None,
    weight_collections: Sequence[Any] | None = None,
    scope: str | None = None,
) -> Any:
    """Returns what goes into the cells, made of the features by the columns.

    Args:
      features: Column name, or column -> tensor, `[batch_size, padded_length, ...]` for sequences
        and `[batch_size, ...]` for the context.
      sequence_feature_columns: The columns of the sequences.
      context_feature_columns: The columns of the context, which is put behind each step; or None.
      weight_collections: Graph collections that the columns' variables go to.
      scope: The variable scope of the columns.

    Returns:
      float32 of shape `[batch_size, padded_length, depth]`.

    Raises:
      KeyError: If there is no feature for a column.
      ValueError: If there are no columns.
    """
    options: dict[str, Any] = {"weight_collections": weight_collections, "scope": scope}
    sequence_input = sequence_input_from_feature_columns(
        columns_to_tensors=features, feature_columns=sequence_feature_columns, **options
    )
    if context_feature_columns is None:
        return sequence_input
    context_input = input_from_feature_columns(
        columns_to_tensors=features, feature_columns=context_feature_columns, **options
    )
    return concatenate_context_input(sequence_input, context_input)


def construct_rnn(
    initial_state: Any,
    sequence_input: Any,
    cell: Cell,
    num_label_columns: int,
    dtype: DType = tf.float32,
    parallel_iterations: int | None = 32,
    swap_memory: bool = True,
) -> tuple[Any, Any]:
    """Runs a cell over sequences, with a linear layer on its outputs.

    Args:
      initial_state: The state that the cell starts from; None for zeros.
      sequence_input: `[batch_size, padded_length, depth]`, whose depth is known.
      cell: An `RNNCell`.
      num_label_columns: The width of the layer.
      dtype: The dtype of zeros as initial state, and of the outputs.
      parallel_iterations: How many steps may run at the same time.
      swap_memory: Whether tensors for the gradients may leave the GPU.

    Returns:
      The activations, `[batch_size, padded_length, num_label_columns]`, and the last state.

    Raises:
      ValueError: If the input has other dimensions, or its depth is not known.
    """
    with tf1.name_scope("RNN"), silenced_deprecations():
        outputs, final_state = tf1.nn.dynamic_rnn(
            cell=cell,
            inputs=sequence_input,
            initial_state=initial_state,
            dtype=dtype,
            parallel_iterations=parallel_iterations,
            swap_memory=swap_memory,
            time_major=False,
        )
        return model_parts.linear(outputs, num_label_columns), final_state


def single_value_predictions(
    activations: Tensor,
    sequence_length: Tensor,
    target_column: Any,
    problem_type: int,
    predict_probabilities: bool,
) -> dict[str, Any]:
    """Returns the predictions at the end of each sequence; see `multi_value_predictions`."""
    key = rnn_common.prediction_key(problem_type)
    with tf1.name_scope("SingleValuePrediction"):
        last = rnn_common.select_last_activations(activations, sequence_length)
        values = target_column.logits_to_predictions(last, proba=predict_probabilities)
        if not predict_probabilities:
            return {key: values}
        return {"probabilities": values, key: tf1.argmax(values, 1)}


def single_value_loss(
    activations: Tensor,
    labels: Labels,
    sequence_length: Tensor,
    target_column: Any,
    features: Features,
) -> Any:
    """Returns the loss at the end of each sequence."""
    with tf1.name_scope("SingleValueLoss"):
        last = rnn_common.select_last_activations(activations, sequence_length)
        return target_column.loss(last, labels, features)


def get_output_alternatives(
    prediction_type: int, problem_type: int, prediction_dict: dict[str, Any]
) -> dict[str | None, tuple[int, dict[str, Any]]] | None:
    """Returns what is served, which is all but the states; None if there is a value for each step.

    Raises:
      ValueError: If the prediction type is unknown.
    """
    if prediction_type == PredictionType.MULTIPLE_VALUE:
        return None
    if prediction_type == PredictionType.SINGLE_VALUE:
        served = {
            name: tensor
            for name, tensor in prediction_dict.items()
            if not name.startswith(RNNKeys.STATE_PREFIX)
        }
        return {"dynamic_rnn_output": (problem_type, served)}
    raise ValueError(f"Unrecognized prediction_type: {prediction_type}; see PredictionType.")


def get_dynamic_rnn_model_fn(
    cell_type: str | type,
    num_units: int | Sequence[int] | None,
    target_column: Any,
    problem_type: int,
    prediction_type: int,
    optimizer: Optimizer,
    sequence_feature_columns: Sequence[Any],
    context_feature_columns: Sequence[Any] | None = None,
    predict_probabilities: bool = False,
    learning_rate: float | None = None,
    gradient_clipping_norm: float | None = None,
    dropout_keep_probabilities: Sequence[float] | None = None,
    sequence_length_key: str = RNNKeys.SEQUENCE_LENGTH_KEY,
    dtype: DType = tf.float32,
    parallel_iterations: int | None = None,
    swap_memory: bool = True,
    name: str = "DynamicRNNModel",
) -> Callable[[Any, Any, Any], ModelFnOps]:
    """Returns the model function, for the arguments of `DynamicRnnEstimator`.

    Beyond those, `target_column` makes predictions and losses of logits, `sequence_length_key` is
    the feature with the sequences' lengths, `name` is the name scope, and the rest is as for
    `construct_rnn`.

    Raises:
      ValueError: If the problem type or the prediction type is none of the two that there are.
    """
    model_parts.check_problem_type(problem_type, "")
    if predict_probabilities and problem_type != ProblemType.CLASSIFICATION:
        raise ValueError(
            "predict_probabilities can only be set to True for problem_type "
            f"ProblemType.CLASSIFICATION; got {problem_type}."
        )
    if prediction_type not in NAMES:
        raise ValueError(
            "prediction_type must be PredictionType.MULTIPLE_VALUEs or "
            f"PredictionType.SINGLE_VALUE; got {prediction_type}"
        )
    single = prediction_type == PredictionType.SINGLE_VALUE

    def _dynamic_rnn_model_fn(features: dict[Any, Any], labels: Labels, mode: str) -> ModelFnOps:
        with tf1.name_scope(name):
            sequence_length = features.get(sequence_length_key)
            sequence_input = build_sequence_input(
                features, sequence_feature_columns, context_feature_columns
            )
            dropout = dropout_keep_probabilities if mode == ModeKeys.TRAIN else None
            cell = rnn_common.construct_rnn_cell(num_units, cell_type, dropout)
            activations, final_state = construct_rnn(
                dict_to_state_tuple(features, cell),
                sequence_input,
                cell,
                target_column.num_label_columns,
                dtype=dtype,
                parallel_iterations=parallel_iterations,
                swap_memory=swap_memory,
            )
            if single:
                predictions = single_value_predictions(
                    activations, sequence_length, target_column, problem_type, predict_probabilities
                )
            else:
                predictions = rnn_common.multi_value_predictions(
                    activations, target_column, problem_type, predict_probabilities
                )
            loss, metrics, train_op = None, {}, None
            if mode != ModeKeys.INFER:
                loss_fn = single_value_loss if single else multi_value_loss
                loss = loss_fn(activations, labels, sequence_length, target_column, features)
            predictions.update(state_tuple_to_dict(final_state))
            if mode != ModeKeys.INFER:
                metrics = rnn_common.get_eval_metric_ops(
                    problem_type, prediction_type, sequence_length, predictions, labels
                )
            if mode == ModeKeys.TRAIN:
                train_op = model_parts.train_op(
                    loss, optimizer, learning_rate, gradient_clipping_norm
                )
        return ModelFnOps(
            mode=mode,
            predictions=predictions,
            loss=loss,
            train_op=train_op,
            eval_metric_ops=metrics,
            output_alternatives=get_output_alternatives(prediction_type, problem_type, predictions),
        )

    return _dynamic_rnn_model_fn
