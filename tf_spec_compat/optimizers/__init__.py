"""`tensorflow.contrib.opt`: optimizers on `tf.compat.v1.train.Optimizer`, a file for each kind."""
