# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.bridge.constructors import TPU_SPECS as TPU_SPECS
from tf_spec_compat._tf.bridge.constructors import (
    new_classification_output as new_classification_output,
)
from tf_spec_compat._tf.bridge.constructors import new_estimator_spec as new_estimator_spec
from tf_spec_compat._tf.bridge.constructors import new_predict_output as new_predict_output
from tf_spec_compat._tf.bridge.constructors import new_regression_output as new_regression_output
from tf_spec_compat._tf.bridge.constructors import new_tpu_estimator_spec as new_tpu_estimator_spec
from tf_spec_compat._tf.bridge.namespace import EstimatorSpec as EstimatorSpec
from tf_spec_compat._tf.bridge.namespace import TPUEstimatorSpec as TPUEstimatorSpec
from tf_spec_compat._tf.bridge.namespace import estimator as estimator

__all__ = [
    "TPU_SPECS",
    "EstimatorSpec",
    "TPUEstimatorSpec",
    "estimator",
    "new_classification_output",
    "new_estimator_spec",
    "new_predict_output",
    "new_regression_output",
    "new_tpu_estimator_spec",
]
