# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.rnn.gru_ops import *
from tf_spec_compat.contrib.rnn.gru_ops import LayerRNNCell as LayerRNNCell

__all__ = ["GRUBlockCell", "GRUBlockCellV2"]
