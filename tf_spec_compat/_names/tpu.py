"""`tensorflow.contrib.tpu`: it is in TensorFlow and tensorflow-estimator."""

from __future__ import annotations

__all__ = ["ALIASES"]

_CONFIG = {
    name: f"tf.compat.v1.estimator.tpu.{name}"
    for name in ("InputPipelineConfig", "RunConfig", "TPUConfig")
}
_ESTIMATOR = {
    **{name: f"tf.compat.v1.estimator.tpu.{name}" for name in ("TPUEstimator", "TPUEstimatorSpec")},
    "export_estimator_savedmodel": "tf_spec_compat._tf.legacy_estimator",
}
_TPU = {
    name: f"tf.compat.v1.tpu.{name}"
    for name in (
        "batch_parallel",
        "core",
        "initialize_system",
        "outside_compilation",
        "replicate",
        "rewrite",
        "shard",
        "shutdown_system",
    )
}
_OPTIMIZER = {"CrossShardOptimizer": "tf.compat.v1.tpu.CrossShardOptimizer"}
_BFLOAT16 = {"bfloat16_scope": "tf.compat.v1.tpu.bfloat16_scope"}
_FEED = {"InfeedQueue": "tf_spec_compat._tf.tpu"}
_LOOP = {"repeat": "tf_spec_compat._tf.tpu", "while_loop": "tf_spec_compat._tf.tpu"}
_ASSIGNMENT = {
    "DeviceAssignment": "tf_spec_compat._tf.tpu",
    "device_assignment": "tf_spec_compat._tf.tpu",
}
_TOPOLOGY = {"Topology": "tf.compat.v1.tpu.experimental.Topology"}
_OPS = {
    "cross_replica_sum": "tf.compat.v1.tpu.cross_replica_sum",
    **dict.fromkeys(
        (
            "infeed_dequeue",
            "infeed_dequeue_tuple",
            "infeed_enqueue",
            "infeed_enqueue_tuple",
            "outfeed_dequeue",
            "outfeed_dequeue_tuple",
            "outfeed_enqueue",
            "outfeed_enqueue_tuple",
        ),
        "tf_spec_compat._tf.tpu",
    ),
}

_MODULES = {
    "bfloat16": _BFLOAT16,
    "device_assignment": _ASSIGNMENT,
    "topology": _TOPOLOGY,
    "tpu": _TPU,
    "tpu_config": _CONFIG,
    "tpu_estimator": {**_CONFIG, **_ESTIMATOR, **_OPTIMIZER},
    "tpu_feed": _FEED,
    "tpu_ops": _OPS,
    "tpu_optimizer": _OPTIMIZER,
    "training_loop": _LOOP,
}

ALIASES = {
    "tensorflow.contrib.tpu": {
        name: target for rows in _MODULES.values() for name, target in rows.items()
    },
    **{f"tensorflow.contrib.tpu.{name}": rows for name, rows in _MODULES.items()},
}
