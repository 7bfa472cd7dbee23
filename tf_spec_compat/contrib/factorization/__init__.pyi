# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import COSINE_DISTANCE as COSINE_DISTANCE
from tf_spec_compat._tf.private import KMEANS_PLUS_PLUS_INIT as KMEANS_PLUS_PLUS_INIT
from tf_spec_compat._tf.private import RANDOM_INIT as RANDOM_INIT
from tf_spec_compat._tf.private import SQUARED_EUCLIDEAN_DISTANCE as SQUARED_EUCLIDEAN_DISTANCE
from tf_spec_compat._tf.private import KMeans as KMeans
from tf_spec_compat.contrib.factorization import clustering_ops as clustering_ops
from tf_spec_compat.contrib.factorization import factorization_ops as factorization_ops
from tf_spec_compat.contrib.factorization import gmm_module as gmm_module
from tf_spec_compat.contrib.factorization import gmm_ops as gmm_ops
from tf_spec_compat.contrib.factorization import kmeans as kmeans
from tf_spec_compat.contrib.factorization import python as python
from tf_spec_compat.estimators.gmm import GMM as GMM
from tf_spec_compat.extras.factorization.factorization_ops import WALSModel as WALSModel
from tf_spec_compat.extras.factorization.gmm_ops import GmmAlgorithm as GmmAlgorithm
from tf_spec_compat.extras.factorization.gmm_ops import gmm as gmm
from tf_spec_compat.extras.factorization.kmeans import KMeansClustering as KMeansClustering

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
