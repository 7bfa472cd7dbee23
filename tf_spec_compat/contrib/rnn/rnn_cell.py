"""`tensorflow.contrib.rnn.python.ops.rnn_cell`: the cells that core never had."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "AttentionCellWrapper": "tf_spec_compat.contrib.rnn._wrappers",
        "BidirectionalGridLSTMCell": "tf_spec_compat.contrib.rnn._grid",
        "CFNCell": "tf_spec_compat.contrib.rnn._minimal",
        "Conv1DLSTMCell": "tf_spec_compat.contrib.rnn._conv",
        "Conv2DLSTMCell": "tf_spec_compat.contrib.rnn._conv",
        "Conv3DLSTMCell": "tf_spec_compat.contrib.rnn._conv",
        "ConvLSTMCell": "tf_spec_compat.contrib.rnn._conv",
        "CoupledInputForgetGateLSTMCell": "tf_spec_compat.contrib.rnn._nas",
        "GLSTMCell": "tf_spec_compat.contrib.rnn._nas",
        "GridLSTMCell": "tf_spec_compat.contrib.rnn._grid",
        "HighwayWrapper": "tf_spec_compat.contrib.rnn._wrappers",
        "IndRNNCell": "tf_spec_compat.contrib.rnn._indy",
        "IndyGRUCell": "tf_spec_compat.contrib.rnn._indy",
        "IndyLSTMCell": "tf_spec_compat.contrib.rnn._indy",
        "IntersectionRNNCell": "tf_spec_compat.contrib.rnn._gated",
        "LayerNormBasicLSTMCell": "tf_spec_compat.contrib.rnn._norm",
        "LayerNormLSTMCell": "tf_spec_compat.contrib.rnn._norm",
        "MinimalRNNCell": "tf_spec_compat.contrib.rnn._minimal",
        "NASCell": "tf_spec_compat.contrib.rnn._nas",
        "PhasedLSTMCell": "tf_spec_compat.contrib.rnn._phased",
        "SRUCell": "tf_spec_compat.contrib.rnn._gated",
        "TimeFreqLSTMCell": "tf_spec_compat.contrib.rnn._time_freq",
        "UGRNNCell": "tf_spec_compat.contrib.rnn._gated",
        "WeightNormLSTMCell": "tf_spec_compat.contrib.rnn._norm",
    },
)
