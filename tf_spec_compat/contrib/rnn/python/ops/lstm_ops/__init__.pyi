# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.rnn.lstm_ops import *
from tf_spec_compat.contrib.rnn.lstm_ops import LayerRNNCell as LayerRNNCell

__all__ = ["LSTMBlockCell", "LSTMBlockFusedCell", "LSTMBlockWrapper"]
