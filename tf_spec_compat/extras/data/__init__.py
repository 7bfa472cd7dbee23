"""`tensorflow.contrib.data`."""
