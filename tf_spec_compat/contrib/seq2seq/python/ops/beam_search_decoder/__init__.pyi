# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq.beam_search_decoder import *
from tf_spec_compat.contrib.seq2seq.beam_search_decoder import (
    _beam_search_step as _beam_search_step,
)
from tf_spec_compat.contrib.seq2seq.beam_search_decoder import _length_penalty as _length_penalty
from tf_spec_compat.contrib.seq2seq.beam_search_decoder import _mask_probs as _mask_probs
from tf_spec_compat.contrib.seq2seq.beam_search_decoder import (
    attention_probs_from_attn_state as attention_probs_from_attn_state,
)
from tf_spec_compat.contrib.seq2seq.beam_search_decoder import (
    gather_tree_from_array as gather_tree_from_array,
)
from tf_spec_compat.contrib.seq2seq.beam_search_decoder import (
    get_attention_probs as get_attention_probs,
)

__all__ = [
    "BeamSearchDecoder",
    "BeamSearchDecoderOutput",
    "BeamSearchDecoderState",
    "FinalBeamSearchDecoderOutput",
    "tile_batch",
]
