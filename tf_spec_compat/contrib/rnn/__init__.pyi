# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.rnn_cells import (
    best_effort_input_batch_size as best_effort_input_batch_size,
)
from tf_spec_compat._tf.rnn_cells import transpose_batch_time as transpose_batch_time
from tf_spec_compat.contrib.rnn import core_rnn_cell as core_rnn_cell
from tf_spec_compat.contrib.rnn import fused_rnn_cell as fused_rnn_cell
from tf_spec_compat.contrib.rnn import gru_ops as gru_ops
from tf_spec_compat.contrib.rnn import lstm_ops as lstm_ops
from tf_spec_compat.contrib.rnn import python as python
from tf_spec_compat.contrib.rnn import rnn as rnn
from tf_spec_compat.contrib.rnn import rnn_cell as rnn_cell
from tf_spec_compat.rnn.compiled import CompiledWrapper as CompiledWrapper
from tf_spec_compat.rnn.conv import Conv1DLSTMCell as Conv1DLSTMCell
from tf_spec_compat.rnn.conv import Conv2DLSTMCell as Conv2DLSTMCell
from tf_spec_compat.rnn.conv import Conv3DLSTMCell as Conv3DLSTMCell
from tf_spec_compat.rnn.conv import ConvLSTMCell as ConvLSTMCell
from tf_spec_compat.rnn.core_rnn_cell import EmbeddingWrapper as EmbeddingWrapper
from tf_spec_compat.rnn.core_rnn_cell import InputProjectionWrapper as InputProjectionWrapper
from tf_spec_compat.rnn.core_rnn_cell import OutputProjectionWrapper as OutputProjectionWrapper
from tf_spec_compat.rnn.fused_rnn_cell import FusedRNNCell as FusedRNNCell
from tf_spec_compat.rnn.fused_rnn_cell import FusedRNNCellAdaptor as FusedRNNCellAdaptor
from tf_spec_compat.rnn.fused_rnn_cell import TimeReversedFusedRNN as TimeReversedFusedRNN
from tf_spec_compat.rnn.gated import IntersectionRNNCell as IntersectionRNNCell
from tf_spec_compat.rnn.gated import SRUCell as SRUCell
from tf_spec_compat.rnn.gated import UGRNNCell as UGRNNCell
from tf_spec_compat.rnn.grid import BidirectionalGridLSTMCell as BidirectionalGridLSTMCell
from tf_spec_compat.rnn.grid import GridLSTMCell as GridLSTMCell
from tf_spec_compat.rnn.gru_ops import GRUBlockCell as GRUBlockCell
from tf_spec_compat.rnn.gru_ops import GRUBlockCellV2 as GRUBlockCellV2
from tf_spec_compat.rnn.indy import IndRNNCell as IndRNNCell
from tf_spec_compat.rnn.indy import IndyGRUCell as IndyGRUCell
from tf_spec_compat.rnn.indy import IndyLSTMCell as IndyLSTMCell
from tf_spec_compat.rnn.layer_norm import LayerNormBasicLSTMCell as LayerNormBasicLSTMCell
from tf_spec_compat.rnn.lstm_ops import LSTMBlockCell as LSTMBlockCell
from tf_spec_compat.rnn.lstm_ops import LSTMBlockFusedCell as LSTMBlockFusedCell
from tf_spec_compat.rnn.lstm_ops import LSTMBlockWrapper as LSTMBlockWrapper
from tf_spec_compat.rnn.lstm_variants import (
    CoupledInputForgetGateLSTMCell as CoupledInputForgetGateLSTMCell,
)
from tf_spec_compat.rnn.lstm_variants import GLSTMCell as GLSTMCell
from tf_spec_compat.rnn.lstm_variants import NASCell as NASCell
from tf_spec_compat.rnn.phased import PhasedLSTMCell as PhasedLSTMCell
from tf_spec_compat.rnn.rnn import (
    stack_bidirectional_dynamic_rnn as stack_bidirectional_dynamic_rnn,
)
from tf_spec_compat.rnn.rnn import stack_bidirectional_rnn as stack_bidirectional_rnn
from tf_spec_compat.rnn.time_freq import TimeFreqLSTMCell as TimeFreqLSTMCell
from tf_spec_compat.rnn.wrappers import AttentionCellWrapper as AttentionCellWrapper
from tf_spec_compat.rnn.wrappers import HighwayWrapper as HighwayWrapper

__all__ = [
    "AttentionCellWrapper",
    "BasicLSTMCell",
    "BasicRNNCell",
    "BidirectionalGridLSTMCell",
    "CompiledWrapper",
    "Conv1DLSTMCell",
    "Conv2DLSTMCell",
    "Conv3DLSTMCell",
    "ConvLSTMCell",
    "CoupledInputForgetGateLSTMCell",
    "DeviceWrapper",
    "DropoutWrapper",
    "EmbeddingWrapper",
    "FusedRNNCell",
    "FusedRNNCellAdaptor",
    "GLSTMCell",
    "GRUBlockCell",
    "GRUBlockCellV2",
    "GRUCell",
    "GridLSTMCell",
    "HighwayWrapper",
    "IndRNNCell",
    "IndyGRUCell",
    "IndyLSTMCell",
    "InputProjectionWrapper",
    "IntersectionRNNCell",
    "LSTMBlockCell",
    "LSTMBlockFusedCell",
    "LSTMBlockWrapper",
    "LSTMCell",
    "LSTMStateTuple",
    "LayerNormBasicLSTMCell",
    "LayerRNNCell",
    "MultiRNNCell",
    "NASCell",
    "OutputProjectionWrapper",
    "PhasedLSTMCell",
    "RNNCell",
    "ResidualWrapper",
    "SRUCell",
    "TimeFreqLSTMCell",
    "TimeReversedFusedRNN",
    "UGRNNCell",
    "best_effort_input_batch_size",
    "stack_bidirectional_dynamic_rnn",
    "stack_bidirectional_rnn",
    "static_bidirectional_rnn",
    "static_rnn",
    "static_state_saving_rnn",
    "transpose_batch_time",
]

static_bidirectional_rnn: Any
static_rnn: Any
static_state_saving_rnn: Any

class BasicLSTMCell(Any): ...
class BasicRNNCell(Any): ...
class DeviceWrapper(Any): ...
class DropoutWrapper(Any): ...
class GRUCell(Any): ...
class LSTMCell(Any): ...
class LSTMStateTuple(Any): ...
class LayerRNNCell(Any): ...
class MultiRNNCell(Any): ...
class RNNCell(Any): ...
class ResidualWrapper(Any): ...
