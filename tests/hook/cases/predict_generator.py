"""Two generators of predictions that are read in turns, and a training between."""

import numpy as np
import tensorflow as tf
from tensorflow.contrib import learn

x = np.eye(4, dtype=np.float32)
y = np.array([0, 1, 0, 1])


def model_fn(features, labels, mode):
    head = learn.multi_class_head(2)
    logits = tf.contrib.layers.fully_connected(features, 1, activation_fn=None)

    def train(loss):
        step = tf.train.get_global_step()
        return tf.train.GradientDescentOptimizer(0.1).minimize(loss, step)

    return head.create_model_fn_ops({}, mode, labels, train, logits=logits)


def inp():
    return tf.constant(x), tf.constant(y)


one, two = learn.Estimator(model_fn), learn.Estimator(model_fn)
one.fit(input_fn=inp, steps=2)
two.fit(input_fn=inp, steps=2)
before = tf.get_default_graph()
p = one.predict(input_fn=lambda: tf.constant(x))
next(p)
print("default graph unchanged", tf.get_default_graph() is before)
q = two.predict(input_fn=lambda: tf.constant(x))
next(q)
two.fit(input_fn=inp, steps=2)
print(sum(1 for _ in p), sum(1 for _ in q))
