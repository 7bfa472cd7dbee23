"""Names that left packages of `tf.contrib` that are here otherwise, and what to use instead."""

from __future__ import annotations

__all__ = ["REMOVED_NAMES"]

_NONE = "it has no successor in TensorFlow"

# Legacy module in its short form, and the name -> advice.
REMOVED_NAMES = {
    "tensorflow.contrib.framework.CriticalSection": "use tf.CriticalSection",
    "tensorflow.contrib.framework.broadcast_to": "use tf.broadcast_to",
    "tensorflow.contrib.framework.prettyprint_ops": "use tf.print",
    "tensorflow.contrib.session_bundle.exporter.Exporter": "use tf.compat.v1.saved_model.Builder: "
    "nothing reads session bundles any more",
    "tensorflow.contrib.rnn.BidirectionalGridLSTMCell": _NONE,
    "tensorflow.contrib.rnn.CompiledWrapper": "use tf.function(jit_compile=True)",
    "tensorflow.contrib.rnn.Conv1DLSTMCell": "use tf.keras.layers.ConvLSTM1D",
    "tensorflow.contrib.rnn.Conv2DLSTMCell": "use tf.keras.layers.ConvLSTM2D",
    "tensorflow.contrib.rnn.Conv3DLSTMCell": "use tf.keras.layers.ConvLSTM3D",
    "tensorflow.contrib.rnn.ConvLSTMCell": "use tf.keras.layers.ConvLSTM2D and its siblings",
    "tensorflow.contrib.rnn.GridLSTMCell": _NONE,
    "tensorflow.contrib.rnn.PhasedLSTMCell": _NONE,
    "tensorflow.contrib.rnn.TimeFreqLSTMCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.BidirectionalGridLSTMCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.CompiledWrapper": "use tf.function(jit_compile=True)",
    "tensorflow.contrib.rnn.rnn_cell.Conv1DLSTMCell": "use tf.keras.layers.ConvLSTM1D",
    "tensorflow.contrib.rnn.rnn_cell.Conv2DLSTMCell": "use tf.keras.layers.ConvLSTM2D",
    "tensorflow.contrib.rnn.rnn_cell.Conv3DLSTMCell": "use tf.keras.layers.ConvLSTM3D",
    "tensorflow.contrib.rnn.rnn_cell.ConvLSTMCell": "use tf.keras.layers.ConvLSTM2D and its siblings",
    "tensorflow.contrib.rnn.rnn_cell.GridLSTMCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.PhasedLSTMCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.TimeFreqLSTMCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.CFNCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.LayerNormLSTMCell": "LayerNormBasicLSTMCell is near",
    "tensorflow.contrib.rnn.rnn_cell.MinimalRNNCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.NTMCell": _NONE,
    "tensorflow.contrib.rnn.rnn_cell.WeightNormLSTMCell": _NONE,
    "tensorflow.contrib.estimator.DNNClassifierWithLayerAnnotations": "use tf.compat.v1.estimator.DNNClassifier",
    "tensorflow.contrib.estimator.DNNRegressorWithLayerAnnotations": "use tf.compat.v1.estimator.DNNRegressor",
    "tensorflow.contrib.estimator.RNNClassifier": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
    "tensorflow.contrib.estimator.RNNEstimator": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
    "tensorflow.contrib.estimator.TowerOptimizer": "use tf.distribute.MirroredStrategy",
    "tensorflow.contrib.estimator.boosted_trees_classifier_train_in_memory": "use the package tensorflow-decision-forests",
    "tensorflow.contrib.estimator.boosted_trees_regressor_train_in_memory": "use the package tensorflow-decision-forests",
    "tensorflow.contrib.estimator.multi_head": "use contrib.learn's multi_head, or MultiHead of tensorflow-estimator",
    "tensorflow.contrib.estimator.multi_label_head": "use contrib.learn's multi_label_head, or MultiLabelHead of tensorflow-estimator",
    "tensorflow.contrib.estimator.replicate_model_fn": "use tf.distribute.MirroredStrategy in RunConfig(train_distribute=...)",
    "tensorflow.contrib.tpu.TPUDistributionStrategy": "use tf.distribute.TPUStrategy",
    "tensorflow.contrib.tpu.keras_to_tpu_model": "use tf.distribute.TPUStrategy",
    "tensorflow.contrib.tpu.profiler": "use tf.profiler.experimental",
}
