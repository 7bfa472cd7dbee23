# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.factorization import *
from tf_spec_compat.contrib.factorization import clustering_ops as clustering_ops
from tf_spec_compat.contrib.factorization import factorization_ops as factorization_ops
from tf_spec_compat.contrib.factorization import gmm_module as gmm_module
from tf_spec_compat.contrib.factorization import gmm_ops as gmm_ops
from tf_spec_compat.contrib.factorization import kmeans as kmeans

__all__ = [
    "COSINE_DISTANCE",
    "GMM",
    "KMEANS_PLUS_PLUS_INIT",
    "RANDOM_INIT",
    "SQUARED_EUCLIDEAN_DISTANCE",
    "GmmAlgorithm",
    "KMeans",
    "KMeansClustering",
    "WALSModel",
    "gmm",
]
