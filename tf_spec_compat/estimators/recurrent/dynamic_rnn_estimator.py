"""contrib's `DynamicRnnEstimator`, for sequences of any length (`...dynamic_rnn_estimator`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.estimators.recurrent import model_parts
from tf_spec_compat.estimators.recurrent.dynamic_model_fn import NAMES, get_dynamic_rnn_model_fn
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.training.types import Config, Optimizer

__all__ = [
    "DynamicRnnEstimator",
]


class DynamicRnnEstimator(Estimator):
    """Predicts a value for each sequence, or for each of its steps, by an RNN.

    Deprecated, as in contrib; use `tf.estimator.Estimator` with `tf.keras.layers.RNN` in its
    model_fn. Behaviour: TF 1.15.5.

    Features are a dict of tensors. Those of sequences are `[batch_size, padded_length, ...]`, those
    of the context `[batch_size, ...]`. `sequence_length`, int32 of shape `[batch_size]`, says how
    much of each sequence is no padding; without it, nothing is. `rnn_cell_state_0` and so on, each
    `[batch_size, size]`, are the state to start from, and predictions hold the state at the end
    under the same names. Labels are `[batch_size]`, or `[batch_size, padded_length]` for a value of
    each step: int32 or int64 classes, float32 scores.
    """

    def __init__(
        self,
        problem_type: int,
        prediction_type: int,
        sequence_feature_columns: Sequence[Any],
        context_feature_columns: Sequence[Any] | None = None,
        num_classes: int | None = None,
        num_units: int | Sequence[int] | None = None,
        cell_type: str | type = "basic_rnn",
        optimizer: Optimizer = "SGD",
        learning_rate: float = 0.1,
        predict_probabilities: bool = False,
        momentum: float | None = None,
        gradient_clipping_norm: float = 5.0,
        dropout_keep_probabilities: Sequence[float] | None = None,
        model_dir: str | None = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        config: Config = None,
    ) -> None:
        """Prepares the model; see `Estimator` for what is not said here.

        Args:
          problem_type: `ProblemType.CLASSIFICATION` or `ProblemType.LINEAR_REGRESSION`.
          prediction_type: One of `PredictionType`.
          sequence_feature_columns: Real-valued and embedding columns for the sequences' features.
          context_feature_columns: Columns for features of whole sequences.
          num_classes: How many classes there are.
          num_units: As for `rnn_common.construct_rnn_cell`; needed as soon as the model is built.
          cell_type: Likewise.
          optimizer: Name, class, object, or function of the learning rate, of an optimizer of
            `tf.compat.v1.train`. `"Momentum"` takes `momentum`.
          learning_rate: A number, or None for an optimizer that has its own.
          predict_probabilities: Whether to predict `probabilities` beside the `classes`.
          momentum: The momentum, for the optimizer `"Momentum"`.
          gradient_clipping_norm: What the gradients' common norm is clipped to, if not None.
          dropout_keep_probabilities: As for `rnn_common.construct_rnn_cell`; for training only.
          model_dir: The folder for checkpoints and summaries.
          feature_engineering_fn: What features and labels go through before the model.
          config: A `RunConfig`.

        Raises:
          ValueError: If the problem type or the prediction type is unknown, or `num_classes` is
            missing, or less than 2.
        """
        if prediction_type not in NAMES:
            raise ValueError(
                "prediction_type must be one of PredictionType.MULTIPLE_VALUE or "
                f"PredictionType.SINGLE_VALUE; got {prediction_type}"
            )
        target_column = model_parts.target_for(problem_type, num_classes)
        is_classifier = problem_type == ProblemType.CLASSIFICATION
        kind = "Classifier" if is_classifier else "Regressor"
        model_fn = get_dynamic_rnn_model_fn(
            cell_type=cell_type,
            num_units=num_units,
            target_column=target_column,
            problem_type=problem_type,
            prediction_type=prediction_type,
            optimizer=model_parts.optimizer_for(optimizer, learning_rate, momentum),
            sequence_feature_columns=sequence_feature_columns,
            context_feature_columns=context_feature_columns,
            predict_probabilities=predict_probabilities,
            learning_rate=learning_rate,
            gradient_clipping_norm=gradient_clipping_norm,
            dropout_keep_probabilities=dropout_keep_probabilities,
            name=f"{NAMES[prediction_type]}DynamicRNN{kind}",
        )
        super().__init__(
            model_fn=model_fn,
            model_dir=model_dir,
            config=config,
            feature_engineering_fn=feature_engineering_fn,
        )
