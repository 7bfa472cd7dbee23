"""Modules of carried packages that are not here themselves, and what to use instead; data only."""

from __future__ import annotations

__all__ = ["REMOVED_MODULES"]

_NONE = "it has no successor in TensorFlow"
_STRATEGY = "use tf.distribute.TPUStrategy"
_INSIDE = "it was the inside of TPUEstimator; use tensorflow.contrib.tpu"
_TPU = "use tf.compat.v1.tpu"

# Legacy module in its short form -> advice. A test resolves every `tf....` path in these texts.
REMOVED_MODULES = {
    f"tensorflow.contrib.{path}": advice
    for path, advice in {
        "data.get_single_element": "use tf.data.experimental.get_single_element",
        "data.threadpool": "use tf.data.Options and its threading options",
        "data.unique": "use tf.data.experimental.unique",
        "estimator.boosted_trees": "use the package tensorflow-decision-forests",
        "estimator.dnn_with_layer_annotations": "use tf.compat.v1.estimator.DNNClassifier",
        "estimator.early_stopping": "use tf.compat.v1.estimator.experimental."
        "stop_if_no_decrease_hook and its siblings",
        "estimator.exporter": "use tf.compat.v1.estimator.LatestExporter",
        "estimator.hooks": "use tf.compat.v1.estimator.experimental.InMemoryEvaluatorHook",
        "estimator.logit_fns": "use tf.compat.v1.estimator.experimental.dnn_logit_fn_builder and "
        "its siblings",
        "estimator.multi_head": "use contrib.learn's multi_head",
        "estimator.replicate_model_fn": "use tf.distribute.MirroredStrategy in "
        "RunConfig(train_distribute=...)",
        "estimator.rnn": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
        "estimator.saved_model_estimator": "SavedModelEstimator is in tensorflow.contrib.estimator",
        "framework.gen_variable_ops": "use tf.compat.v1.zeros_initializer",
        "framework.prettyprint_ops": "use tf.print",
        "layers.ops": "sparse_feature_cross is in tensorflow.contrib.layers.python.layers",
        "layers.ops.gen_sparse_feature_cross_op": "sparse_feature_cross is in "
        "tensorflow.contrib.layers.python.ops.sparse_feature_cross_op",
        "learn.datasets.produce_small_datasets": "it was a script that made the small data sets",
        "learn.preprocessing.tests": "it held tests",
        "rnn.kernel_tests": "it held tests",
        "rnn.kernel_tests.benchmarking": "it held tests",
        "rnn.tools": "it held a script",
        "rnn.tools.checkpoint_convert": "it renamed variables of TensorFlow 1.1 and older: do it "
        "with tf.compat.v1.train.init_from_checkpoint",
        "tpu._tpu_estimator_embedding": _INSIDE,
        "tpu.async_checkpoint": "use tf.compat.v1.train.CheckpointSaverHook",
        "tpu.datasets": "use tf.data.Dataset",
        "tpu.error_handling": _INSIDE,
        "tpu.feature_column": "use tf.tpu.experimental.embedding.TPUEmbedding",
        "tpu.functional": "use tf.function",
        "tpu.keras_support": _STRATEGY,
        "tpu.keras_tpu_variables": _STRATEGY,
        "tpu.profiler": "use tf.profiler.experimental",
        "tpu.session_support": _STRATEGY,
        "tpu.tensor_tracer": _NONE,
        "tpu.tpu_context": _INSIDE,
        "tpu.tpu_embedding": "use tf.tpu.experimental.embedding.TPUEmbedding",
        "tpu.tpu_embedding_gradient": "use tf.tpu.experimental.embedding.TPUEmbedding",
        "tpu.tpu_function": _TPU,
        "tpu.tpu_sharding": _TPU,
        "tpu.tpu_system_metadata": "use tf.tpu.experimental.initialize_tpu_system",
        "tpu.util": _INSIDE,
    }.items()
}
