"""What an evaluation tells."""

import tensorflow.compat.v1 as tf
from tf_spec_compat import contrib


def rent_metrics(rent, labels):
  return {
      'rmse': contrib.metrics.streaming_root_mean_squared_error(rent, labels),
      'dear_ones_found': contrib.metrics.streaming_recall(rent > 9., labels > 9.),
  }
