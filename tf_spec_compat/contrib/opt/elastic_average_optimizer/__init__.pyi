# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.elastic_average import (
    ElasticAverageCustomGetter as ElasticAverageCustomGetter,
)
from tf_spec_compat.optimizers.elastic_average import (
    ElasticAverageOptimizer as ElasticAverageOptimizer,
)

__all__ = ["ElasticAverageCustomGetter", "ElasticAverageOptimizer"]
