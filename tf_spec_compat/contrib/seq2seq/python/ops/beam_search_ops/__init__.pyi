# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq.beam_search_ops import *
