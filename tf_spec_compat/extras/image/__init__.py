"""`tf.contrib.image`."""
