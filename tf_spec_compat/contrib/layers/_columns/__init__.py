"""The feature columns of `tensorflow.contrib.layers`, a module for each kind."""
