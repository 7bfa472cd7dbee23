"""`tensorflow.contrib.testing`."""
