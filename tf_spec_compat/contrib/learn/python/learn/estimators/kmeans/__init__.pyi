# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.kmeans import *
from tf_spec_compat.contrib.learn.estimators.kmeans import ModelFnOps as ModelFnOps
from tf_spec_compat.contrib.learn.estimators.kmeans import (
    _kmeans_clustering_model_fn as _kmeans_clustering_model_fn,
)
from tf_spec_compat.contrib.learn.estimators.kmeans import (
    _parse_tensor_or_dict as _parse_tensor_or_dict,
)

__all__ = ["KMeansClustering"]
