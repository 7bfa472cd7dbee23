"""`tensorflow.contrib.estimator`."""
