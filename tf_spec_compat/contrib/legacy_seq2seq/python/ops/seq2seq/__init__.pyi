# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.legacy_seq2seq.seq2seq import *
from tf_spec_compat.contrib.legacy_seq2seq.seq2seq import (
    _extract_argmax_and_embed as _extract_argmax_and_embed,
)
