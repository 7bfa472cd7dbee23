import tensorflow as tf
layers = tf.contrib.layers  # expect: R101
__all__ = ["layers", "own"]
hidden = tf.contrib.slim  # expect: R101


def own():
    return layers.relu  # expect: R101
