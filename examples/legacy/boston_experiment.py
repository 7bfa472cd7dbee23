"""Estimates what houses in Boston are worth, as an experiment that trains, evaluates and exports.

A program for TensorFlow 1, laid out as for a cloud machine-learning service: hyperparameters, a model_fn
with `optimize_loss`, an `Experiment` that `learn_runner` runs, and an export strategy.

    python boston_experiment.py --output_dir=/tmp/boston --hparams=learning_rate=0.1
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import json
import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.contrib.learn.python.learn import learn_runner
from tensorflow.contrib.learn.python.learn import metric_spec
from tensorflow.contrib.learn.python.learn.utils import saved_model_export_utils
from tensorflow.contrib.training.python.training import hparam

flags = tf.app.flags
flags.DEFINE_string('output_dir', '', 'Folder for checkpoints and exports.')
flags.DEFINE_string('hparams', '', 'Hyperparameters, as in "learning_rate=0.1".')
FLAGS = flags.FLAGS

MEASURES = ['crime', 'rooms', 'age', 'distance', 'pupils', 'status']
INDICES = [0, 5, 6, 7, 10, 12]


def load_houses():
  boston = tf.contrib.learn.datasets.load_dataset('boston')
  data = boston.data[:, INDICES]
  data = (data - data.mean(axis=0)) / data.std(axis=0)
  return data.astype(np.float32), boston.target.astype(np.float32)


def make_input_fn(rows, batch_size, num_epochs=None):
  data, prices = load_houses()
  return tf.contrib.learn.io.numpy_input_fn(
      {name: data[rows, i:i + 1] for i, name in enumerate(MEASURES)},
      prices[rows, np.newaxis],
      batch_size=batch_size,
      num_epochs=num_epochs,
      shuffle=False)


def model_fn(features, labels, mode, params):
  net = tf.concat([features[name] for name in MEASURES], axis=1)
  net = tf.contrib.layers.fully_connected(
      net,
      params.hidden_units,
      weights_initializer=tf.constant_initializer(
          np.random.RandomState(3).normal(size=(len(MEASURES), params.hidden_units))),
      weights_regularizer=tf.contrib.layers.l2_regularizer(1e-3),
      scope='hidden')
  price = tf.contrib.layers.linear(
      net,
      1,
      weights_initializer=tf.zeros_initializer(),
      biases_initializer=tf.constant_initializer(20.),
      scope='price')

  loss, train_op = None, None
  if mode != tf.contrib.learn.ModeKeys.INFER:
    tf.losses.mean_squared_error(labels, price)
    loss = tf.losses.get_total_loss()
  if mode == tf.contrib.learn.ModeKeys.TRAIN:
    train_op = tf.contrib.layers.optimize_loss(
        loss,
        tf.contrib.framework.get_global_step(),
        learning_rate=params.learning_rate,
        optimizer='SGD',
        clip_gradients=params.clip_gradients,
        learning_rate_decay_fn=lambda rate, step: tf.train.exponential_decay(rate, step, 100, 0.9),
        summaries=['learning_rate', 'loss', 'gradient_norm'])
  return tf.contrib.learn.ModelFnOps(mode, {'price': price}, loss, train_op)


def make_experiment_fn(hparams):

  def experiment_fn(output_dir):
    estimator = tf.contrib.learn.Estimator(
        model_fn,
        model_dir=output_dir,
        params=hparams,
        config=tf.contrib.learn.RunConfig(
            tf_random_seed=4, save_checkpoints_steps=100, keep_checkpoint_max=3))
    serving_input_fn = tf.contrib.learn.build_parsing_serving_input_fn(
        {name: tf.FixedLenFeature([1], tf.float32) for name in MEASURES})
    return tf.contrib.learn.Experiment(
        estimator,
        train_input_fn=make_input_fn(slice(None, 400), hparams.batch_size),
        eval_input_fn=make_input_fn(slice(400, None), 106, num_epochs=1),
        train_steps=hparams.train_steps,
        eval_steps=1,
        eval_metrics={
            'rmse': metric_spec.MetricSpec(
                metric_fn=tf.contrib.metrics.streaming_root_mean_squared_error,
                prediction_key='price'),
            'mean': tf.contrib.learn.MetricSpec(
                metric_fn=lambda predictions, labels: tf.metrics.mean(predictions),
                prediction_key='price'),
        },
        export_strategies=[
            saved_model_export_utils.make_export_strategy(
                serving_input_fn, default_output_alternative_key=None, exports_to_keep=1)
        ])

  return experiment_fn


def main(unused_argv):
  tf.logging.set_verbosity(tf.logging.ERROR)
  hparams = hparam.HParams(
      hidden_units=8, learning_rate=0.02, clip_gradients=20., batch_size=50, train_steps=300)
  hparams.parse(FLAGS.hparams)
  print('Hyperparameters %s' % json.dumps(json.loads(hparams.to_json()), sort_keys=True))
  output_dir = FLAGS.output_dir or tempfile.mkdtemp()

  metrics, exports = learn_runner.run(
      make_experiment_fn(hparams), output_dir, schedule='train_and_evaluate')
  for key, value in sorted(metrics.items()):
    print('%-12s %.4f' % (key, value))
  print('Exports: %d' % len(exports))

  for name, shape in tf.contrib.framework.list_variables(output_dir):
    if not name.startswith('OptimizeLoss/price'):
      print('  %s %s' % (name, shape))
  tags = set()
  for event_file in tf.gfile.Glob(os.path.join(output_dir, 'events*')):
    for event in tf.train.summary_iterator(event_file):
      tags.update(value.tag for value in event.summary.value)
  print('Summaries: %s' % ', '.join(sorted(tags)))
  rate = tf.contrib.framework.load_variable(output_dir, 'OptimizeLoss/learning_rate')
  print('Learning rate at the start %.3f' % rate)


if __name__ == '__main__':
  tf.app.run()
