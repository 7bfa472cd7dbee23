"""Fits a line with gradients that are gathered from replicas before they are applied.

A program for TensorFlow 1: a head whose training op is `no_op_train_fn`, because a
`SyncReplicasOptimizer` makes the one that is used, along with the hook that it has need of.

    python sync_replicas.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import numpy as np
import tensorflow as tf
from tensorflow.contrib import learn


class CloseSessionHook(tf.train.SessionRunHook):
  """Closes the session after the last step.

  The thread that applies the gradients waits for more of them by then; the coordinator would give it
  two minutes to stop.
  """

  def after_create_session(self, session, coord):
    self._coord = coord

  def end(self, session):
    self._coord.request_stop()
    session.close()


def model_fn(features, labels, mode, params):
  head = learn.regression_head(label_dimension=1)
  logits = tf.contrib.layers.linear(
      features['x'], head.logits_dimension, weights_initializer=tf.zeros_initializer(), scope='line')
  ops = head.create_model_fn_ops(
      features, mode, labels=labels, train_op_fn=learn.no_op_train_fn, logits=logits)
  if mode != learn.ModeKeys.TRAIN:
    return ops

  optimizer = tf.train.SyncReplicasOptimizer(
      tf.train.GradientDescentOptimizer(params['learning_rate']),
      replicas_to_aggregate=params['replicas'],
      total_num_replicas=params['replicas'])
  train_op = optimizer.minimize(ops.loss, global_step=tf.train.get_global_step())
  hooks = [optimizer.make_session_run_hook(is_chief=True), CloseSessionHook()]
  return ops._replace(train_op=train_op, training_hooks=hooks)


def main(unused_argv):
  x = np.linspace(-1, 1, 20, dtype=np.float32)[:, np.newaxis]
  y = 3 * x - 1

  def input_fn():
    return {'x': tf.constant(x)}, tf.constant(y)

  estimator = learn.Estimator(model_fn, params={'learning_rate': 0.1, 'replicas': 1})
  estimator.fit(input_fn=input_fn, steps=50)
  metrics = estimator.evaluate(input_fn=input_fn, steps=1)
  print('Loss %.5f after %d steps' % (metrics['loss'], metrics['global_step']))
  print('y = %.3f x + %.3f' % (
      estimator.get_variable_value('line/weights')[0, 0], estimator.get_variable_value('line/biases')[0]))


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
