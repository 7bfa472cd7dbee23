"""Tells the species of an iris from four measures of its flower.

A program for TensorFlow 1: its own model_fn on a `tf.contrib.learn` Head, driven by `tf.estimator`. It
trains, evaluates, predicts, exports a model that can be served, and says what that model's signatures are.

    python iris_head.py --export_dir=/tmp/iris
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import os
import shutil
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib import learn

tf.flags.DEFINE_string('export_dir', os.path.join(tempfile.gettempdir(), 'iris_head'),
                       'Folder for exported models; each gets a new folder there.')
tf.flags.DEFINE_string('model_dir', '', 'Folder for checkpoints; by default a new one, removed in the end.')
tf.flags.DEFINE_integer('steps', 300, 'Number of training steps.')
tf.flags.DEFINE_integer('batch_size', 40, 'Number of flowers in a training step.')
tf.flags.DEFINE_float('learning_rate', 0.02, "Adam's learning rate.")
FLAGS = tf.flags.FLAGS

MEASURES = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']
SPECIES = ['setosa', 'versicolor', 'virginica']


def load_flowers():
  """Returns two pairs of features and labels: to train with, and every fifth flower to test with."""
  iris = learn.datasets.load_dataset('iris')
  names = np.array(SPECIES)[iris.target]
  order = np.random.RandomState(1).permutation(len(names))

  def part(rows):
    columns = iris.data[rows].astype(np.float32).T
    return {m: c[:, np.newaxis] for m, c in zip(MEASURES, columns)}, names[rows]

  return part(order[order % 5 != 0]), part(np.arange(0, len(names), 5))


def train_input_fn(features, labels):
  flowers = tf.data.Dataset.from_tensor_slices((features, labels))
  flowers = flowers.repeat().batch(FLAGS.batch_size)
  return flowers.make_one_shot_iterator().get_next()


def test_input_fn(features, labels):
  flowers = tf.data.Dataset.from_tensor_slices((features, labels)).batch(len(labels))
  return flowers.make_one_shot_iterator().get_next()


def initial_weights(shape, dtype=tf.float32, partition_info=None):
  """Glorot's uniform weights, drawn by NumPy so that every run begins with the same ones."""
  limit = np.sqrt(6. / sum(shape))
  weights = np.random.RandomState(7).uniform(-limit, limit, size=shape)
  return tf.constant(weights, dtype=dtype)


def model_fn(features, labels, mode, params):
  """Two hidden layers under a Head, which makes of their logits whatever the mode asks for."""
  head = learn.multi_class_head(n_classes=len(SPECIES), label_keys=SPECIES, head_name='species')
  net = tf.concat([features[m] for m in MEASURES], axis=1)
  net = layers.stack(net, layers.fully_connected, [16, 8], weights_initializer=initial_weights)
  logits = layers.fully_connected(
      net, head.logits_dimension, activation_fn=None, weights_initializer=initial_weights)

  def train_op_fn(loss):
    optimizer = tf.train.AdamOptimizer(params['learning_rate'])
    return optimizer.minimize(loss, global_step=tf.train.get_global_step())

  ops = head.create_model_fn_ops(
      features, mode, labels=labels, train_op_fn=train_op_fn, logits=logits)
  return ops.estimator_spec()


def print_predictions(estimator, features, labels):
  predictions = estimator.predict(lambda: test_input_fn(features, labels))
  right = 0
  print('\nPredictions')
  for i, (prediction, label) in enumerate(zip(predictions, labels)):
    species = prediction[learn.PredictionKey.CLASSES].decode()
    probability = prediction[learn.PredictionKey.PROBABILITIES].max()
    right += species == label
    if i % 5 == 0 or species != label:
      print('  %-10s  said to be %-10s  with probability %.4f' % (label, species, probability))
  print('  %d of %d are right' % (right, len(labels)))


def export(estimator):
  """Exports the model, to be fed with serialized `tf.Example`s; returns the new folder."""
  spec = {m: tf.FixedLenFeature([1], tf.float32) for m in MEASURES}
  receiver_fn = tf.estimator.export.build_parsing_serving_input_receiver_fn(spec)
  path = estimator.export_savedmodel(FLAGS.export_dir, receiver_fn)
  return path.decode() if isinstance(path, bytes) else path


def print_signatures(path):
  with tf.Graph().as_default(), tf.Session() as sess:
    model = tf.saved_model.loader.load(sess, [tf.saved_model.tag_constants.SERVING], path)
    for name, signature in sorted(model.signature_def.items()):
      print('\nSignature %s: %s' % (name, signature.method_name))
      for kind, tensors in (('takes', signature.inputs), ('gives', signature.outputs)):
        for key, tensor in sorted(tensors.items()):
          print('  %s %-15s %s' % (kind, key, tf.as_dtype(tensor.dtype).name))


def main(unused_argv):
  tf.logging.set_verbosity(tf.logging.ERROR)
  train, test = load_flowers()
  model_dir = FLAGS.model_dir or tempfile.mkdtemp()
  estimator = tf.estimator.Estimator(
      model_fn,
      model_dir=model_dir,
      config=tf.estimator.RunConfig(tf_random_seed=1),
      params={'learning_rate': FLAGS.learning_rate})
  print('TensorFlow %s' % tf.__version__)
  print('Irises: %d to train with, %d to test with' % (len(train[1]), len(test[1])))

  estimator.train(lambda: train_input_fn(*train), steps=FLAGS.steps)
  print('Trained for %d steps of %d flowers' % (FLAGS.steps, FLAGS.batch_size))
  for name, flowers in (('train', train), ('test', test)):
    metrics = estimator.evaluate(lambda: test_input_fn(*flowers), steps=1, name=name)
    print('\nEvaluation on the %s data' % name)
    for key, value in sorted(metrics.items()):
      print('  %-30s %.4f' % (key, value))

  print_predictions(estimator, *test)
  path = export(estimator)
  print_signatures(path)
  print('\nExported to %s' % path)
  if not FLAGS.model_dir:
    shutil.rmtree(model_dir)


if __name__ == '__main__':
  tf.app.run()
