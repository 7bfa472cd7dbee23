"""Fits a curve until it gets no better on points that are held back, with the parts of contrib.estimator.

A program for TensorFlow 1.10-1.15: a model_fn on contrib.layers with a head of contrib.estimator and clipped
gradients, metrics added to it, train_and_evaluate with a hook that stops it early, and an id in the predictions.

    python early_stopping.py --patience=60
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import argparse
import os
import shutil
import tempfile

import numpy as np
import tensorflow as tf

from tensorflow.contrib.estimator.python.estimator import extenders
from tensorflow.contrib.estimator.python.estimator import head as head_lib

# TensorFlow 1.15 moved the hooks to tf.estimator.experimental.
early_stopping = (
    tf.contrib.estimator if hasattr(tf.contrib.estimator, 'stop_if_no_decrease_hook')
    else tf.estimator.experimental)


def make_points(number, seed):
  random = np.random.RandomState(seed)
  x = random.uniform(-2., 2., [number, 1])
  y = np.sin(2. * x) + 0.3 * random.randn(number, 1)
  features = {'x': np.hstack([x ** k for k in range(1, 9)]), 'weight': 1. + (x > 0), 'id': np.arange(number)[:, None]}
  features = {key: value.astype(np.int64 if key == 'id' else np.float32) for key, value in features.items()}
  return features, y.astype(np.float32)


def input_fn(number, seed, repeat):
  dataset = tf.data.Dataset.from_tensors(make_points(number, seed))
  return dataset.repeat() if repeat else dataset


def model_fn(features, labels, mode, params):
  net = tf.contrib.layers.fully_connected(
      features['x'] / 2. ** np.arange(8.), 3, activation_fn=tf.tanh,
      weights_initializer=tf.constant_initializer(np.linspace(-1., 1., 24)),
      weights_regularizer=tf.contrib.layers.l2_regularizer(1e-4), scope='hidden')
  logits = tf.contrib.layers.fully_connected(
      net, 1, activation_fn=None, weights_initializer=tf.constant_initializer([0.5, -0.5, 0.25]), scope='logits')
  head = head_lib.regression_head(weight_column='weight')
  optimizer = tf.contrib.estimator.clip_gradients_by_norm(
      tf.train.MomentumOptimizer(params['learning_rate'], 0.9), clip_norm=1.)
  return head.create_estimator_spec(
      features, mode, logits, labels, optimizer=optimizer, regularization_losses=tf.losses.get_regularization_losses())


def metric_fn(labels, predictions, features):
  error = tf.abs(labels - predictions['predictions'])
  return {
      'mean_absolute_error': tf.metrics.mean(error, features['weight']),
      'within_half': tf.metrics.mean(tf.to_float(error < 0.5)),
  }


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument('--patience', type=int, default=40)
  parser.add_argument('--max_steps', type=int, default=400)
  args = parser.parse_args()

  model_dir = tempfile.mkdtemp()
  estimator = tf.estimator.Estimator(
      model_fn,
      model_dir,
      tf.estimator.RunConfig(tf_random_seed=1, save_checkpoints_steps=20, keep_checkpoint_max=2),
      params={'learning_rate': 0.2})
  estimator = extenders.add_metrics(estimator, metric_fn)
  estimator = tf.contrib.estimator.forward_features(estimator, 'id')

  hook = early_stopping.stop_if_no_decrease_hook(
      estimator, 'loss', max_steps_without_decrease=args.patience, min_steps=60, run_every_secs=None, run_every_steps=20)
  metrics, _ = tf.estimator.train_and_evaluate(
      estimator,
      tf.estimator.TrainSpec(lambda: input_fn(12, 1, True), max_steps=args.max_steps, hooks=[hook]),
      tf.estimator.EvalSpec(lambda: input_fn(40, 2, False), steps=None, throttle_secs=0, start_delay_secs=0))
  for key, value in sorted(metrics.items()):
    print('%-20s %.4f' % (key, value))

  # Whether it has been better before, as the hook saw it.
  events = tf.gfile.Glob(os.path.join(estimator.eval_dir(), '*tfevents*'))
  history = {}
  for path in events:
    for event in tf.train.summary_iterator(path):
      for value in event.summary.value:
        if value.tag == 'loss':
          history[event.step] = value.simple_value
  for step, loss in sorted(history.items()):
    print('after %3d steps: %.4f' % (step, loss))

  for prediction in estimator.predict(lambda: input_fn(3, 3, False)):
    print('point %d: %.4f' % (prediction['id'][0], prediction['predictions'][0]))
  shutil.rmtree(model_dir)


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  main()
