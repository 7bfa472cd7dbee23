# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq.attention_wrapper import *
from tf_spec_compat.contrib.seq2seq.attention_wrapper import _bahdanau_score as _bahdanau_score
from tf_spec_compat.contrib.seq2seq.attention_wrapper import (
    _BaseAttentionMechanism as _BaseAttentionMechanism,
)
from tf_spec_compat.contrib.seq2seq.attention_wrapper import (
    _BaseMonotonicAttentionMechanism as _BaseMonotonicAttentionMechanism,
)
from tf_spec_compat.contrib.seq2seq.attention_wrapper import (
    _compute_attention as _compute_attention,
)
from tf_spec_compat.contrib.seq2seq.attention_wrapper import _luong_score as _luong_score
from tf_spec_compat.contrib.seq2seq.attention_wrapper import _maybe_mask_score as _maybe_mask_score
from tf_spec_compat.contrib.seq2seq.attention_wrapper import (
    _monotonic_probability_fn as _monotonic_probability_fn,
)
from tf_spec_compat.contrib.seq2seq.attention_wrapper import _prepare_memory as _prepare_memory
