# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import monitored_session as monitored_session
from tf_spec_compat.estimators.predictor.core_estimator_predictor import (
    CoreEstimatorPredictor as CoreEstimatorPredictor,
)

__all__ = ["CoreEstimatorPredictor"]
