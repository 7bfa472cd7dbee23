# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.bridge.namespace import EstimatorSpec as EstimatorSpec
from tf_spec_compat._tf.bridge.namespace import TPUEstimatorSpec as TPUEstimatorSpec
from tf_spec_compat._tf.bridge.namespace import estimator as estimator
from tf_spec_compat._tf.bridge.namespace import estimator_v2 as estimator_v2
from tf_spec_compat._tf.bridge.namespace import is_bridged as is_bridged
from tf_spec_compat._tf.deprecations import audible_deprecations as audible_deprecations
from tf_spec_compat._tf.deprecations import silenced_deprecations as silenced_deprecations
from tf_spec_compat._tf.internals import legacy_getattr as legacy_getattr
from tf_spec_compat._tf.internals import view_attributes as view_attributes
from tf_spec_compat._tf.keras import legacy_keras_problem as legacy_keras_problem
from tf_spec_compat._tf.paths import resolve as resolve
from tf_spec_compat._tf.python_keras import python_keras as python_keras
from tf_spec_compat._tf.resource_variables import BaseResourceVariable as BaseResourceVariable
from tf_spec_compat._tf.resource_variables import initialized_value as initialized_value
from tf_spec_compat._tf.versions import tf as tf
from tf_spec_compat._tf.versions import tf1 as tf1

__all__ = [
    "BaseResourceVariable",
    "EstimatorSpec",
    "TPUEstimatorSpec",
    "audible_deprecations",
    "estimator",
    "estimator_v2",
    "initialized_value",
    "is_bridged",
    "legacy_getattr",
    "legacy_keras_problem",
    "python_keras",
    "resolve",
    "silenced_deprecations",
    "tf",
    "tf1",
    "view_attributes",
]
