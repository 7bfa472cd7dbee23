"""`tf.contrib.learn` under TensorFlow 2, built on the real `EstimatorSpec`.

Importing this package does not import TensorFlow and changes nothing; each name below loads what it
needs when it is first used.
"""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "EstimatorSpec": "._tf",
        "TPUEstimatorSpec": "._tf",
        "contrib": ".contrib:",
        "estimator": "._tf",
        "errors": ".errors:",
        "install": ".hook",
        "load_ipython_extension": ".hook",
        "model_fn_for_estimator": ".specs.adapt",
        "model_fn_for_tpu_estimator": ".specs.adapt",
        "to_estimator_spec": ".specs.convert",
        "to_model_fn_ops": ".specs.convert",
        "to_tpu_estimator_spec": ".specs.tpu",
        "unload_ipython_extension": ".hook",
    },
)
