# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.basic_decoder import BasicDecoder as BasicDecoder
from tf_spec_compat.seq2seq.basic_decoder import BasicDecoderOutput as BasicDecoderOutput

__all__ = ["BasicDecoder", "BasicDecoderOutput"]
