"""Each way in which programs name what contrib has."""
import tensorflow as tf
import tensorflow
import tensorflow.contrib.learn  # expect: R101
import tensorflow.contrib.slim as slim  # expect: R101
import tensorflow.compat.v1 as tf1
from tensorflow.contrib import learn as l, layers  # expect: R101, R101
from tensorflow.contrib.learn import (
    Estimator,  # expect: R101
    ModeKeys as Keys,  # expect: R101
)
from tensorflow.contrib.learn.python.learn.estimators import head as head_lib  # expect: R101
from tensorflow.contrib.layers import *  # expect: R101
from tensorflow import contrib  # expect: R101
from keras.backend import tf as their_tf

net = tf.contrib.layers.flatten(x)  # expect: R101
net = tensorflow.contrib.layers.flatten(x)  # expect: R101
net = slim.conv2d(net, 3, 1)  # expect: R101
net = tf1.contrib.layers.flatten(x)  # expect: R101
net = their_tf.contrib.layers.flatten(x)  # expect: R101
net = contrib.layers.flatten(x)  # expect: R101
net = l.models.logistic_regression(x, y), layers.relu(x, 3)  # expect: R101, R101
net = fully_connected(net, 3)  # expect: R101
net = (
    tf  # expect: R101
    .contrib
)
key = Keys.TRAIN  # expect: R101
head = head_lib.binary_svm_head()  # expect: D201, S811

learn = tf.contrib.learn  # expect: R101
learn.infer  # expect: R101
a, (b, c) = tf.contrib.crf, (tf.contrib.rnn, None)  # expect: R101, R101
a.crf_log_likelihood, b.LSTMCell, c.x  # expect: R101, R101
d = e = tf.contrib.metrics  # expect: R101
d.streaming_mean, e.streaming_mean  # expect: R101, R101
if (f := tf.contrib.framework).arg_scope:  # expect: R101, R101
    f.get_global_step  # expect: R101
getattr(tf.contrib, "learn").infer  # expect: R101, R101
g = getattr(tf, "contrib").learn  # expect: R101
g.infer  # expect: R101
h = tf.contrib.seq2seq if l else None  # expect: R101, R101
h.dynamic_decode  # expect: R101
i = None or tf.contrib.rnn  # expect: R101
i.LSTMCell  # expect: R101

try:
    from tensorflow.contrib import rnn  # expect: R101
except ImportError:
    from tensorflow.models.rnn import rnn
rnn.LSTMCell  # expect: R101
try:
    import tensorflow.contrib.data as data  # expect: R101
except ImportError:
    data = None
else:
    data.Dataset  # expect: R101


class Model(Estimator):  # expect: R101, S812
    layers = tf.contrib.layers  # expect: R101
    layers.relu  # expect: R101

    def __init__(self, learn=tf.contrib.learn):  # expect: R101
        self.slim, self.rnn = slim, tf.contrib.rnn  # expect: R101, R101
        self.other = learn

    def build(self, x):
        def inner():
            return self.rnn.LSTMCell(3)  # expect: R101
        return self.slim.flatten(x), self.layers.relu(x, 3), inner, self.other.infer  # expect: R101, R101

    def modes(self) -> Keys:  # expect: R101
        global late
        import tensorflow.contrib.training as late  # expect: R101


def later():
    return late.HParams()  # expect: R101


@tf.contrib.framework.add_arg_scope  # expect: R101
def decorated(x: "tf.contrib.learn.Estimator" = tf.contrib.learn.infer):  # expect: R101
    """tf.contrib.learn in a text; tf.contrib.learn in a comment below."""
    # tf.contrib.learn
    return [learn.infer for _ in x], {k: lambda: learn.infer for k in x}  # expect: R101, R101


deep = tf.contrib.learn.python.learn.estimators.estimator.Estimator.fit  # expect: R101
