# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.loss import SequenceLoss as SequenceLoss
from tf_spec_compat.seq2seq.loss import sequence_loss as sequence_loss

__all__ = ["SequenceLoss", "sequence_loss"]
