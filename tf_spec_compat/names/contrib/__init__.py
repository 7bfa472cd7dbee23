"""The table of each package of `tf.contrib` that is here."""
