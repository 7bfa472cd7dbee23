"""What is gone, and what never was."""
import tensorflow as tf
import tensorflow.contrib.tensorrt as trt  # expect: G501
from tensorflow.contrib import tensor_forest, learned  # expect: G501, G503
from tensorflow.contrib.tensor_forest.python import tensor_forest as forest  # expect: G501
from tensorflow.examples.tutorials.mnist import input_data  # expect: R102
from tensorflow.examples.tutorials.word2vec import basic  # expect: G504

trt.create_inference_graph  # expect: G501
forest.ForestHParams  # expect: G501
tf.contrib.learn.TensorFlowDNNClassifier  # expect: G502
tf.contrib.tfprof.ProfileContext  # expect: G502
tf.contrib.learn.Estimater  # expect: G503
tf.contrib.lern.Estimator  # expect: G503
input_data.read_data_sets(x)  # expect: R102
tf.contrib.keras.layers.Dense(3)  # expect: K301
tf.contrib.estimator.DNNEstimator(head)  # expect: K301, S812
tf.contrib.learn.preprocessing.VocabularyProcessor(3)  # expect: D201
tf.contrib.__name__, tf.contrib.learn.__file__  # expect: R101, R101
