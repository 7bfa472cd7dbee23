# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.rnn.core_rnn_cell import *
from tf_spec_compat.contrib.rnn.core_rnn_cell import RNNCell as RNNCell
from tf_spec_compat.contrib.rnn.core_rnn_cell import _linear as _linear

__all__ = ["EmbeddingWrapper", "InputProjectionWrapper", "OutputProjectionWrapper"]
