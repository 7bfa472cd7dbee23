"""What contrib's RNN estimators share (`...learn.estimators.rnn_common`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import rnn_cells, silenced_deprecations, tf, tf1
from tf_spec_compat._tf.rnn_cells import DropoutWrapper, MultiRNNCell, RNNCell
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Labels, Tensor

__all__ = [
    "PredictionType",
    "RNNKeys",
    "apply_dropout",
    "construct_rnn_cell",
    "get_eval_metric_ops",
    "mask_activations_and_labels",
    "multi_value_predictions",
    "prediction_key",
    "select_last_activations",
]


# Under which name `contrib.rnn` has them; it loads them as they are needed.
_CELL_TYPES = {"basic_rnn": "BasicRNNCell", "lstm": "LSTMCell", "gru": "GRUCell"}


class PredictionType:
    """Whether an RNN predicts one value for each sequence, or one for each of its steps."""

    SINGLE_VALUE = 1
    MULTIPLE_VALUE = 2


class RNNKeys:
    """The names under which features, labels and states go in and out."""

    SEQUENCE_LENGTH_KEY = "sequence_length"
    LABELS_KEY = "__labels__"
    FINAL_STATE_KEY = "final_state"
    STATE_PREFIX = "rnn_cell_state"


def _get_single_cell(cell_type: str | type, num_units: int) -> Any:
    """Returns a cell of a type, see `construct_rnn_cell`."""
    supported = f"The supported cell types are {[*_CELL_TYPES]}; got {cell_type}."
    if isinstance(cell_type, str) and cell_type in _CELL_TYPES:
        cell_type = getattr(rnn_cells, _CELL_TYPES[cell_type])
    if cell_type and not isinstance(cell_type, type):
        raise TypeError(f"{supported} A class is given as such, not an object of it.")
    if not cell_type or not issubclass(cell_type, RNNCell):
        raise ValueError(f"{supported} A class must derive from RNNCell.")
    return cell_type(num_units=num_units)


def construct_rnn_cell(
    num_units: int | Sequence[int] | None,
    cell_type: str | type = "basic_rnn",
    dropout_keep_probabilities: Sequence[float] | None = None,
) -> Any:
    """Returns one cell, or a `MultiRNNCell` of several.

    Args:
      num_units: How wide the cell is; a list or tuple for one cell on the other. A list of one
        number makes one cell, not a `MultiRNNCell`.
      cell_type: `"basic_rnn"`, `"lstm"`, `"gru"`, or a class of `RNNCell`s that takes `num_units`.
      dropout_keep_probabilities: For the input of each cell, and for the output of the last, the
        probability that a value is kept; none if there are none.

    Raises:
      ValueError: If the cell type is a class of something else, or nothing; or there is not one
        probability more than there are cells.
      TypeError: If the cell type is an unknown name, or a cell that is made already. contrib's
        message was about `issubclass`.
    """
    widths: Any = num_units if isinstance(num_units, (list, tuple)) else [num_units]
    cells = [_get_single_cell(cell_type, width) for width in widths]
    if dropout_keep_probabilities:
        cells = apply_dropout(cells, dropout_keep_probabilities)
    return cells[0] if len(cells) == 1 else MultiRNNCell(cells)


def apply_dropout(
    cells: Sequence[Any],
    dropout_keep_probabilities: Sequence[float],
    random_seed: int | None = None,
) -> list[Any]:
    """Returns the cells, each in a `DropoutWrapper`.

    Args:
      cells: The cells from the input to the output.
      dropout_keep_probabilities: As for `construct_rnn_cell`.
      random_seed: The seed of all wrappers but the last, which contrib forgot.

    Raises:
      ValueError: If there is not one probability more than there are cells.
    """
    given = len(dropout_keep_probabilities)
    if given != len(cells) + 1:
        raise ValueError(
            "The number of dropout probabilities must be one greater than the number of cells. "
            f"Got {len(cells)} cells and {given} dropout probabilities. The first ones are for "
            "the inputs of the cells, the last one is for the output of the last cell."
        )
    last = cells[-1]
    wrapped = [
        DropoutWrapper(cell, input_keep_prob=probability, seed=random_seed)
        for cell, probability in zip(cells[:-1], dropout_keep_probabilities)
    ]
    last_input, last_output = dropout_keep_probabilities[-2:]
    options = {"input_keep_prob": last_input, "output_keep_prob": last_output}
    return [*wrapped, DropoutWrapper(last, **options)]


def select_last_activations(activations: Tensor, sequence_lengths: Tensor) -> Any:
    """Returns the activations at the end of each sequence, `[batch_size, depth]`.

    Args:
      activations: `[batch_size, padded_length, depth]`.
      sequence_lengths: int32 of shape `[batch_size]`, from 1; None if all are `padded_length`.

    Raises:
      ValueError: If the shapes are known and are others.
      TypeError: If the lengths are not int32.
      InvalidArgumentError: At run time, where the first of the lengths is less than 1.
    """
    with tf1.name_scope("select_last_activations"):
        shape = tf.shape(activations)
        batch_size, padded_length, depth = shape[0], shape[1], shape[2]
        flat = tf.reshape(activations, [-1, depth])
        if sequence_lengths is None:
            sequence_lengths = padded_length
        indices = tf.range(batch_size) * padded_length + sequence_lengths - 1
        last = tf1.gather(flat, indices)
        last.set_shape([activations.get_shape()[0], activations.get_shape()[2]])
        return last


def mask_activations_and_labels(
    activations: Tensor, labels: Labels, sequence_lengths: Tensor
) -> tuple[Any, Any]:
    """Puts the steps of all sequences below each other, without the padding.

    Args:
      activations: `[batch_size, padded_length, depth]`, or without a depth.
      labels: `[batch_size, padded_length]`; with lengths, there may be more dimensions.
      sequence_lengths: Integers of shape `[batch_size]`; None if nothing is padding.

    Returns:
      The activations, `[sum of lengths, depth]`, and the labels, `[sum of lengths]`.

    Raises:
      ValueError: If the shapes are known and do not fit, or there are no labels.
    """
    with tf1.name_scope("mask_activations_and_labels"):
        shape = tf.shape(labels)
        batch_size, padded_length = shape[0], shape[1]
        if sequence_lengths is None:
            total = padded_length * batch_size
            return tf.reshape(activations, [total, -1]), tf.reshape(labels, [total])
        mask = tf.sequence_mask(sequence_lengths, padded_length)
        return tf1.boolean_mask(activations, mask), tf1.boolean_mask(labels, mask)


def multi_value_predictions(
    activations: Tensor, target_column: Any, problem_type: int, predict_probabilities: bool
) -> dict[str, Any]:
    """Returns the predictions for each step.

    Args:
      activations: `[batch_size, padded_length, num_label_columns of the target column]`.
      target_column: Makes predictions of logits, see `contrib.layers.target_column`.
      problem_type: `ProblemType.CLASSIFICATION` names the predictions `classes`; they are
        `scores` otherwise.
      predict_probabilities: Whether to give the `probabilities` of the classes, too.

    Returns:
      `classes`, int64, or `scores`, float32, of shape `[batch_size, padded_length]`; and
      `probabilities` of shape `[batch_size, padded_length, n_classes]`.

    Raises:
      ValueError: If the target column has several scores, or has one and `predict_probabilities`.
    """
    key = prediction_key(problem_type)
    with tf1.name_scope("MultiValuePrediction"):
        shape = tf.shape(activations)
        flat = tf.reshape(activations, [-1, shape[2]])
        values = target_column.logits_to_predictions(flat, proba=predict_probabilities)
        predictions = {}
        if predict_probabilities:
            # The logits of two classes are one column, their probabilities are two.
            full = shape if target_column.num_label_columns != 1 else tf.concat([shape[:2], [2]], 0)
            classes = tf1.argmax(values, 1)
            name = PredictionKey.PROBABILITIES
            predictions[name] = tf.reshape(values, full, name=name)
            values = classes
        predictions[key] = tf.reshape(values, [shape[0], shape[1]], name=key)
        return predictions


def prediction_key(problem_type: int) -> str:
    """Returns under which key the values go that were predicted."""
    classification = problem_type == ProblemType.CLASSIFICATION
    return PredictionKey.CLASSES if classification else PredictionKey.SCORES


def get_eval_metric_ops(
    problem_type: int,
    prediction_type: int,
    sequence_length: Tensor,
    prediction_dict: dict[str, Any],
    labels: Labels,
) -> dict[str, Any]:
    """Returns the metrics: the `accuracy` of a classification, nothing of anything else.

    Args:
      problem_type: One of `ProblemType`.
      prediction_type: One of `PredictionType`; nothing is made for anything else.
      sequence_length: As for `mask_activations_and_labels`, where there is a value for each step.
      prediction_dict: The predictions, with the key `classes`.
      labels: In the shape of the classes.

    Raises:
      KeyError: If there are no classes among the predictions.
    """
    if problem_type != ProblemType.CLASSIFICATION:
        return {}
    if prediction_type == PredictionType.SINGLE_VALUE:
        classes = prediction_dict[PredictionKey.CLASSES]
    elif prediction_type == PredictionType.MULTIPLE_VALUE:
        classes, labels = mask_activations_and_labels(
            prediction_dict[PredictionKey.CLASSES], labels, sequence_length
        )
    else:
        return {}
    with silenced_deprecations():
        return {"accuracy": tf1.metrics.accuracy(labels, classes)}
