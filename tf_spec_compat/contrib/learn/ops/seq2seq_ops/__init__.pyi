# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.skflow.seq2seq_ops import rnn_decoder as rnn_decoder
from tf_spec_compat.skflow.seq2seq_ops import rnn_seq2seq as rnn_seq2seq
from tf_spec_compat.skflow.seq2seq_ops import seq2seq_inputs as seq2seq_inputs
from tf_spec_compat.skflow.seq2seq_ops import sequence_classifier as sequence_classifier

__all__ = ["rnn_decoder", "rnn_seq2seq", "seq2seq_inputs", "sequence_classifier"]
