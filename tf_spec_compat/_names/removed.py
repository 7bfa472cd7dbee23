"""Names that left packages of `tf.contrib` that are here otherwise, and what to use instead."""

from __future__ import annotations

__all__ = ["REMOVED_NAMES"]

# Legacy module in its short form, and the name -> advice.
REMOVED_NAMES = {
    "tensorflow.contrib.framework.CriticalSection": "use tf.CriticalSection",
    "tensorflow.contrib.framework.broadcast_to": "use tf.broadcast_to",
    "tensorflow.contrib.framework.prettyprint_ops": "use tf.print",
    "tensorflow.contrib.rnn.BidirectionalGridLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.CompiledWrapper": "use tf.function(jit_compile=True)",
    "tensorflow.contrib.rnn.Conv1DLSTMCell": "use tf.keras.layers.ConvLSTM1D",
    "tensorflow.contrib.rnn.Conv2DLSTMCell": "use tf.keras.layers.ConvLSTM2D",
    "tensorflow.contrib.rnn.Conv3DLSTMCell": "use tf.keras.layers.ConvLSTM3D",
    "tensorflow.contrib.rnn.ConvLSTMCell": "use tf.keras.layers.ConvLSTM2D and its siblings",
    "tensorflow.contrib.rnn.GridLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.PhasedLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.TimeFreqLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.BidirectionalGridLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.CompiledWrapper": "use tf.function(jit_compile=True)",
    "tensorflow.contrib.rnn.rnn_cell.Conv1DLSTMCell": "use tf.keras.layers.ConvLSTM1D",
    "tensorflow.contrib.rnn.rnn_cell.Conv2DLSTMCell": "use tf.keras.layers.ConvLSTM2D",
    "tensorflow.contrib.rnn.rnn_cell.Conv3DLSTMCell": "use tf.keras.layers.ConvLSTM3D",
    "tensorflow.contrib.rnn.rnn_cell.ConvLSTMCell": "use tf.keras.layers.ConvLSTM2D and its siblings",
    "tensorflow.contrib.rnn.rnn_cell.GridLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.PhasedLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.TimeFreqLSTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.CFNCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.LayerNormLSTMCell": "tf_spec_compat.contrib.rnn.LayerNormBasicLSTMCell is the nearest",
    "tensorflow.contrib.rnn.rnn_cell.MinimalRNNCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.NTMCell": "it has no successor in TensorFlow",
    "tensorflow.contrib.rnn.rnn_cell.WeightNormLSTMCell": "it has no successor in TensorFlow",
}
