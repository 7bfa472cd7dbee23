"""RNN estimators, beyond what TF 1.15.5 is compared with: warnings, words, what stays untouched."""

from __future__ import annotations

import logging
import warnings
from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import layers, rnn
from tf_spec_compat.contrib.layers import target_column
from tf_spec_compat.contrib.learn.estimators import (
    dynamic_rnn_estimator,
    rnn_common,
    state_saving_rnn_estimator,
)
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.training import batch_sequences_with_states

CLASSES = ProblemType.CLASSIFICATION


def input_fn() -> Any:
    """Two sequences of three steps."""
    return {"m": tf.constant(np.ones([2, 3, 2], np.float32))}, tf.constant([0, 1])


def test_training_and_asking_say_nothing_of_deprecations(
    tmp_path: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither warnings nor TensorFlow's log advise against what the estimator is made of."""
    caplog.set_level(logging.WARNING)
    logging.getLogger("tensorflow").addHandler(caplog.handler)
    before = list(warnings.filters)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            estimator = dynamic_rnn_estimator.DynamicRnnEstimator(
                CLASSES,
                rnn_common.PredictionType.SINGLE_VALUE,
                [layers.real_valued_column("m", dimension=2)],
                num_classes=2,
                num_units=3,
                cell_type="lstm",
                model_dir=str(tmp_path),
            )
            estimator.fit(input_fn=input_fn, steps=1)
            next(estimator.predict(input_fn=input_fn))
    finally:
        logging.getLogger("tensorflow").removeHandler(caplog.handler)
    assert warnings.filters == before
    ours = [str(w.message) for w in caught if issubclass(w.category, (UserWarning, FutureWarning))]
    assert not [text for text in ours if "rnn_cell" in text]
    assert not [text for text in caplog.messages if "deprecated" in text]


@pytest.mark.parametrize("cell_type", ["LSTM", rnn.GRUCell, 3])
def test_an_unusable_cell_type_is_named(cell_type: Any) -> None:
    """The error says which types there are, and which one was given."""
    given = cell_type if isinstance(cell_type, (str, int)) else cell_type(3)
    with pytest.raises(TypeError, match=r"\['basic_rnn', 'lstm', 'gru'\]; got"):
        rnn_common.construct_rnn_cell(3, given)


def test_other_cells_of_contrib_are_used(graph: Any) -> None:
    """A cell class of contrib.rnn that core never had makes a stack, too."""
    cell = rnn_common.construct_rnn_cell([3, 2], rnn.GRUBlockCell)
    assert [type(one) for one in cell._cells] == [rnn.GRUBlockCell, rnn.GRUBlockCell]


def test_features_and_columns_stay_as_they_are(graph: Any) -> None:
    """A model function changes neither the features nor the lists that it was given."""
    columns = [layers.real_valued_column("m", dimension=2)]
    features = {"m": tf.zeros([6, 2]), "other": tf.zeros([1])}
    given = dict(features)
    model_fn = state_saving_rnn_estimator._get_rnn_model_fn(
        cell_type="gru",
        target_column=target_column.multi_class_target(2),
        problem_type=CLASSES,
        optimizer="SGD",
        num_unroll=3,
        num_units=2,
        num_threads=1,
        queue_capacity=4,
        batch_size=1,
        sequence_feature_columns=columns,
        learning_rate=0.1,
    )
    tf1.train.create_global_step()
    ops = model_fn(features, tf.constant([0, 1, 0, 1, 0, 1]), "train")
    assert features == given
    assert len(columns) == 1
    assert set(ops.predictions) == {"classes", "rnn_cell_state_0"}


def test_missing_features_are_named(graph: Any) -> None:
    """The error says which feature a column wants, and which ones there are."""
    columns = [layers.real_valued_column("m")]
    with pytest.raises(ValueError, match=r"No key in features for sequence feature: m.*\['n'\]"):
        state_saving_rnn_estimator._prepare_features_for_sqss(
            {"n": 1}, None, "infer", columns, None
        )


def test_bools_are_padded(graph: Any) -> None:
    """A sequence of bools is padded with False, where contrib failed."""
    batch = batch_sequences_with_states(
        "key", {"b": tf.constant([True, True])}, {}, None, {"st": tf.zeros([1])}, 3, 1, 1
    )
    with tf1.Session() as session:
        coordinator = tf1.train.Coordinator()
        threads = tf1.train.start_queue_runners(session, coordinator)
        assert session.run(batch.sequences["b"]).tolist() == [[True, True, False]]
        coordinator.request_stop()  # The queue runner closes its queue then.
        coordinator.join(threads)
