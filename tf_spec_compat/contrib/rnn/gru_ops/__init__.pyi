# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.rnn.gru_ops import GRUBlockCell as GRUBlockCell
from tf_spec_compat.rnn.gru_ops import GRUBlockCellV2 as GRUBlockCellV2

__all__ = ["GRUBlockCell", "GRUBlockCellV2"]

class LayerRNNCell(Any): ...
