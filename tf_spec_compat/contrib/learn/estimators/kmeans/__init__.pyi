# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.kmeans import KMeansClustering as KMeansClustering
from tf_spec_compat.estimators.kmeans import (
    _kmeans_clustering_model_fn as _kmeans_clustering_model_fn,
)
from tf_spec_compat.estimators.kmeans import _parse_tensor_or_dict as _parse_tensor_or_dict
from tf_spec_compat.model.model_fn_ops import ModelFnOps as ModelFnOps

__all__ = ["KMeansClustering"]
