# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.rnn.fused_rnn_cell import FusedRNNCell as FusedRNNCell
from tf_spec_compat.rnn.fused_rnn_cell import FusedRNNCellAdaptor as FusedRNNCellAdaptor
from tf_spec_compat.rnn.fused_rnn_cell import TimeReversedFusedRNN as TimeReversedFusedRNN

__all__ = ["FusedRNNCell", "FusedRNNCellAdaptor", "TimeReversedFusedRNN"]
