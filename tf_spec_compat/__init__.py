"""`tf.contrib.learn` under TensorFlow 2, built on the real `EstimatorSpec`.

Importing this package does not import TensorFlow and changes nothing; each name below loads what it
needs when it is first used.

The examples of docstrings run in a graph, those of `native` in eager mode, and begin with

    import numpy as np
    import tensorflow.compat.v1 as tf
    import tf_spec_compat
    from tf_spec_compat import layers, learn  # tf.contrib's
"""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__version__ = "0.2.0"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "EstimatorSpec": "._tf",
        "Head": ".heads.head",
        "MetricSpec": ".model.metric_spec",
        "ModeKeys": ".model.mode_keys",
        "ModelFnOps": ".model.model_fn_ops",
        "PredictionKey": ".model.prediction_key",
        "ProblemType": ".model.problem_type",
        "TPUEstimatorSpec": "._tf",
        "as_contrib_head": ".heads.core_heads",
        "as_estimator_head": ".heads.core_heads",
        "binary_svm_head": ".heads.factories",
        "contrib": ".contrib:",
        "errors": ".errors:",
        "estimator": "._tf",
        "install": ".hook",
        "layers": ".contrib.layers:",
        "learn": ".contrib.learn:",
        "load_ipython_extension": ".hook",
        "loss_only_head": ".heads.factories",
        "model_fn_for_estimator": ".specs.model_fn",
        "model_fn_for_tpu_estimator": ".specs.model_fn",
        "multi_class_head": ".heads.factories",
        "multi_head": ".heads.factories",
        "multi_label_head": ".heads.factories",
        "native": ".native:",
        "poisson_regression_head": ".heads.factories",
        "regression_head": ".heads.factories",
        "testing": ".testing:",
        "to_estimator_spec": ".specs.estimator_spec",
        "to_export_outputs": ".model.export_outputs",
        "to_model_fn_ops": ".specs.estimator_spec",
        "to_output_alternatives": ".model.export_outputs",
        "to_signature_defs": ".model.export_outputs",
        "to_tpu_estimator_spec": ".specs.tpu_estimator_spec",
        "unload_ipython_extension": ".hook",
        "use_legacy_keras": "._tf.keras",
    },
)
__all__ += ["__version__"]
