# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.model.prediction_key import PredictionKey as PredictionKey

__all__ = ["PredictionKey"]
