"""`tensorflow.contrib.framework`."""
