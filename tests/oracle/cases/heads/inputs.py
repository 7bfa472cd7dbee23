"""Small fixed data, a linear model and loss functions for the cases."""

import numpy as np

from tests.oracle.legacy import tf

FLOAT = np.float32
X = np.array([[1.0, 2.0], [-1.0, 0.5], [0.25, -2.0], [2.0, 0.0]], FLOAT)
KERNEL = np.array([[0.4, -0.3, 0.2], [-0.1, 0.6, 0.5]], FLOAT)
BIAS = np.array([0.1, -0.2, 0.3], FLOAT)
WEIGHTS = np.array([[1.0], [2.0], [0.5], [0.0]], FLOAT)

BINARY = np.array([1, 0, 0, 1], np.int32)
CLASSES = np.array([0, 2, 1, 2], np.int32)
TARGETS = np.array([1.0, 0.0, 3.0, -2.0], FLOAT)
COUNTS = np.array([1.0, 0.0, 3.0, 2.0], FLOAT)
TARGETS_2 = np.array([[1.0, 0.5], [0.0, -1.0], [3.0, 2.0], [-2.0, 0.0]], FLOAT)
INDICATORS = np.array([[1, 0, 1], [0, 0, 1], [1, 1, 0], [0, 0, 0]], np.int64)
KEYS = ("ada", "bob", "cyd")


def sparse_classes(dtype=np.int64):
    """The rows of `INDICATORS` as class ids in a `SparseTensorValue`."""
    return tf.SparseTensorValue(
        indices=np.array([[0, 0], [0, 1], [1, 0], [2, 0], [2, 1]], np.int64),
        values=np.array([0, 2, 2, 0, 1], dtype),
        dense_shape=np.array([4, 2], np.int64),
    )


def column(values):
    """`[B]` as `[B, 1]`."""
    return values[:, np.newaxis]


def strings(ids):
    """Class ids as their keys."""
    return np.array([KEYS[i] for i in ids.ravel()]).reshape(ids.shape)


def linear(x, width, name="linear"):
    """A linear model with fixed initial values; beyond three columns they repeat."""
    with tf.variable_scope(name):
        kernel = tf.get_variable("kernel", initializer=np.tile(KERNEL, 2)[:, :width])
        bias = tf.get_variable("bias", initializer=np.tile(BIAS, 2)[:width])
        return tf.matmul(x, kernel) + bias


def sgd(loss):
    """A train op of plain gradient descent that counts steps."""
    step = tf.train.get_or_create_global_step()
    return tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=step)


def absolute_loss(labels, logits, weights=None):
    """A loss per example and column that leaves the weights alone."""
    del weights
    return tf.abs(tf.cast(labels, tf.float32) - logits)


def weighted_loss(labels, logits, weights=1.0):
    """A mean of its own making, with weights."""
    return tf.reduce_mean(absolute_loss(labels, logits) * weights) * 2.0


def required_weights_loss(labels, logits, weights):
    """The same where `weights` has no default."""
    return weighted_loss(labels, logits, 1.0 if weights is None else weights)


def one_hot_loss(labels, logits, weights=1.0):
    """A loss of class ids."""
    one_hot = tf.one_hot(tf.reshape(tf.cast(labels, tf.int32), [-1]), 3)
    return tf.reduce_mean(tf.reduce_sum(tf.square(one_hot - logits), 1, keepdims=True) * weights)


def fixed_loss(labels, logits, weights=1.0):
    """A loss that looks at the logits alone."""
    del labels, weights
    return tf.reduce_sum(tf.square(logits))
