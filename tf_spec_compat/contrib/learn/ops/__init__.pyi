# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.ops import embeddings_ops as embeddings_ops
from tf_spec_compat.contrib.learn.ops import losses_ops as losses_ops
from tf_spec_compat.contrib.learn.ops import seq2seq_ops as seq2seq_ops
from tf_spec_compat.skflow.embeddings_ops import categorical_variable as categorical_variable
from tf_spec_compat.skflow.embeddings_ops import embedding_lookup as embedding_lookup
from tf_spec_compat.skflow.losses_ops import (
    mean_squared_error_regressor as mean_squared_error_regressor,
)
from tf_spec_compat.skflow.losses_ops import softmax_classifier as softmax_classifier
from tf_spec_compat.skflow.seq2seq_ops import rnn_decoder as rnn_decoder
from tf_spec_compat.skflow.seq2seq_ops import rnn_seq2seq as rnn_seq2seq
from tf_spec_compat.skflow.seq2seq_ops import seq2seq_inputs as seq2seq_inputs
from tf_spec_compat.skflow.seq2seq_ops import sequence_classifier as sequence_classifier

__all__ = [
    "categorical_variable",
    "embedding_lookup",
    "embeddings_ops",
    "losses_ops",
    "mean_squared_error_regressor",
    "rnn_decoder",
    "rnn_seq2seq",
    "seq2seq_inputs",
    "seq2seq_ops",
    "sequence_classifier",
    "softmax_classifier",
]
