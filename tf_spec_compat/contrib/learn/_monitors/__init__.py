"""What `contrib.learn.monitors` is made of."""
