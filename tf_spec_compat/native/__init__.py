"""A legacy model_fn on TensorFlow 2's own runtime: eager mode on, functions, and no session.

*   `Model`: a `tf.Module` that a model_fn builds, which trains, evaluates, predicts and exports.
*   `from_estimator`: the same of an estimator that exists, canned ones among them.
"""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "Model": ".model",
        "from_estimator": ".estimators",
    },
)
