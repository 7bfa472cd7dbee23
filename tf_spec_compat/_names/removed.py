"""Names that left packages of `tf.contrib` that are here otherwise, and what to use instead."""

from __future__ import annotations

__all__ = ["REMOVED_NAMES"]

_NONE = "it has no successor in TensorFlow"
_SEQUENCE = "use the layer SequenceFeatures of Keras 2, in the package tf-keras"

_ESTIMATOR = {
    "DNNClassifierWithLayerAnnotations": "use tf.compat.v1.estimator.DNNClassifier",
    "DNNRegressorWithLayerAnnotations": "use tf.compat.v1.estimator.DNNRegressor",
    "RNNClassifier": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
    "RNNEstimator": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
    "TowerOptimizer": "use tf.distribute.MirroredStrategy",
    "boosted_trees_classifier_train_in_memory": "use the package tensorflow-decision-forests",
    "boosted_trees_regressor_train_in_memory": "use the package tensorflow-decision-forests",
    "multi_head": "use contrib.learn's multi_head, or MultiHead of tensorflow-estimator",
    "multi_label_head": "use contrib.learn's multi_label_head, or MultiLabelHead of "
    "tensorflow-estimator",
    "replicate_model_fn": "use tf.distribute.MirroredStrategy in RunConfig(train_distribute=...)",
}

_RNN = {"CompiledWrapper": "use tf.function(jit_compile=True)"}

_TPU = {
    "AsyncCheckpointSaverHook": "use tf.compat.v1.train.CheckpointSaverHook",
    "TPUDistributionStrategy": "use tf.distribute.TPUStrategy",
    "keras_to_tpu_model": "use tf.distribute.TPUStrategy",
    "profiler": "use tf.profiler.experimental",
}

# A cell that was never public.
_RNN_CELL = {
    **_RNN,
    "NTMCell": _NONE,
}

# Names of the first releases, which TensorFlow 1.15 had dropped already; programs still say them.
_SKFLOW = {
    "TensorFlowClassifier": "LinearClassifier",
    "TensorFlowDNNClassifier": "DNNClassifier",
    "TensorFlowDNNRegressor": "DNNRegressor",
    "TensorFlowEstimator": "Estimator",
    "TensorFlowLinearClassifier": "LinearClassifier",
    "TensorFlowLinearRegressor": "LinearRegressor",
    "TensorFlowRNNClassifier": "DynamicRnnEstimator",
    "TensorFlowRNNRegressor": "DynamicRnnEstimator",
    "TensorFlowRegressor": "LinearRegressor",
}

# Legacy module in its short form, and the name -> advice.
REMOVED_NAMES = {
    "tensorflow.contrib.data.CheckpointInputPipelineHook": "use a hook that saves "
    "tf.data.experimental.make_saveable_from_iterator",
    "tensorflow.contrib.data.LMDBDataset": "use the package tensorflow-io",
    "tensorflow.contrib.data.threadpool": "use tf.data.Options and its threading options",
    "tensorflow.contrib.feature_column.sequence_feature_column.sequence_input_layer": _SEQUENCE,
    "tensorflow.contrib.feature_column.sequence_input_layer": _SEQUENCE,
    "tensorflow.contrib.framework.CriticalSection": "use tf.CriticalSection",
    "tensorflow.contrib.framework.broadcast_to": "use tf.broadcast_to",
    "tensorflow.contrib.framework.prettyprint_ops": "use tf.print",
    "tensorflow.contrib.session_bundle.exporter.Exporter": "use "
    "tf.compat.v1.saved_model.Builder: nothing reads session bundles any more",
    **{f"tensorflow.contrib.estimator.{name}": advice for name, advice in _ESTIMATOR.items()},
    **{
        f"tensorflow.contrib.learn.{name}": f"it was dropped before TensorFlow 1.15; use {new}, in "
        "SKCompat for fit(x, y) with a batch_size"
        for name, new in _SKFLOW.items()
    },
    **{f"tensorflow.contrib.rnn.{name}": advice for name, advice in _RNN.items()},
    **{f"tensorflow.contrib.rnn.rnn_cell.{name}": advice for name, advice in _RNN_CELL.items()},
    **{f"tensorflow.contrib.tpu.{name}": advice for name, advice in _TPU.items()},
}
