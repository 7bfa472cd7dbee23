"""`contrib.training` beyond what the oracle's cases compare."""

import pytest
import tensorflow as tf

from tf_spec_compat.contrib import training


@pytest.mark.parametrize(
    ("action", "error", "words"),
    [
        (
            lambda: training.bucket([1], 0, [2], 3),
            ValueError,
            r"num_buckets elements: 3, got \[2\]",
        ),
        (
            lambda: training.bucket_by_sequence_length(1, [1], 2, [1.5]),
            TypeError,
            r"must be integers, but received: \[1.5\]",
        ),
        (lambda: training.rejection_sample([], len, 2), ValueError, "rejection_sample got none"),
        (
            lambda: training.stratified_sample([], 0, [1.0], 2),
            ValueError,
            "stratified_sample got none",
        ),
        (
            lambda: training.stratified_sample([1], 0, [1.0], 2, init_probs=[0.5, 0.5]),
            ValueError,
            "target_probs has 1, init_probs 2",
        ),
        (
            lambda: training.GreedyLoadBalancingStrategy(0, len)(tf.constant(1).op),
            ValueError,
            "num_tasks is 0: there is no task for 'Const'",
        ),
    ],
)
def test_wrong_arguments_are_named(graph, action, error, words):
    """The errors say what was given."""
    with pytest.raises(error, match=words):
        action()


def test_one_tensor_is_sampled(graph):
    """A list of one tensor stays a list; contrib failed on several examples of one tensor."""
    (batch,) = training.rejection_sample(
        [tf.ones([5, 2])], lambda x: tf.constant(0.5), 3, enqueue_many=True
    )
    assert batch.shape == [3, 2]


def test_tuner_is_abstract():
    """A tuner has to have both methods."""
    with pytest.raises(TypeError, match="abstract"):
        training.tuner.Tuner()


@pytest.mark.parametrize("name", sorted(training.__all__))
def test_every_name_is_there(name):
    """Each name that the package lists resolves."""
    assert getattr(training, name) is not None
