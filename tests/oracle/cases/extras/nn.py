"""`contrib.nn`."""

import numpy as np

from tests.oracle.legacy import module, tf
from tests.oracle.observe import run

nn = module("nn")
fwd = module("nn.python.ops.fwd_gradients")
LOGITS = np.array([[0.5, -1.0, 2.0], [3.0, 0.0, -2.0]], np.float32)
TRUTHS = np.array([[0, 1, 0], [1, 0, 0]], np.float32)


def cases():
    """Every name of the package that is not TensorFlow's."""
    constant = tf.constant
    yield (
        "softmax",
        lambda: run(nn.deprecated_flipped_softmax_cross_entropy_with_logits(LOGITS, TRUTHS)),
    )
    yield (
        "sparse softmax",
        lambda: run(nn.deprecated_flipped_sparse_softmax_cross_entropy_with_logits(LOGITS, [1, 0])),
    )
    yield (
        "sigmoid",
        lambda: run(nn.deprecated_flipped_sigmoid_cross_entropy_with_logits(LOGITS, TRUTHS)),
    )
    yield "sampled", sampled
    yield "softplus", lambda: run(nn.scaled_softplus(constant([-1.0, 0, 1, 5, 7]), 2.0))
    yield "softplus clipped", lambda: run(nn.scaled_softplus(constant([-1.0, 0, 5, 7]), 0.5, 6.0))
    yield "softplus gradients", softplus_gradients
    yield "nth element", lambda: run(nn.nth_element(constant(LOGITS), 1, reverse=True))
    yield "alpha dropout", alpha_dropout
    yield "alpha dropout of none", lambda: run(nn.alpha_dropout(constant(LOGITS), 1.0))
    yield "alpha dropout 0", lambda: nn.alpha_dropout(LOGITS, 0.0)
    yield "alpha dropout 1.5", lambda: nn.alpha_dropout(LOGITS, 1.5)
    yield "alpha dropout of a row", lambda: nn.alpha_dropout(LOGITS, [0.5])
    yield "forward", forward
    yield "forward by", lambda: forward([constant([1.0, -2.0])])


def sampled():
    """The classes are given, so nothing is drawn."""
    weights = np.arange(12, dtype=np.float32).reshape(4, 3) / 7
    drawn = tf.constant([0, 2], tf.int64), tf.constant([[0.5], [0.25]]), tf.constant([0.5, 0.75])
    return run(
        nn.sampled_sparse_softmax_loss(
            tf.constant(weights), tf.zeros([4]), [[1], [2]], LOGITS, 2, 4, sampled_values=drawn
        )
    )


def softplus_gradients():
    """By the input and by the slope."""
    x, alpha = tf.constant([-1.0, 0, 5, 7]), tf.constant(0.5)
    return run(tf.gradients(nn.scaled_softplus(x, alpha, 6.0), [x, alpha]))


def alpha_dropout():
    """The two values that ones become."""
    return sorted(set(np.round(run(nn.alpha_dropout(tf.ones([99]), 0.5, seed=3)), 5).tolist()))


def forward(by=None):
    """A product of the Jacobian."""
    x = tf.constant([1.0, 2.0])
    return run(fwd.fwd_gradients([x * x, tf.reduce_sum(x) * x], [x], by))
