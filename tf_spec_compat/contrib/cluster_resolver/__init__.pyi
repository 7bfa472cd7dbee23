# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.cluster_resolver import cluster_resolver as cluster_resolver
from tf_spec_compat.contrib.cluster_resolver import gce_cluster_resolver as gce_cluster_resolver
from tf_spec_compat.contrib.cluster_resolver import (
    kubernetes_cluster_resolver as kubernetes_cluster_resolver,
)
from tf_spec_compat.contrib.cluster_resolver import python as python
from tf_spec_compat.contrib.cluster_resolver import slurm_cluster_resolver as slurm_cluster_resolver
from tf_spec_compat.contrib.cluster_resolver import (
    tfconfig_cluster_resolver as tfconfig_cluster_resolver,
)
from tf_spec_compat.contrib.cluster_resolver import tpu_cluster_resolver as tpu_cluster_resolver

__all__ = [
    "ClusterResolver",
    "GCEClusterResolver",
    "KubernetesClusterResolver",
    "SimpleClusterResolver",
    "SlurmClusterResolver",
    "TFConfigClusterResolver",
    "TPUClusterResolver",
    "UnionClusterResolver",
    "tpu_cluster_resolver",
]

class ClusterResolver(Any): ...
class GCEClusterResolver(Any): ...
class KubernetesClusterResolver(Any): ...
class SimpleClusterResolver(Any): ...
class SlurmClusterResolver(Any): ...
class TFConfigClusterResolver(Any): ...
class TPUClusterResolver(Any): ...
class UnionClusterResolver(Any): ...
