"""What an evaluation tells."""

import tensorflow.compat.v1 as tf


def rent_metrics(rent, labels):
  return {
      'rmse': tf.metrics.root_mean_squared_error(predictions=rent, labels=labels),
      'dear_ones_found': tf.metrics.recall(predictions=rent > 9., labels=labels > 9.),
  }
