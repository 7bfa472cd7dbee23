"""Decays at their turning points."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.optimizers import sign_decay


@pytest.mark.parametrize(
    ("decay", "expected"),
    [
        (sign_decay.get_linear_decay_fn(4), [1, 0.75, 0.5, 0.25, 0, 0]),
        (sign_decay.get_cosine_decay_fn(4, num_periods=1), [1, 0.5, 0, 0.5, 1, 1]),
        (sign_decay.get_cosine_decay_fn(4, num_periods=1, zero_after=0.5), [1, 0.5, 0, 0, 0, 0]),
        (sign_decay.get_restart_decay_fn(4, num_periods=2), [1, 0.5, 1, 0.5, 1, 1]),
        (sign_decay.get_restart_decay_fn(4, num_periods=2, zero_after=1), [1, 0.5, 0, 0, 0, 0]),
    ],
    ids=["linear", "cosine", "cosine to zero", "restart", "restart to zero"],
)
def test_decays_and_stays(graph, decay, expected):
    """A decay follows the step, and stays where it is behind the last one."""
    values = [decay(tf.constant(step)) for step in range(6)]
    assert all(value.dtype == tf.float32 for value in values)
    with tf.compat.v1.Session() as session:
        np.testing.assert_allclose(session.run(values), expected, atol=1e-6)
