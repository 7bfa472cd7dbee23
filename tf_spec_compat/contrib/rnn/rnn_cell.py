"""`tensorflow.contrib.rnn.python.ops.rnn_cell`: the cells that core never had."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "AttentionCellWrapper": "tf_spec_compat.contrib.rnn._wrappers",
        "CoupledInputForgetGateLSTMCell": "tf_spec_compat.contrib.rnn._norm",
        "GLSTMCell": "tf_spec_compat.contrib.rnn._nas",
        "HighwayWrapper": "tf_spec_compat.contrib.rnn._wrappers",
        "IndRNNCell": "tf_spec_compat.contrib.rnn._indy",
        "IndyGRUCell": "tf_spec_compat.contrib.rnn._indy",
        "IndyLSTMCell": "tf_spec_compat.contrib.rnn._indy",
        "IntersectionRNNCell": "tf_spec_compat.contrib.rnn._gated",
        "LayerNormBasicLSTMCell": "tf_spec_compat.contrib.rnn._norm",
        "NASCell": "tf_spec_compat.contrib.rnn._nas",
        "SRUCell": "tf_spec_compat.contrib.rnn._gated",
        "UGRNNCell": "tf_spec_compat.contrib.rnn._gated",
    },
)
