"""Says of a house in Boston what it is worth and whether it is dear, from one model.

A program for TensorFlow 1: a model_fn that builds its `ModelFnOps` by hand, with an output alternative for
each of two questions, and exports all of them.

    python two_answers.py --export_dir=/tmp/boston
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

from tensorflow.contrib.learn.python.learn.estimators import constants
from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib
from tensorflow.contrib.learn.python.learn.estimators import prediction_key
from tensorflow.contrib.learn.python.learn.utils import input_fn_utils

DEAR = 25.  # Thousands of dollars.


def load_houses():
  boston = tf.contrib.learn.datasets.load_dataset('boston')
  data = (boston.data - boston.data.mean(axis=0)) / boston.data.std(axis=0)
  return data.astype(np.float32), boston.target.astype(np.float32)[:, np.newaxis]


def model_fn(features, labels, mode, params):
  net = features['measures']
  with tf.variable_scope('house'):
    weights = tf.get_variable('weights', [13, 2], initializer=tf.zeros_initializer())
    bias = tf.get_variable('bias', [2], initializer=tf.constant_initializer([22., 0.]))
    outputs = tf.nn.bias_add(tf.matmul(net, weights), bias)
  price = outputs[:, :1]
  probability = tf.sigmoid(outputs[:, 1:])
  key = prediction_key.PredictionKey
  predictions = {
      key.SCORES: price,
      key.PROBABILITIES: tf.concat([1 - probability, probability], axis=1),
      key.CLASSES: tf.to_int64(probability > 0.5),
  }

  loss, train_op, eval_metric_ops = None, None, {}
  if mode != model_fn_lib.ModeKeys.INFER:
    dear = tf.to_float(labels > DEAR)
    loss = tf.losses.mean_squared_error(labels, price) + 10. * tf.losses.sigmoid_cross_entropy(
        dear, outputs[:, 1:])
    eval_metric_ops['rmse'] = tf.metrics.root_mean_squared_error(labels, price)
    eval_metric_ops['accuracy'] = tf.contrib.metrics.streaming_accuracy(
        predictions[key.CLASSES], tf.to_int64(dear))
  if mode == model_fn_lib.ModeKeys.TRAIN:
    train_op = tf.train.MomentumOptimizer(params['learning_rate'], 0.9).minimize(
        loss, global_step=tf.contrib.framework.get_global_step())

  return model_fn_lib.ModelFnOps(
      mode=mode,
      predictions=predictions,
      loss=loss,
      train_op=train_op,
      eval_metric_ops=eval_metric_ops,
      output_alternatives={
          'price': (constants.ProblemType.LINEAR_REGRESSION, {key.SCORES: price}),
          'dear': (constants.ProblemType.CLASSIFICATION, {
              key.CLASSES: tf.as_string(predictions[key.CLASSES][:, 0]),
              key.PROBABILITIES: predictions[key.PROBABILITIES],
          }),
          'both': (constants.ProblemType.UNSPECIFIED, dict(predictions)),
      })


def serving_input_fn():
  spec = {'measures': tf.FixedLenFeature([13], tf.float32)}
  houses = tf.placeholder(tf.string, [None], name='houses')
  return input_fn_utils.InputFnOps(tf.parse_example(houses, spec), None, {'houses': houses})


def print_signatures(path, measures):
  houses = []
  for row in measures:
    feature = tf.train.Feature(float_list=tf.train.FloatList(value=row))
    example = tf.train.Example(features=tf.train.Features(feature={'measures': feature}))
    houses.append(example.SerializeToString())
  with tf.Graph().as_default(), tf.Session() as sess:
    model = tf.saved_model.loader.load(sess, [tf.saved_model.tag_constants.SERVING], path)
    for name, signature in sorted(model.signature_def.items()):
      print('Signature %s: %s' % (name, signature.method_name))
      takes = [tensor.name for tensor in signature.inputs.values()]
      for key, tensor in sorted(signature.outputs.items()):
        print('  %-15s %s' % (key, sess.run(tensor.name, {takes[0]: houses}).tolist()))


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument('--export_dir', default=os.path.join(tempfile.gettempdir(), 'two_answers'))
  parser.add_argument('--steps', type=int, default=200)
  args = parser.parse_args()

  measures, prices = load_houses()
  input_fn = lambda: ({'measures': tf.constant(measures)}, tf.constant(prices))
  model_dir = tempfile.mkdtemp()
  estimator = tf.contrib.learn.Estimator(
      model_fn,
      model_dir=model_dir,
      params={'learning_rate': 0.01},
      config=tf.contrib.learn.RunConfig(save_summary_steps=50, tf_random_seed=1))
  estimator.fit(input_fn=input_fn, steps=args.steps)
  for key, value in sorted(estimator.evaluate(input_fn=input_fn, steps=1).items()):
    print('%-12s %.4f' % (key, value))

  houses = tf.contrib.learn.io.numpy_input_fn(
      {'measures': measures[:4]}, batch_size=4, num_epochs=1, shuffle=False)
  for house in estimator.predict(input_fn=houses):
    print('worth %.3f, dear with probability %.4f' % (house['scores'][0], house['probabilities'][1]))

  path = estimator.export_savedmodel(
      args.export_dir, serving_input_fn, default_output_alternative_key='price')
  print_signatures(path, measures[:2])
  shutil.rmtree(model_dir)


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  main()
