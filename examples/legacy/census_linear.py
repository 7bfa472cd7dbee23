"""Guesses who earns much from a census, with a canned linear model.

A program for TensorFlow 1: `LinearClassifier` on sparse, bucketized and crossed columns, an input_fn from
pandas-like columns, a `ValidationMonitor`, and the weights that it learned. The census is made up.

    python census_linear.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import tempfile

import numpy as np
import tensorflow as tf

CATEGORICAL = ['education', 'job']
EDUCATION = ['none', 'school', 'college']
JOBS = ['baker', 'clerk', 'doctor', 'farmer']


def make_census(size, seed):
  random = np.random.RandomState(seed)
  education, job = random.randint(3, size=size), random.randint(4, size=size)
  age = random.randint(17, 80, size=size)
  rich = education + (job == 2) + (age > 30) + random.normal(size=size) * 0.3 > 2
  return {
      'education': np.array(EDUCATION)[education],
      'job': np.array(JOBS)[job],
      'age': age.astype(np.float32),
  }, rich.astype(np.int64)


def input_fn(census):
  columns, rich = census
  features = {'age': tf.constant(columns['age'])}
  for name in CATEGORICAL:
    features[name] = tf.SparseTensor(
        indices=[[i, 0] for i in range(len(rich))],
        values=columns[name],
        dense_shape=[len(rich), 1])
  return features, tf.constant(rich)


def main(unused_argv):
  education = tf.contrib.layers.sparse_column_with_keys('education', keys=EDUCATION)
  job = tf.contrib.layers.sparse_column_with_hash_bucket('job', hash_bucket_size=10)
  age = tf.contrib.layers.bucketized_column(
      tf.contrib.layers.real_valued_column('age'), boundaries=[20, 30, 40, 50, 60])
  both = tf.contrib.layers.crossed_column([education, job], hash_bucket_size=int(1e3))

  model_dir = tempfile.mkdtemp()
  classifier = tf.contrib.learn.LinearClassifier(
      feature_columns=[education, job, age, both],
      model_dir=model_dir,
      optimizer=tf.train.FtrlOptimizer(learning_rate=0.1, l1_regularization_strength=0.01),
      config=tf.contrib.learn.RunConfig(save_checkpoints_steps=50))
  train, test = make_census(400, seed=1), make_census(200, seed=2)
  monitor = tf.contrib.learn.monitors.ValidationMonitor(
      input_fn=lambda: input_fn(test), eval_steps=1, every_n_steps=50, check_interval_secs=None,
      early_stopping_metric='loss', early_stopping_rounds=200)
  classifier.fit(input_fn=lambda: input_fn(train), steps=100, monitors=[monitor])
  results = classifier.evaluate(input_fn=lambda: input_fn(test), steps=1)
  for key in sorted(results):
    print('%s: %.4f' % (key, results[key]))
  print('Validated at %d' % monitor.best_step)

  rich = list(classifier.predict_classes(input_fn=lambda: input_fn(test), as_iterable=True))
  chances = list(classifier.predict_proba(input_fn=lambda: input_fn(test)))
  print('Said to be rich: %d of %d' % (sum(rich), len(rich)))
  print('The first is with probability %.4f' % chances[0][1])
  for name in sorted(classifier.get_variable_names()):
    if 'Ftrl' not in name and 'ftrl' not in name:
      value = classifier.get_variable_value(name)
      print('  %-50s %-10s %.4f' % (name, value.shape, np.abs(value).sum()))


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
