"""Metrics copied out of TF 1's, as NER and ranking projects carry them."""

import tensorflow as tf
from tensorflow.python.ops import variable_scope

v = variable_scope.variable(
    lambda: tf.zeros([2]),
    trainable=False,
    collections=[tf.GraphKeys.LOCAL_VARIABLES],
    name="cm",
)
with tf.Session() as s:
    s.run(tf.local_variables_initializer())
    print(v.name, s.run(v).tolist())
