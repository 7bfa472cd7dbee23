"""`tensorflow.contrib.rnn`: core's cells and functions, and those that core never had."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODULES = {
    "tf_spec_compat._tf.rnn_cells": (
        "BasicLSTMCell",
        "BasicRNNCell",
        "DeviceWrapper",
        "DropoutWrapper",
        "GRUCell",
        "LSTMCell",
        "LSTMStateTuple",
        "LayerRNNCell",
        "MultiRNNCell",
        "RNNCell",
        "ResidualWrapper",
        "best_effort_input_batch_size",
        "transpose_batch_time",
    ),
    ".core_rnn_cell": ("EmbeddingWrapper", "InputProjectionWrapper", "OutputProjectionWrapper"),
    ".fused_rnn_cell": ("FusedRNNCell", "FusedRNNCellAdaptor", "TimeReversedFusedRNN"),
    ".gru_ops": ("GRUBlockCell", "GRUBlockCellV2"),
    ".lstm_ops": ("LSTMBlockCell", "LSTMBlockFusedCell", "LSTMBlockWrapper"),
    ".rnn": ("stack_bidirectional_dynamic_rnn", "stack_bidirectional_rnn"),
    ".rnn_cell": (
        "AttentionCellWrapper",
        "BidirectionalGridLSTMCell",
        "Conv1DLSTMCell",
        "Conv2DLSTMCell",
        "Conv3DLSTMCell",
        "ConvLSTMCell",
        "CoupledInputForgetGateLSTMCell",
        "GLSTMCell",
        "GridLSTMCell",
        "HighwayWrapper",
        "IndRNNCell",
        "IndyGRUCell",
        "IndyLSTMCell",
        "IntersectionRNNCell",
        "LayerNormBasicLSTMCell",
        "NASCell",
        "PhasedLSTMCell",
        "SRUCell",
        "TimeFreqLSTMCell",
        "UGRNNCell",
    ),
}

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **{name: module for module, names in _MODULES.items() for name in names},
        "static_bidirectional_rnn": "tf.compat.v1.nn.static_bidirectional_rnn",
        "static_rnn": "tf.compat.v1.nn.static_rnn",
        "static_state_saving_rnn": "tf.compat.v1.nn.static_state_saving_rnn",
    },
)
