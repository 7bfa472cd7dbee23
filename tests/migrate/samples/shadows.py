"""Names that are something else than they look like."""
import tensorflow as tf
from tensorflow.contrib import learn, slim  # expect: R101, R101


def parameter(learn, *slim, **tf):
    return learn.Estimator, slim.conv2d, tf.contrib.learn


def bound_later():
    for tf in range(3):
        print(tf.contrib)
    with open(x) as slim:
        slim.conv2d
    learn = build()
    return learn.Estimator


def comprehension():
    found = [learn.infer for learn in models]
    return found, learn.infer  # expect: R101


def nested():
    learn = build()

    def inner():
        return learn.Estimator

    class Inner:
        slim = 3

        def method(self):
            return layers.relu, self.slim.conv2d  # expect: R101

    return inner, Inner


def other_object(model):
    model.tf.contrib.learn
    model.learn.Estimator
    model.contrib.learn.infer
    return model.slim


def handler():
    try:
        pass
    except ValueError as learn:
        return learn.infer


class learn_(object):
    learn = None

    def run(self):
        self.learn.Estimator
        return learn.infer  # expect: R101


slim.conv2d  # expect: R101
slim = build()
slim.conv2d


def slim_again():
    return slim.conv2d


if flag:
    layers = tf.contrib.layers  # expect: R101
else:
    layers = build()
    layers.relu
layers.relu  # expect: R101

lambda tf: tf.contrib.learn
"tf.contrib.learn", 'from tensorflow.contrib import learn'
x.contrib = 3
tensorflow.contrib.learn
contrib.learn
