# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import export_estimator_savedmodel as export_estimator_savedmodel

__all__ = [
    "CrossShardOptimizer",
    "InputPipelineConfig",
    "RunConfig",
    "TPUConfig",
    "TPUEstimator",
    "TPUEstimatorSpec",
    "export_estimator_savedmodel",
]

class CrossShardOptimizer(Any): ...
class InputPipelineConfig(Any): ...
class RunConfig(Any): ...
class TPUConfig(Any): ...
class TPUEstimator(Any): ...
class TPUEstimatorSpec(Any): ...
