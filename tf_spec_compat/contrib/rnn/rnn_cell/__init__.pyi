# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.rnn.compiled import CompiledWrapper as CompiledWrapper
from tf_spec_compat.rnn.conv import Conv1DLSTMCell as Conv1DLSTMCell
from tf_spec_compat.rnn.conv import Conv2DLSTMCell as Conv2DLSTMCell
from tf_spec_compat.rnn.conv import Conv3DLSTMCell as Conv3DLSTMCell
from tf_spec_compat.rnn.conv import ConvLSTMCell as ConvLSTMCell
from tf_spec_compat.rnn.gated import IntersectionRNNCell as IntersectionRNNCell
from tf_spec_compat.rnn.gated import SRUCell as SRUCell
from tf_spec_compat.rnn.gated import UGRNNCell as UGRNNCell
from tf_spec_compat.rnn.grid import BidirectionalGridLSTMCell as BidirectionalGridLSTMCell
from tf_spec_compat.rnn.grid import GridLSTMCell as GridLSTMCell
from tf_spec_compat.rnn.indy import IndRNNCell as IndRNNCell
from tf_spec_compat.rnn.indy import IndyGRUCell as IndyGRUCell
from tf_spec_compat.rnn.indy import IndyLSTMCell as IndyLSTMCell
from tf_spec_compat.rnn.layer_norm import LayerNormBasicLSTMCell as LayerNormBasicLSTMCell
from tf_spec_compat.rnn.layer_norm import LayerNormLSTMCell as LayerNormLSTMCell
from tf_spec_compat.rnn.layer_norm import WeightNormLSTMCell as WeightNormLSTMCell
from tf_spec_compat.rnn.lstm_variants import (
    CoupledInputForgetGateLSTMCell as CoupledInputForgetGateLSTMCell,
)
from tf_spec_compat.rnn.lstm_variants import GLSTMCell as GLSTMCell
from tf_spec_compat.rnn.lstm_variants import NASCell as NASCell
from tf_spec_compat.rnn.minimal import CFNCell as CFNCell
from tf_spec_compat.rnn.minimal import MinimalRNNCell as MinimalRNNCell
from tf_spec_compat.rnn.ntm import NTMCell as NTMCell
from tf_spec_compat.rnn.ntm import NTMControllerState as NTMControllerState
from tf_spec_compat.rnn.phased import PhasedLSTMCell as PhasedLSTMCell
from tf_spec_compat.rnn.time_freq import TimeFreqLSTMCell as TimeFreqLSTMCell
from tf_spec_compat.rnn.wrappers import AttentionCellWrapper as AttentionCellWrapper
from tf_spec_compat.rnn.wrappers import HighwayWrapper as HighwayWrapper

__all__ = [
    "AttentionCellWrapper",
    "BidirectionalGridLSTMCell",
    "CFNCell",
    "CompiledWrapper",
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
    "LayerNormLSTMCell",
    "MinimalRNNCell",
    "NASCell",
    "NTMCell",
    "NTMControllerState",
    "PhasedLSTMCell",
    "SRUCell",
    "TimeFreqLSTMCell",
    "UGRNNCell",
    "WeightNormLSTMCell",
]
