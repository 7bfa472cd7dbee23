"""Three tasks on one net: an iris's species, the length of its petal, and whether it is large.

A program for TensorFlow 1: `multi_head` over a classification, a regression and a binary head, with loss
weights, example weights and a metric for each head; it exports a signature for each head.

    python flower_tasks.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import shutil
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.contrib import learn

SPECIES = ['setosa', 'versicolor', 'virginica']


def make_head():
  return learn.multi_head(
      heads=[
          learn.multi_class_head(
              n_classes=3, label_name='species', weight_column_name='weight', head_name='species',
              label_keys=SPECIES),
          learn.regression_head(label_name='petal', head_name='petal'),
          learn.multi_class_head(n_classes=2, label_name='large', head_name='large',
                                 thresholds=[0.25, 0.75]),
      ],
      loss_weights=[1., 0.5, 2.])


def model_fn(features, labels, mode, params):
  head = make_head()
  net = features['sepal']
  with tf.variable_scope('net'):
    initial = np.random.RandomState(9).normal(size=(2, 8))
    net = tf.contrib.layers.fully_connected(
        net, 8, weights_initializer=tf.constant_initializer(initial), activation_fn=tf.nn.tanh)
    logits = tf.contrib.layers.linear(
        net, head.logits_dimension, weights_initializer=tf.zeros_initializer())
  return head.create_model_fn_ops(
      features=features,
      labels=labels,
      mode=mode,
      train_op_fn=lambda loss: tf.contrib.layers.optimize_loss(
          loss=loss, global_step=tf.train.get_global_step(), learning_rate=params['rate'],
          optimizer=tf.train.GradientDescentOptimizer),
      logits=logits)


def input_fn():
  iris = learn.datasets.load_iris()
  data = iris.data.astype(np.float32)
  species = np.array(SPECIES)[iris.target]
  features = {
      'sepal': tf.constant(data[:, :2]),
      'weight': tf.constant(np.linspace(0.5, 1.5, 150, dtype=np.float32)[:, np.newaxis]),
  }
  labels = {
      'species': tf.constant(species[:, np.newaxis]),
      'petal': tf.constant(data[:, 2:3]),
      'large': tf.constant((data[:, :1] > 6).astype(np.int64)),
  }
  return features, labels


def serving_input_fn():
  examples = tf.placeholder(tf.string, [None], name='examples')
  spec = {
      'sepal': tf.FixedLenFeature([2], tf.float32),
      'weight': tf.FixedLenFeature([1], tf.float32, default_value=[1.]),
  }
  return learn.InputFnOps(tf.parse_example(examples, spec), None, {'examples': examples})


def main(unused_argv):
  model_dir = tempfile.mkdtemp()
  estimator = learn.Estimator(model_fn=model_fn, model_dir=model_dir, params={'rate': 0.05})
  estimator.fit(input_fn=input_fn, max_steps=200)
  print('Evaluation')
  for key, value in sorted(estimator.evaluate(input_fn=input_fn, steps=1).items()):
    print('  %-45s %.4f' % (key, value))
  print('The first flower')
  first = next(estimator.predict(input_fn=input_fn, as_iterable=True))
  for key, value in sorted((str(key), value) for key, value in first.items()):
    print('  %-45s %s' % (key, np.asarray(value).tolist()))
  path = estimator.export_savedmodel(
      tempfile.mkdtemp(), serving_input_fn, default_output_alternative_key='species')
  with tf.Graph().as_default(), tf.Session() as sess:
    graph = tf.saved_model.loader.load(sess, ['serve'], path)
  for name, signature in sorted(graph.signature_def.items()):
    print('Signature %s: %s, gives %s' % (
        name, signature.method_name, ', '.join(sorted(signature.outputs))))
  shutil.rmtree(model_dir)


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run(main=main)
