"""`tensorflow.contrib.rnn`."""
