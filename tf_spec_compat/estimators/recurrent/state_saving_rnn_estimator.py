"""contrib's `StateSavingRnnEstimator`, for long sequences (`...state_saving_rnn_estimator`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.estimators.recurrent import model_parts
from tf_spec_compat.estimators.recurrent.state_saving_model_fn import get_rnn_model_fn
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.training.types import Config

__all__ = [
    "StateSavingRnnEstimator",
]


class StateSavingRnnEstimator(Estimator):
    """Predicts a value for each step of long sequences, a part of `num_unroll` steps at a time.

    Deprecated, as in contrib; use `tf.estimator.Estimator` with
    `tf.keras.layers.RNN(stateful=True)` in its model_fn.

    An `input_fn` gives one sequence at a time: features `[length, ...]` for the columns of
    sequences, `[1]` for those of the context, and labels `[length]`. A queue cuts the sequences
    into parts of `num_unroll` steps, pads the last one, and puts `batch_size` of them into a batch;
    the state after a part is where the next one of the same sequence goes on. `fit`,
    `evaluate` and `predict` start the queue.

    It does all that contrib's did; it knows the LSTMs in a stack of different cells by themselves.
    """

    def __init__(
        self,
        problem_type: int,
        num_unroll: int,
        batch_size: int,
        sequence_feature_columns: Sequence[Any],
        context_feature_columns: Sequence[Any] | None = None,
        num_classes: int | None = None,
        num_units: int | Sequence[int] | None = None,
        cell_type: str | type = "basic_rnn",
        optimizer_type: Any = "SGD",
        learning_rate: float = 0.1,
        predict_probabilities: bool = False,
        momentum: float | None = None,
        gradient_clipping_norm: float = 5.0,
        dropout_keep_probabilities: Sequence[float] | None = None,
        model_dir: str | None = None,
        config: Config = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
        num_threads: int = 3,
        queue_capacity: int = 1000,
        seed: int | None = None,
    ) -> None:
        """Prepares the model; see `DynamicRnnEstimator` for what is not said here.

        Args:
          problem_type: `ProblemType.CLASSIFICATION` or `ProblemType.LINEAR_REGRESSION`.
          num_unroll: The number of steps in a part, from 1.
          batch_size: The number of parts in a batch.
          sequence_feature_columns: Real-valued and embedding columns for the sequences' features.
          context_feature_columns: Real-valued columns of dimension 1, for whole sequences.
          num_classes: How many classes there are.
          num_units: As for `rnn_common.construct_rnn_cell`, but several cells are as wide as each
            other.
          cell_type: Likewise.
          optimizer_type: The `optimizer` of `DynamicRnnEstimator`.
          learning_rate: Likewise.
          predict_probabilities: Likewise.
          momentum: Likewise.
          gradient_clipping_norm: Likewise.
          dropout_keep_probabilities: Likewise.
          model_dir: The folder for checkpoints and summaries.
          config: A `RunConfig`.
          feature_engineering_fn: What features and labels go through before the model.
          num_threads: How many threads fill the queue.
          queue_capacity: How many sequences may wait.
          seed: For the names that sequences get while they wait.

        Raises:
          ValueError: If the problem type is unknown, `num_classes` is missing, or less than 2, or
            `num_unroll` is not positive.
        """
        target_column = model_parts.target_for(problem_type, num_classes)
        is_classifier = problem_type == ProblemType.CLASSIFICATION
        kind = "Classifier" if is_classifier else "Regressor"
        model_fn = get_rnn_model_fn(
            cell_type=cell_type,
            target_column=target_column,
            problem_type=problem_type,
            optimizer=model_parts.optimizer_for(optimizer_type, learning_rate, momentum),
            num_unroll=num_unroll,
            num_units=num_units,
            num_threads=num_threads,
            queue_capacity=queue_capacity,
            batch_size=batch_size,
            sequence_feature_columns=sequence_feature_columns,
            context_feature_columns=context_feature_columns,
            predict_probabilities=predict_probabilities,
            learning_rate=learning_rate,
            gradient_clipping_norm=gradient_clipping_norm,
            dropout_keep_probabilities=dropout_keep_probabilities,
            name=f"MultiValueStateSavingRNN{kind}",
            seed=seed,
        )
        super().__init__(
            model_fn=model_fn,
            model_dir=model_dir,
            config=config,
            feature_engineering_fn=feature_engineering_fn,
        )
