# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq.ops import gen_beam_search_ops as gen_beam_search_ops

__all__ = ["gen_beam_search_ops"]
