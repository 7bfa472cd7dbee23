"""Training, evaluating and running graphs without an Estimator."""
