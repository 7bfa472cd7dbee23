# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.decoder import Decoder as Decoder
from tf_spec_compat.seq2seq.decoder import dynamic_decode as dynamic_decode

__all__ = ["Decoder", "dynamic_decode"]
