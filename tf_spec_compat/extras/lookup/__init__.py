"""`tensorflow.contrib.lookup`."""
