"""What `estimator` is made of."""
