# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import CLUSTERS_VAR_NAME as CLUSTERS_VAR_NAME
from tf_spec_compat._tf.private import COSINE_DISTANCE as COSINE_DISTANCE
from tf_spec_compat._tf.private import KMC2_INIT as KMC2_INIT
from tf_spec_compat._tf.private import KMEANS_PLUS_PLUS_INIT as KMEANS_PLUS_PLUS_INIT
from tf_spec_compat._tf.private import RANDOM_INIT as RANDOM_INIT
from tf_spec_compat._tf.private import SQUARED_EUCLIDEAN_DISTANCE as SQUARED_EUCLIDEAN_DISTANCE
from tf_spec_compat._tf.private import KMeans as KMeans

__all__ = [
    "CLUSTERS_VAR_NAME",
    "COSINE_DISTANCE",
    "KMC2_INIT",
    "KMEANS_PLUS_PLUS_INIT",
    "RANDOM_INIT",
    "SQUARED_EUCLIDEAN_DISTANCE",
    "KMeans",
]
