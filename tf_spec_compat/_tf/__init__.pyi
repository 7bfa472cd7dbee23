# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.bridge.namespace import EstimatorSpec as EstimatorSpec
from tf_spec_compat._tf.bridge.namespace import TPUEstimatorSpec as TPUEstimatorSpec
from tf_spec_compat._tf.bridge.namespace import estimator as estimator
from tf_spec_compat._tf.deprecations import audible_deprecations as audible_deprecations
from tf_spec_compat._tf.deprecations import silenced_deprecations as silenced_deprecations
from tf_spec_compat._tf.keras import legacy_keras_problem as legacy_keras_problem

__all__ = [
    "EstimatorSpec",
    "TPUEstimatorSpec",
    "audible_deprecations",
    "estimator",
    "legacy_keras_problem",
    "silenced_deprecations",
    "tf",
    "tf1",
]

tf: Any
tf1: Any
