"""A resolver that is imported, and not used on a CPU; those that need no service are."""

import json
import os
import tempfile

import tensorflow.compat.v1 as tf
from tensorflow.contrib import cluster_resolver as contrib_cluster_resolver
from tensorflow.contrib import tpu as contrib_tpu

USE_TPU = False
resolver = contrib_cluster_resolver.TPUClusterResolver("grpc://10.0.0.2:8470") if USE_TPU else None
config = contrib_tpu.RunConfig(cluster=resolver, model_dir=tempfile.mkdtemp())
print(config.cluster, contrib_cluster_resolver.TPUClusterResolver.__name__)

spec = tf.train.ClusterSpec({"ps": ["a:1", "b:2"], "worker": ["c:3"]})
simple = contrib_cluster_resolver.SimpleClusterResolver(
    spec, master="grpc://c:3", task_type="ps", task_id=1, rpc_layer="grpc"
)
print(sorted(simple.cluster_spec().as_dict().items()), simple.master())
print(simple.master("ps", 1), simple.task_type, simple.task_id, simple.rpc_layer)
other = contrib_cluster_resolver.SimpleClusterResolver(tf.train.ClusterSpec({"chief": ["d:4"]}))
union = contrib_cluster_resolver.UnionClusterResolver(simple, other)
print(sorted(union.cluster_spec().as_dict()), union.master(), union.task_type, union.task_id)
os.environ["TF_CONFIG"] = json.dumps(
    {"cluster": {"worker": ["e:5", "f:6"]}, "task": {"type": "worker", "index": 1}}
)
found = contrib_cluster_resolver.TFConfigClusterResolver()
print(found.cluster_spec().as_dict(), found.task_type, found.task_id, found.master("worker", 0))
del os.environ["TF_CONFIG"]
for make in (
    lambda: contrib_cluster_resolver.SimpleClusterResolver({"worker": ["c:3"]}),
    lambda: contrib_cluster_resolver.UnionClusterResolver(spec),
    lambda: contrib_cluster_resolver.UnionClusterResolver(),
    lambda: contrib_cluster_resolver.TPUClusterResolver(),
):
    try:
        make()
    except (TypeError, ValueError, RuntimeError, ImportError) as error:
        print(type(error).__name__, str(error)[:20])
