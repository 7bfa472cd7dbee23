"""The one door to TensorFlow: every private import and every version gate is in here.

Importing it loads nothing; what is asked for loads what it needs:

*   `tf` and `tf1`: TensorFlow itself, and its `tf.compat.v1` (`versions`).
*   `estimator`, `EstimatorSpec`, `TPUEstimatorSpec`: the real `tf.compat.v1.estimator` namespace
    and its two spec classes, on every supported TensorFlow; `estimator_v2`, that of TensorFlow 2;
    `is_bridged`, whether TensorFlow itself has none (`bridge`).
*   `silenced_deprecations`, `audible_deprecations`: TensorFlow's "deprecated" messages off and on
    (`deprecations`).
*   `legacy_keras_problem`: what code for Keras 2 lacks here (`keras`).
*   `resolve`: what is under a public path of TensorFlow or tf-slim (`paths`).
*   `python_keras`: what the modules of `tf.keras` were (`python_keras`).
*   `legacy_getattr`, `view_attributes`: what TensorFlow's own modules have lost (`internals`).
"""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "BaseResourceVariable": ".resource_variables",
        "EstimatorSpec": ".bridge.namespace",
        "TPUEstimatorSpec": ".bridge.namespace",
        "audible_deprecations": ".deprecations",
        "estimator": ".bridge.namespace",
        "estimator_v2": ".bridge.namespace",
        "initialized_value": ".resource_variables",
        "is_bridged": ".bridge.namespace",
        "legacy_getattr": ".internals",
        "legacy_keras_problem": ".keras",
        "python_keras": ".python_keras",
        "resolve": ".paths",
        "silenced_deprecations": ".deprecations",
        "tf": ".versions",
        "tf1": ".versions",
        "view_attributes": ".internals",
    },
)
