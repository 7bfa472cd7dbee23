"""What an evaluation tells."""

import tensorflow as tf


def rent_metrics(rent, labels):
  return {
      'rmse': tf.contrib.metrics.streaming_root_mean_squared_error(rent, labels),
      'dear_ones_found': tf.contrib.metrics.streaming_recall(rent > 9., labels > 9.),
  }
