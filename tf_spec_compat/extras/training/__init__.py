"""`tensorflow.contrib.training`."""
