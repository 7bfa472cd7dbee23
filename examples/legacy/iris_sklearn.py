"""Sorts irises the scikit-learn way: a model_fn that returns a tuple, behind `SKCompat`.

A program for TensorFlow 1, in the style of the first `tf.contrib.learn` tutorials.

    python iris_sklearn.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib import learn

tf.logging.set_verbosity(tf.logging.ERROR)


def my_model(features, target):
  """Two hidden layers; returns predictions, the loss and what to run for a training step."""
  target = tf.one_hot(target, 3, 1, 0)
  random = np.random.RandomState(8)
  for units in (10, 10):
    weights = random.normal(scale=0.5, size=(int(features.shape[1]), units))
    features = layers.fully_connected(
        features, units, activation_fn=tf.tanh, weights_initializer=tf.constant_initializer(weights))
  logits = layers.fully_connected(
      features, 3, activation_fn=None, weights_initializer=tf.zeros_initializer())
  loss = tf.losses.softmax_cross_entropy(target, logits)
  train_op = layers.optimize_loss(
      loss, tf.contrib.framework.get_global_step(), optimizer='Adagrad', learning_rate=0.05)
  return {'class': tf.argmax(logits, 1), 'prob': tf.nn.softmax(logits)}, loss, train_op


def accuracy(labels, predictions):
  return np.mean(np.equal(labels, predictions))


def main():
  iris = learn.datasets.load_iris()
  order = np.random.RandomState(42).permutation(150)
  x, y = iris.data[order].astype(np.float32), iris.target[order].astype(np.int64)
  x_train, y_train, x_test, y_test = x[:120], y[:120], x[120:], y[120:]

  classifier = learn.SKCompat(learn.Estimator(model_fn=my_model))
  classifier.fit(x_train, y_train, steps=40, batch_size=120)
  predictions = classifier.predict(x_test)
  print('Accuracy: %.4f' % accuracy(y_test, predictions['class']))
  print('Probabilities of the first:', ' '.join('%.4f' % p for p in predictions['prob'][0]))

  score = classifier.score(
      x_test, y_test, batch_size=30, steps=1,
      metrics={
          'accuracy': learn.MetricSpec(tf.contrib.metrics.streaming_accuracy, prediction_key='class'),
      })
  for key, value in sorted(score.items()):
    print('%s: %.4f' % (key, value))

  # The estimator goes on from where it was.
  classifier.fit(x_train, y_train, steps=20, batch_size=120)
  predictions = classifier.predict(x_test)
  print('Accuracy: %.4f' % accuracy(y_test, predictions['class']))


if __name__ == '__main__':
  main()
