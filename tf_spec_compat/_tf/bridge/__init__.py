"""The bridge that brings `tf.estimator` back where TensorFlow dropped it."""
