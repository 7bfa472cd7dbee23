"""The vocabulary of a model_fn: modes, keys, metrics, and `ModelFnOps`, what it returns."""
