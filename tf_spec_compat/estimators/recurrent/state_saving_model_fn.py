"""The model function of `StateSavingRnnEstimator`, and its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.columns.input_layer import sequence_input_from_feature_columns
from tf_spec_compat.estimators.recurrent import model_parts, rnn_common
from tf_spec_compat.estimators.recurrent.model_parts import multi_value_loss
from tf_spec_compat.estimators.recurrent.rnn_common import PredictionType, RNNKeys
from tf_spec_compat.estimators.recurrent.states import get_state_name, state_tuple_to_dict
from tf_spec_compat.extras.training import sequence_queueing_state_saver as sqss
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, Labels
from tf_spec_compat.training.types import Cell, Optimizer

__all__ = [
    "construct_state_saving_rnn",
    "get_initial_states",
    "get_name_or_parent_names",
    "get_rnn_model_fn",
    "get_state_names",
    "prepare_features_for_sqss",
    "prepare_inputs_for_rnn",
    "read_batch",
]


def construct_state_saving_rnn(
    cell: Cell,
    inputs: Sequence[Any],
    num_label_columns: int,
    state_saver: Any,
    state_name: Any,
    scope: str = "rnn",
) -> tuple[Any, Any]:
    """Runs a cell over a part of each sequence, with a linear layer on its outputs.

    Args:
      cell: An `RNNCell`.
      inputs: The steps, each `[batch_size, depth]`.
      num_label_columns: The width of the layer.
      state_saver: Has methods `state` and `save_state`, see `NextQueuedSequenceBatch`.
      state_name: The names of the states, nested like the cell's `state_size`.
      scope: The name scope, and the variable scope of the cell.

    Returns:
      The activations, `[batch_size, len(inputs), num_label_columns]`, and the last state as one
      tensor: several states lie on top of each other, `[number of states, batch_size, size]`.

    Raises:
      ValueError: If there are no inputs, the names do not fit the states, or the states are of
        different sizes.
    """
    with tf1.name_scope(scope), silenced_deprecations():
        outputs, final_state = tf1.nn.static_state_saving_rnn(
            cell=cell, inputs=inputs, state_saver=state_saver, state_name=state_name, scope=scope
        )
        rnn_outputs = tf.stack(outputs, axis=1)
        activations = model_parts.linear(rnn_outputs, num_label_columns)
        return activations, tf.identity(final_state, name=RNNKeys.FINAL_STATE_KEY)


def _is_lstm(size: Any) -> bool:
    return isinstance(size, tuple) and hasattr(size, "c") and hasattr(size, "h")


def get_state_names(cell: Cell) -> Any:
    """Returns the names of a cell's states: one, a pair for an LSTM, or a list with each cell's."""

    def names(i: int, size: Any) -> Any:
        name = get_state_name(i)
        return [f"{name}_c", f"{name}_h"] if _is_lstm(size) else name

    size = cell.state_size
    if isinstance(size, (list, tuple)) and not _is_lstm(size):
        return [names(i, part) for i, part in enumerate(size)]
    return names(0, size)


def get_initial_states(cell: Cell) -> dict[str, Any]:
    """Returns the zeros that each sequence starts from, by their names."""
    names = tf.nest.flatten(get_state_names(cell))
    values = tf.nest.flatten(cell.zero_state(1, tf.float32))
    return {name: tf.squeeze(value, axis=0) for name, value in zip(names, values)}


def get_name_or_parent_names(column: Any) -> list[str]:
    """Returns which features a column is made of."""
    if hasattr(column, "columns"):
        return [parent.name for parent in column.columns]
    for source in ("sparse_id_column", "source_column"):
        if hasattr(column, source):
            return [getattr(column, source).name]
    return [column.name]


def prepare_features_for_sqss(
    features: Features,
    labels: Labels,
    mode: str,
    sequence_feature_columns: Iterable[Any],
    context_feature_columns: Iterable[Any] | None,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Returns the features of sequences, with the labels among them, and those of the context.

    Raises:
      ValueError: If there is no feature for a column.
    """

    def select(kind: str, columns: Iterable[Any]) -> dict[str, Any]:
        selected = {}
        for name in (name for column in columns for name in get_name_or_parent_names(column)):
            if features.get(name) is None:
                raise ValueError(
                    f"No key in features for {kind} feature: {name}; there are "
                    f"{sorted(map(str, features))}."
                )
            selected[name] = features[name]
        return selected

    sequences = select("sequence", sequence_feature_columns)
    context = select("context", context_feature_columns or ())
    if mode != ModeKeys.INFER:
        sequences[RNNKeys.LABELS_KEY] = labels
    return sequences, context


def read_batch(
    cell: Cell,
    features: Features,
    labels: Labels,
    mode: str,
    num_unroll: int,
    batch_size: int,
    sequence_feature_columns: Iterable[Any],
    context_feature_columns: Iterable[Any] | None = None,
    num_threads: int = 3,
    queue_capacity: int = 1000,
    seed: int | None = None,
) -> Any:
    """Returns the next part of some sequences, as a `NextQueuedSequenceBatch`."""
    states = get_initial_states(cell)
    sequences, context = prepare_features_for_sqss(
        features, labels, mode, sequence_feature_columns, context_feature_columns
    )
    return sqss.batch_sequences_with_states(
        input_key="key",
        input_sequences=sequences,
        input_context=context,
        input_length=None,
        initial_states=states,
        num_unroll=num_unroll,
        batch_size=batch_size,
        pad=True,
        make_keys_unique=True,
        make_keys_unique_seed=seed,
        num_threads=num_threads,
        capacity=queue_capacity,
    )


def prepare_inputs_for_rnn(
    sequence_features: dict[str, Any],
    context_features: dict[str, Any] | None,
    sequence_feature_columns: Iterable[Any],
    num_unroll: int,
) -> list[Any]:
    """Returns the input of each step, `[batch_size, depth]`, the context behind the columns.

    Args:
      sequence_features: Name -> `[batch_size, num_unroll, ...]`.
      context_features: Name -> float32 of shape `[batch_size, 1]`.
      sequence_feature_columns: The columns of the sequences.
      num_unroll: The number of steps.

    Raises:
      ValueError: If there is another number of steps, or context of another shape.
    """
    inputs = sequence_input_from_feature_columns(
        columns_to_tensors=sequence_features, feature_columns=sequence_feature_columns
    )
    inputs.set_shape([None, num_unroll, None])
    if context_features:
        context = [
            tf.squeeze(tf.tile(tf.expand_dims(context_features[name], 1), [1, num_unroll, 1]), [2])
            for name in sorted(context_features)
        ]
        inputs = tf.concat([inputs, tf.stack(context, 2)], 2)
    return tf.unstack(inputs, axis=1, num=num_unroll)


def get_rnn_model_fn(
    cell_type: str | type,
    target_column: Any,
    problem_type: int,
    optimizer: Optimizer,
    num_unroll: int,
    num_units: int | Sequence[int] | None,
    num_threads: int,
    queue_capacity: int,
    batch_size: int,
    sequence_feature_columns: Sequence[Any],
    context_feature_columns: Sequence[Any] | None = None,
    predict_probabilities: bool = False,
    learning_rate: float | None = None,
    gradient_clipping_norm: float | None = None,
    dropout_keep_probabilities: Sequence[float] | None = None,
    name: str = "StateSavingRNNModel",
    seed: int | None = None,
) -> Callable[[Any, Any, Any], ModelFnOps]:
    """Returns the model function, for the arguments of `StateSavingRnnEstimator`.

    Beyond those, `target_column` makes predictions and losses of logits, and `name` is the name
    scope.

    Raises:
      ValueError: If there is no positive number of steps to unroll, or the problem type is none of
        the two that there are.
    """
    if num_unroll <= 0:
        raise ValueError(f"num_unroll must be positive; got {num_unroll}.")
    model_parts.check_problem_type(problem_type, "")

    def _rnn_model_fn(features: Features, labels: Labels, mode: str) -> ModelFnOps:
        with tf1.name_scope(name):
            dropout = dropout_keep_probabilities if mode == ModeKeys.TRAIN else None
            cell = rnn_common.construct_rnn_cell(num_units, cell_type, dropout)
            batch = read_batch(
                cell,
                features,
                labels,
                mode,
                num_unroll,
                batch_size,
                sequence_feature_columns,
                context_feature_columns,
                num_threads,
                queue_capacity,
                seed,
            )
            sequences = dict(batch.sequences)
            labels = sequences.pop(RNNKeys.LABELS_KEY, None)
            inputs = prepare_inputs_for_rnn(
                sequences, batch.context, sequence_feature_columns, num_unroll
            )
            activations, final_state = construct_state_saving_rnn(
                cell,
                inputs,
                target_column.num_label_columns,
                state_saver=batch,
                state_name=get_state_names(cell),
            )
            predictions = rnn_common.multi_value_predictions(
                activations, target_column, problem_type, predict_probabilities
            )
            loss, metrics, train_op = None, {}, None
            if mode != ModeKeys.INFER:
                lengths = batch.length
                loss = multi_value_loss(activations, labels, lengths, target_column, features)
                metrics = rnn_common.get_eval_metric_ops(
                    problem_type, PredictionType.MULTIPLE_VALUE, lengths, predictions, labels
                )
            predictions.update(state_tuple_to_dict(final_state))
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
        )

    return _rnn_model_fn
