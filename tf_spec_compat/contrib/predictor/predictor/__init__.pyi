# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.predictor.predictor import Predictor as Predictor

__all__ = ["Predictor"]
