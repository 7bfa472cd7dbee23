"""K-means: TensorFlow's graph of it, and tensorflow-estimator's hooks around that graph.

Both live on without public names.
"""

from __future__ import annotations

from tensorflow.python.ops.clustering_ops import KMeans

from tf_spec_compat._tf import bridge  # noqa: F401 - makes tensorflow-estimator importable

from tensorflow_estimator.python.estimator.canned import kmeans  # isort: skip

__all__ = ["InitializeClustersHook", "KMeans", "LossRelativeChangeHook"]

InitializeClustersHook = kmeans._InitializeClustersHook
LossRelativeChangeHook = kmeans._LossRelativeChangeHook
