# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.estimator.rnn import RNNClassifier as RNNClassifier
from tf_spec_compat.extras.estimator.rnn import RNNEstimator as RNNEstimator

__all__ = ["RNNClassifier", "RNNEstimator"]
