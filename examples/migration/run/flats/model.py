"""One hidden layer on all features."""

import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib

from flats import inputs
from flats import metrics


def model_fn(features, labels, mode, params):
  net = tf.concat([features[name] for name in inputs.FEATURES], axis=1)
  initial = np.linspace(-0.5, 0.5, len(inputs.FEATURES) * params['units'])
  net = layers.fully_connected(
      net, params['units'], weights_initializer=tf.constant_initializer(initial), scope='hidden')
  rent = layers.linear(net, 1, weights_initializer=tf.constant_initializer(0.5), scope='rent')
  predictions = {'rent': rent}
  if mode == model_fn_lib.ModeKeys.INFER:
    return model_fn_lib.ModelFnOps(mode, predictions)
  loss = tf.contrib.losses.mean_squared_error(rent, labels)
  train_op = layers.optimize_loss(
      loss, tf.contrib.framework.get_global_step(), params['learning_rate'], 'Adam')
  return model_fn_lib.ModelFnOps(
      mode, predictions, loss, train_op, eval_metric_ops=metrics.rent_metrics(rent, labels))
