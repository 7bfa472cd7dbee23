"""One hidden layer on all features."""

import numpy as np
import tensorflow.compat.v1 as tf
from tf_spec_compat import estimator as tf_estimator
from tf_spec_compat.contrib import layers

from flats import inputs
from flats import metrics
import tf_slim


def model_fn(features, labels, mode, params):
  net = tf.concat([features[name] for name in inputs.FEATURES], axis=1)
  initial = np.linspace(-0.5, 0.5, len(inputs.FEATURES) * params['units'])
  net = tf_slim.fully_connected(
      net, params['units'], weights_initializer=tf.constant_initializer(initial), scope='hidden')
  rent = tf_slim.linear(net, 1, weights_initializer=tf.constant_initializer(0.5), scope='rent')
  predictions = {'rent': rent}
  if mode == tf_estimator.ModeKeys.PREDICT:
    return tf_estimator.EstimatorSpec(mode=mode, predictions=predictions)
  loss = tf.losses.mean_squared_error(predictions=rent, labels=labels)
  train_op = layers.optimize_loss(
      loss, tf.train.get_global_step(), params['learning_rate'], 'Adam')
  return tf_estimator.EstimatorSpec(
      mode=mode, predictions=predictions, loss=loss, train_op=train_op, eval_metric_ops=metrics.rent_metrics(rent, labels))
