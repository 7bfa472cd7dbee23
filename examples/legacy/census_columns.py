"""Guesses who earns much from a census, with a wide and a deep part on feature columns.

A program for TensorFlow 1: its own model_fn on `tf.contrib.layers` feature columns of every kind,
trained with `optimize_loss` from parsed `tf.Example`s. The census is made up.

    python census_columns.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.learn.python.learn.estimators import head as head_lib
from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib

EDUCATION = ['none', 'school', 'college']
JOBS = ['baker', 'clerk', 'doctor', 'farmer', 'painter', 'teacher']


def make_census(size):
  """Returns a list of serialized `tf.Example`s."""
  random = np.random.RandomState(5)
  people = []
  for _ in range(size):
    education, job = random.randint(3), random.randint(6)
    age = float(random.randint(17, 80))
    score = education + (job == 2) + (30 < age < 60) + random.normal() * 0.3
    features = {
        'age': tf.train.Feature(float_list=tf.train.FloatList(value=[age])),
        'hours': tf.train.Feature(float_list=tf.train.FloatList(value=[float(random.randint(60))])),
        'education': tf.train.Feature(
            bytes_list=tf.train.BytesList(value=[EDUCATION[education].encode()])),
        'jobs': tf.train.Feature(
            bytes_list=tf.train.BytesList(
                value=[JOBS[j].encode() for j in sorted({job, random.randint(6)})])),
        'district': tf.train.Feature(int64_list=tf.train.Int64List(value=[random.randint(9)])),
        'rich': tf.train.Feature(int64_list=tf.train.Int64List(value=[int(score > 2)])),
    }
    example = tf.train.Example(features=tf.train.Features(feature=features))
    people.append(example.SerializeToString())
  return people


def make_columns():
  """Returns the columns of the wide part and those of the deep part."""
  age = layers.real_valued_column('age')
  hours = layers.real_valued_column('hours', normalizer=lambda hours: hours / 60.)
  age_range = layers.bucketized_column(age, boundaries=[25, 35, 50, 65])
  education = layers.sparse_column_with_keys('education', keys=EDUCATION)
  jobs = layers.sparse_column_with_hash_bucket('jobs', hash_bucket_size=20)
  district = layers.sparse_column_with_integerized_feature('district', bucket_size=9)
  wide = [
      education,
      jobs,
      district,
      age_range,
      layers.crossed_column([education, jobs], hash_bucket_size=50),
      layers.crossed_column([age_range, education], hash_bucket_size=100),
  ]
  ones = tf.constant_initializer
  deep = [
      hours,
      age_range,
      layers.one_hot_column(education),
      layers.embedding_column(jobs, dimension=2, combiner='mean', initializer=ones(0.3)),
      layers.embedding_column(district, dimension=3, initializer=ones(-0.2)),
  ]
  return wide, deep


def model_fn(features, labels, mode, params):
  head = head_lib.multi_class_head(2)
  wide, deep = make_columns()
  with tf.variable_scope('wide'):
    wide_logits, _, _ = layers.weighted_sum_from_feature_columns(features, wide, num_outputs=1)
  with tf.variable_scope('deep'):
    net = layers.input_from_feature_columns(features, deep)
    initial = np.random.RandomState(6).normal(scale=0.3, size=(int(net.shape[1]), 4))
    net = layers.fully_connected(net, 4, weights_initializer=tf.constant_initializer(initial))
    net = layers.dropout(net, keep_prob=1.0, is_training=mode == model_fn_lib.ModeKeys.TRAIN)
    deep_logits = layers.linear(net, 1, weights_initializer=tf.constant_initializer(0.1))
  layers.summarize_tensor(deep_logits, tag='deep_logits')

  def train_op_fn(loss):
    return layers.optimize_loss(
        loss,
        tf.contrib.framework.get_global_step(),
        learning_rate=params['learning_rate'],
        optimizer=lambda rate: tf.train.AdagradOptimizer(rate, initial_accumulator_value=0.1),
        clip_gradients=5.)

  return head.create_model_fn_ops(
      features, mode, labels, train_op_fn=train_op_fn, logits=wide_logits + deep_logits)


def make_input_fn(people):

  def input_fn():
    wide, deep = make_columns()
    spec = layers.create_feature_spec_for_parsing(wide + deep)
    spec['rich'] = tf.FixedLenFeature([1], tf.int64)
    features = tf.parse_example(tf.constant(people), spec)
    return features, features.pop('rich')

  return input_fn


def main(unused_argv):
  people = make_census(600)
  estimator = tf.contrib.learn.Estimator(
      model_fn, model_dir=tempfile.mkdtemp(), params={'learning_rate': 0.1})
  train_input_fn, test_input_fn = make_input_fn(people[:400]), make_input_fn(people[400:])
  estimator.fit(input_fn=train_input_fn, steps=100)
  for name, input_fn in (('train', train_input_fn), ('test', test_input_fn)):
    metrics = estimator.evaluate(input_fn=input_fn, steps=1, name=name)
    print(name, ', '.join('%s %.4f' % pair for pair in sorted(metrics.items())))
  for name in sorted(estimator.get_variable_names()):
    value = estimator.get_variable_value(name)
    print('%-75s %-9s %.5f' % (name, value.shape, np.abs(value).sum()))


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
