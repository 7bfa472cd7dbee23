"""Sorts points that lie on circles, with a stack of fully connected layers under a multi-class head.

A program for TensorFlow 1: the first use of a Head, and what it makes of the three modes.

    python stacked_layers.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.learn.python.learn.datasets import synthetic
from tensorflow.contrib.learn.python.learn.estimators import estimator as estimator_lib
from tensorflow.contrib.learn.python.learn.estimators import head as head_lib


def initial_weights(shape, dtype=tf.float32, partition_info=None):
  values = np.random.RandomState(shape[0]).normal(size=[int(n) for n in shape])
  return tf.constant(values / np.sqrt(int(shape[0])), dtype=dtype)


def _my_model_fn(features, labels, mode):
  head = head_lib.multi_class_head(n_classes=3)
  net = layers.stack(
      features['point'], layers.fully_connected, [16, 8], scope='hidden',
      activation_fn=tf.nn.tanh, weights_initializer=initial_weights)
  with tf.contrib.framework.arg_scope([layers.fully_connected], weights_initializer=initial_weights):
    logits = layers.fully_connected(
        inputs=net, num_outputs=head.logits_dimension, activation_fn=None, scope='logits')

  def _train_op_fn(loss):
    return layers.optimize_loss(
        loss, global_step=None, learning_rate=0.2, optimizer='SGD', gradient_multipliers={
            'logits/biases': 0.5,
        })

  return head.create_model_fn_ops(
      features=features, labels=labels, mode=mode, train_op_fn=_train_op_fn, logits=logits)


def main(unused_argv):
  circles = synthetic.circles(n_samples=90, noise=0.03, seed=2, n_classes=3)
  points, rings = circles.data.astype(np.float32), circles.target.astype(np.int64)

  def input_fn():
    return {'point': tf.constant(points)}, tf.constant(rings)

  estimator = estimator_lib.Estimator(model_fn=_my_model_fn)
  for steps in (1, 49, 50):
    estimator.fit(input_fn=input_fn, steps=steps)
    metrics = estimator.evaluate(input_fn=input_fn, steps=1)
    print('After %d steps: loss %.4f, accuracy %.4f' % (
        metrics['global_step'], metrics['loss'], metrics['accuracy']))
  predictions = list(estimator.predict(input_fn=input_fn))
  print('Predicted: %s' % ' '.join('%d' % p['classes'] for p in predictions[::10]))
  print('Logits of the first: %s' % ' '.join('%.3f' % z for z in predictions[0]['logits']))
  print('Variables: %s' % ', '.join(sorted(estimator.get_variable_names())))


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
