# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import checkpoint_management as checkpoint_management
from tf_spec_compat._tf.private import monitored_session as monitored_session
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as saved_model_export_utils
from tf_spec_compat.estimators.predictor.contrib_estimator_predictor import (
    ContribEstimatorPredictor as ContribEstimatorPredictor,
)

__all__ = ["ContribEstimatorPredictor"]
