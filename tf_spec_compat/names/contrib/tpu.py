"""`tensorflow.contrib.tpu`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_PRIVATE = (
    "infeed_dequeue infeed_dequeue_tuple infeed_enqueue infeed_enqueue_tuple outfeed_dequeue "
    "outfeed_dequeue_tuple outfeed_enqueue outfeed_enqueue_tuple"
)
_TF1_TPU = (
    "batch_parallel core initialize_system outside_compilation replicate rewrite shard "
    "shutdown_system"
)

TABLE = Table(
    hint="tf.compat.v1.tpu and tf.compat.v1.estimator.tpu have its public names",
    modules={
        "": {
            "_tf.private": (
                _PRIVATE
                + " DeviceAssignment InfeedQueue device_assignment export_estimator_savedmodel "
                "repeat while_loop"
            ),
            "tf.compat.v1.estimator.tpu": (
                "InputPipelineConfig RunConfig TPUConfig TPUEstimator TPUEstimatorSpec"
            ),
            "tf.compat.v1.tpu": _TF1_TPU + " CrossShardOptimizer bfloat16_scope cross_replica_sum",
            "tf.compat.v1.tpu.experimental": "Topology",
        },
        "bfloat16": {"tf.compat.v1.tpu": "bfloat16_scope"},
        "device_assignment": {"_tf.private": "DeviceAssignment device_assignment"},
        "topology": {"tf.compat.v1.tpu.experimental": "Topology"},
        "tpu": {"tf.compat.v1.tpu": _TF1_TPU},
        "tpu_config": {"tf.compat.v1.estimator.tpu": "InputPipelineConfig RunConfig TPUConfig"},
        "tpu_estimator": {
            "_tf.private": "export_estimator_savedmodel",
            "tf.compat.v1.estimator.tpu": (
                "InputPipelineConfig RunConfig TPUConfig TPUEstimator TPUEstimatorSpec"
            ),
            "tf.compat.v1.tpu": "CrossShardOptimizer",
        },
        "tpu_feed": {"_tf.private": "InfeedQueue"},
        "tpu_ops": {
            "_tf.private": _PRIVATE,
            "tf.compat.v1.tpu": "cross_replica_sum",
        },
        "tpu_optimizer": {"tf.compat.v1.tpu": "CrossShardOptimizer"},
        "training_loop": {"_tf.private": "repeat while_loop"},
    },
    gone={
        "AsyncCheckpointSaverHook": "use tf.compat.v1.train.CheckpointSaverHook",
        "TPUDistributionStrategy": "use tf.distribute.TPUStrategy",
        "_tpu_estimator_embedding": "it was the inside of TPUEstimator; use tensorflow.contrib.tpu",
        "async_checkpoint": "use tf.compat.v1.train.CheckpointSaverHook",
        "datasets": "use tf.data.Dataset",
        "error_handling": "it was the inside of TPUEstimator; use tensorflow.contrib.tpu",
        "feature_column": "use tf.tpu.experimental.embedding.TPUEmbedding",
        "functional": "use tf.function",
        "keras_support": "use tf.distribute.TPUStrategy",
        "keras_to_tpu_model": "use tf.distribute.TPUStrategy",
        "keras_tpu_variables": "use tf.distribute.TPUStrategy",
        "profiler": "use tf.profiler.experimental",
        "session_support": "use tf.distribute.TPUStrategy",
        "tensor_tracer": "it has no successor in TensorFlow",
        "tpu_context": "it was the inside of TPUEstimator; use tensorflow.contrib.tpu",
        "tpu_embedding": "use tf.tpu.experimental.embedding.TPUEmbedding",
        "tpu_embedding_gradient": "use tf.tpu.experimental.embedding.TPUEmbedding",
        "tpu_function": "use tf.compat.v1.tpu",
        "tpu_sharding": "use tf.compat.v1.tpu",
        "tpu_system_metadata": "use tf.tpu.experimental.initialize_tpu_system",
        "util": "it was the inside of TPUEstimator; use tensorflow.contrib.tpu",
    },
)
