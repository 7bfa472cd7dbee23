# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.factorization import clustering_ops as clustering_ops
from tf_spec_compat.extras.factorization.kmeans import KMeansClustering as KMeansClustering

__all__ = ["KMeansClustering"]
