"""`tensorflow.contrib.learn.ops`: embeddings, losses and sequences of the oldest models."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_EMBEDDINGS = ".embeddings_ops"
_LOSSES = ".losses_ops"
_SEQ2SEQ = ".seq2seq_ops"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "categorical_variable": _EMBEDDINGS,
        "embedding_lookup": _EMBEDDINGS,
        "embeddings_ops": ".embeddings_ops:",
        "losses_ops": ".losses_ops:",
        "mean_squared_error_regressor": _LOSSES,
        "rnn_decoder": _SEQ2SEQ,
        "rnn_seq2seq": _SEQ2SEQ,
        "seq2seq_inputs": _SEQ2SEQ,
        "seq2seq_ops": ".seq2seq_ops:",
        "sequence_classifier": _SEQ2SEQ,
        "softmax_classifier": _LOSSES,
    },
)
