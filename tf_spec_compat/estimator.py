"""`tf.estimator`, on every TensorFlow: `from tf_spec_compat.estimator import EstimatorSpec`.

TensorFlow dropped it in 2.16; there it is the real one of tensorflow-estimator. The module
is that namespace itself, which TensorFlow calls `tf.compat.v1.estimator`.
"""

from __future__ import annotations

import sys

from tf_spec_compat._tf import estimator

__all__: list[str] = []  # tf.estimator's own; this module is replaced by it

sys.modules[__name__] = estimator
