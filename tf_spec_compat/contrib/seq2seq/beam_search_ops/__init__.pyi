# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.beams import gather_tree as gather_tree

__all__ = ["gather_tree"]
