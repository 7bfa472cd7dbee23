# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.beam_search import BeamSearchDecoderOutput as BeamSearchDecoderOutput
from tf_spec_compat.seq2seq.beam_search import BeamSearchDecoderState as BeamSearchDecoderState
from tf_spec_compat.seq2seq.beam_search import (
    attention_probs_from_attn_state as attention_probs_from_attn_state,
)
from tf_spec_compat.seq2seq.beam_search import beam_search_step, length_penalty, mask_probs
from tf_spec_compat.seq2seq.beam_search import get_attention_probs as get_attention_probs
from tf_spec_compat.seq2seq.beam_search_decoder import BeamSearchDecoder as BeamSearchDecoder
from tf_spec_compat.seq2seq.beam_search_decoder import (
    FinalBeamSearchDecoderOutput as FinalBeamSearchDecoderOutput,
)
from tf_spec_compat.seq2seq.beams import gather_tree_from_array as gather_tree_from_array
from tf_spec_compat.seq2seq.beams import tile_batch as tile_batch

__all__ = [
    "BeamSearchDecoder",
    "BeamSearchDecoderOutput",
    "BeamSearchDecoderState",
    "FinalBeamSearchDecoderOutput",
    "tile_batch",
]

_beam_search_step = beam_search_step
_length_penalty = length_penalty
_mask_probs = mask_probs
