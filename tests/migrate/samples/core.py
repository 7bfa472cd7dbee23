"""TensorFlow outside contrib."""
import tensorflow as tf
import tensorflow.compat.v1 as tf1
from tensorflow.python.ops import rnn_cell_impl  # expect: R102
from tensorflow.python.estimator.canned import dnn  # expect: R102
from tensorflow.python.training import tensorboard_logging  # expect: G504
from tensorflow.python.tpu.tpu_estimator import TPUEstimator  # expect: V401
from tensorflow.estimator import ModeKeys  # expect: R104

tf.Session, tf.placeholder(x)  # expect: R103, R103
tf1.Session, tf.compat.v1.Session, tf.compat.v2.Variable
tf.add, tf.data.Dataset, tf.Variable
tf.train.AdamOptimizer(1.0).minimize  # expect: R103
tf.layers.dense(x, 3)  # expect: K302
tf1.layers.Dense  # expect: K302
tf.nn.rnn_cell.LSTMCell(3)  # expect: K302
tf.estimator.DNNClassifier([3], c)  # expect: K302, S812
tf.estimator.Estimator(f)  # expect: R104, S812
tf.data.experimental.CheckpointInputPipelineHook  # expect: V401
tf.data.experimental.latency_stats  # expect: G504
ModeKeys.TRAIN  # expect: R104
