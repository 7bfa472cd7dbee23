# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.rnn.core_rnn_cell import EmbeddingWrapper as EmbeddingWrapper
from tf_spec_compat.rnn.core_rnn_cell import InputProjectionWrapper as InputProjectionWrapper
from tf_spec_compat.rnn.core_rnn_cell import OutputProjectionWrapper as OutputProjectionWrapper
from tf_spec_compat.rnn.weights import linear

__all__ = ["EmbeddingWrapper", "InputProjectionWrapper", "OutputProjectionWrapper"]

_linear = linear

class RNNCell(Any): ...
