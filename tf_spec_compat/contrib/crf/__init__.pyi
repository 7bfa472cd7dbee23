# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.crf import crf as crf
from tf_spec_compat.contrib.crf import python as python
from tf_spec_compat.extras.crf import CrfDecodeBackwardRnnCell as CrfDecodeBackwardRnnCell
from tf_spec_compat.extras.crf import CrfDecodeForwardRnnCell as CrfDecodeForwardRnnCell
from tf_spec_compat.extras.crf import CrfForwardRnnCell as CrfForwardRnnCell
from tf_spec_compat.extras.crf import crf_binary_score as crf_binary_score
from tf_spec_compat.extras.crf import crf_decode as crf_decode
from tf_spec_compat.extras.crf import crf_log_likelihood as crf_log_likelihood
from tf_spec_compat.extras.crf import crf_log_norm as crf_log_norm
from tf_spec_compat.extras.crf import crf_multitag_sequence_score as crf_multitag_sequence_score
from tf_spec_compat.extras.crf import crf_sequence_score as crf_sequence_score
from tf_spec_compat.extras.crf import crf_unary_score as crf_unary_score
from tf_spec_compat.extras.crf import viterbi_decode as viterbi_decode

__all__ = [
    "CrfDecodeBackwardRnnCell",
    "CrfDecodeForwardRnnCell",
    "CrfForwardRnnCell",
    "crf_binary_score",
    "crf_decode",
    "crf_log_likelihood",
    "crf_log_norm",
    "crf_multitag_sequence_score",
    "crf_sequence_score",
    "crf_unary_score",
    "viterbi_decode",
]
