"""What TF 1.15.5's `tf.contrib.learn` did, recorded, and the comparison with this package."""
