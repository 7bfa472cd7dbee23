# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.rnn.lstm_ops import LSTMBlockCell as LSTMBlockCell
from tf_spec_compat.rnn.lstm_ops import LSTMBlockFusedCell as LSTMBlockFusedCell
from tf_spec_compat.rnn.lstm_ops import LSTMBlockWrapper as LSTMBlockWrapper

__all__ = ["LSTMBlockCell", "LSTMBlockFusedCell", "LSTMBlockWrapper"]

class LayerRNNCell(Any): ...
