"""`tensorflow.contrib.rnn`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="tf.compat.v1.nn.rnn_cell and tf.compat.v1.nn.dynamic_rnn have its cells and functions",
    modules={
        "": {
            "_tf.rnn_cells": (
                "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell "
                "LSTMStateTuple LayerRNNCell MultiRNNCell RNNCell ResidualWrapper "
                "best_effort_input_batch_size transpose_batch_time"
            ),
            "extras.rnn.conv": "Conv1DLSTMCell Conv2DLSTMCell Conv3DLSTMCell ConvLSTMCell",
            "extras.rnn.core_rnn_cell": (
                "EmbeddingWrapper InputProjectionWrapper OutputProjectionWrapper"
            ),
            "extras.rnn.fused_rnn_cell": "FusedRNNCell FusedRNNCellAdaptor TimeReversedFusedRNN",
            "extras.rnn.gated": "IntersectionRNNCell SRUCell UGRNNCell",
            "extras.rnn.grid": "BidirectionalGridLSTMCell GridLSTMCell",
            "extras.rnn.gru_ops": "GRUBlockCell GRUBlockCellV2",
            "extras.rnn.indy": "IndRNNCell IndyGRUCell IndyLSTMCell",
            "extras.rnn.layer_norm": "LayerNormBasicLSTMCell",
            "extras.rnn.lstm_ops": "LSTMBlockCell LSTMBlockFusedCell LSTMBlockWrapper",
            "extras.rnn.lstm_variants": "CoupledInputForgetGateLSTMCell GLSTMCell NASCell",
            "extras.rnn.phased": "PhasedLSTMCell",
            "extras.rnn.rnn": "stack_bidirectional_dynamic_rnn stack_bidirectional_rnn",
            "extras.rnn.time_freq": "TimeFreqLSTMCell",
            "extras.rnn.wrappers": "AttentionCellWrapper HighwayWrapper",
            "tf.compat.v1.nn": "static_bidirectional_rnn static_rnn static_state_saving_rnn",
        },
        "core_rnn_cell": {
            "extras.rnn.core_rnn_cell": (
                "EmbeddingWrapper InputProjectionWrapper OutputProjectionWrapper"
            ),
        },
        "fused_rnn_cell": {
            "extras.rnn.fused_rnn_cell": "FusedRNNCell FusedRNNCellAdaptor TimeReversedFusedRNN",
        },
        "gru_ops": {"extras.rnn.gru_ops": "GRUBlockCell GRUBlockCellV2"},
        "lstm_ops": {"extras.rnn.lstm_ops": "LSTMBlockCell LSTMBlockFusedCell LSTMBlockWrapper"},
        "rnn": {"extras.rnn.rnn": "stack_bidirectional_dynamic_rnn stack_bidirectional_rnn"},
        "rnn_cell": {
            "extras.rnn.conv": "Conv1DLSTMCell Conv2DLSTMCell Conv3DLSTMCell ConvLSTMCell",
            "extras.rnn.gated": "IntersectionRNNCell SRUCell UGRNNCell",
            "extras.rnn.grid": "BidirectionalGridLSTMCell GridLSTMCell",
            "extras.rnn.indy": "IndRNNCell IndyGRUCell IndyLSTMCell",
            "extras.rnn.layer_norm": "LayerNormBasicLSTMCell LayerNormLSTMCell WeightNormLSTMCell",
            "extras.rnn.lstm_variants": "CoupledInputForgetGateLSTMCell GLSTMCell NASCell",
            "extras.rnn.minimal": "CFNCell MinimalRNNCell",
            "extras.rnn.phased": "PhasedLSTMCell",
            "extras.rnn.time_freq": "TimeFreqLSTMCell",
            "extras.rnn.wrappers": "AttentionCellWrapper HighwayWrapper",
        },
    },
    hidden={
        "core_rnn_cell": {
            "_tf.rnn_cells": "RNNCell",
            "extras.rnn.weights": "_linear=linear",
        },
        "gru_ops": {"_tf.rnn_cells": "LayerRNNCell"},
        "lstm_ops": {"_tf.rnn_cells": "LayerRNNCell"},
    },
    gone={
        "CompiledWrapper": "use tf.function(jit_compile=True)",
        "kernel_tests": "it held tests",
        "kernel_tests.benchmarking": "it held tests",
        "rnn_cell.CompiledWrapper": "use tf.function(jit_compile=True)",
        "rnn_cell.NTMCell": "it has no successor in TensorFlow",
        "tools": "it held a script",
        "tools.checkpoint_convert": (
            "it renamed variables of TensorFlow 1.1 and older: do it with "
            "tf.compat.v1.train.init_from_checkpoint"
        ),
    },
)
