"""The one door to TensorFlow: every private import and every version gate is in here.

`tf` and `tf1` are TensorFlow itself and load with this module. The rest loads on first use:

*   `estimator`, `EstimatorSpec`, `TPUEstimatorSpec`: the real `tf.compat.v1.estimator` namespace
    and its two spec classes, on every supported TensorFlow (`bridge`).
*   `silenced_deprecations`, `audible_deprecations`: TensorFlow's "deprecated" messages off and on
    (`deprecations`).
*   `legacy_keras_problem`: what code for Keras 2 lacks here (`keras`).
"""

from __future__ import annotations

from tf_spec_compat._tf.versions import load_tensorflow
from tf_spec_compat.names.lazy import attach

tf = load_tensorflow()
tf1 = tf.compat.v1

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "EstimatorSpec": ".bridge.namespace",
        "TPUEstimatorSpec": ".bridge.namespace",
        "audible_deprecations": ".deprecations",
        "estimator": ".bridge.namespace",
        "legacy_keras_problem": ".keras",
        "silenced_deprecations": ".deprecations",
    },
)
__all__ += ["tf", "tf1"]
