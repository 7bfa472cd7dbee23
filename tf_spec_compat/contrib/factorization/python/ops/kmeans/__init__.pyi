# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.factorization.kmeans import *
from tf_spec_compat.contrib.factorization.kmeans import clustering_ops as clustering_ops

__all__ = ["KMeansClustering"]
