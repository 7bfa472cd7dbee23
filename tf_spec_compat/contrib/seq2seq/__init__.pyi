# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq import attention_wrapper as attention_wrapper
from tf_spec_compat.contrib.seq2seq import basic_decoder as basic_decoder
from tf_spec_compat.contrib.seq2seq import beam_search_decoder as beam_search_decoder
from tf_spec_compat.contrib.seq2seq import beam_search_ops as beam_search_ops
from tf_spec_compat.contrib.seq2seq import decoder as decoder
from tf_spec_compat.contrib.seq2seq import helper as helper
from tf_spec_compat.contrib.seq2seq import loss as loss
from tf_spec_compat.contrib.seq2seq import ops as ops
from tf_spec_compat.contrib.seq2seq import python as python
from tf_spec_compat.seq2seq.attention import BahdanauAttention as BahdanauAttention
from tf_spec_compat.seq2seq.attention import LuongAttention as LuongAttention
from tf_spec_compat.seq2seq.attention_wrapper import AttentionWrapper as AttentionWrapper
from tf_spec_compat.seq2seq.attention_wrapper import AttentionWrapperState as AttentionWrapperState
from tf_spec_compat.seq2seq.attention_wrapper import hardmax as hardmax
from tf_spec_compat.seq2seq.basic_decoder import BasicDecoder as BasicDecoder
from tf_spec_compat.seq2seq.basic_decoder import BasicDecoderOutput as BasicDecoderOutput
from tf_spec_compat.seq2seq.beam_search import BeamSearchDecoderOutput as BeamSearchDecoderOutput
from tf_spec_compat.seq2seq.beam_search import BeamSearchDecoderState as BeamSearchDecoderState
from tf_spec_compat.seq2seq.beam_search_decoder import BeamSearchDecoder as BeamSearchDecoder
from tf_spec_compat.seq2seq.beam_search_decoder import (
    FinalBeamSearchDecoderOutput as FinalBeamSearchDecoderOutput,
)
from tf_spec_compat.seq2seq.beams import gather_tree as gather_tree
from tf_spec_compat.seq2seq.beams import tile_batch as tile_batch
from tf_spec_compat.seq2seq.decoder import Decoder as Decoder
from tf_spec_compat.seq2seq.decoder import dynamic_decode as dynamic_decode
from tf_spec_compat.seq2seq.function_helpers import CustomHelper as CustomHelper
from tf_spec_compat.seq2seq.function_helpers import InferenceHelper as InferenceHelper
from tf_spec_compat.seq2seq.helper import GreedyEmbeddingHelper as GreedyEmbeddingHelper
from tf_spec_compat.seq2seq.helper import Helper as Helper
from tf_spec_compat.seq2seq.helper import SampleEmbeddingHelper as SampleEmbeddingHelper
from tf_spec_compat.seq2seq.helper import TrainingHelper as TrainingHelper
from tf_spec_compat.seq2seq.loss import sequence_loss as sequence_loss
from tf_spec_compat.seq2seq.memory import AttentionMechanism as AttentionMechanism
from tf_spec_compat.seq2seq.monotonic import (
    BahdanauMonotonicAttention as BahdanauMonotonicAttention,
)
from tf_spec_compat.seq2seq.monotonic import LuongMonotonicAttention as LuongMonotonicAttention
from tf_spec_compat.seq2seq.monotonic import monotonic_attention as monotonic_attention
from tf_spec_compat.seq2seq.monotonic import safe_cumprod as safe_cumprod
from tf_spec_compat.seq2seq.scheduled_sampling import (
    ScheduledEmbeddingTrainingHelper as ScheduledEmbeddingTrainingHelper,
)
from tf_spec_compat.seq2seq.scheduled_sampling import (
    ScheduledOutputTrainingHelper as ScheduledOutputTrainingHelper,
)

__all__ = [
    "AttentionMechanism",
    "AttentionWrapper",
    "AttentionWrapperState",
    "BahdanauAttention",
    "BahdanauMonotonicAttention",
    "BasicDecoder",
    "BasicDecoderOutput",
    "BeamSearchDecoder",
    "BeamSearchDecoderOutput",
    "BeamSearchDecoderState",
    "CustomHelper",
    "Decoder",
    "FinalBeamSearchDecoderOutput",
    "GreedyEmbeddingHelper",
    "Helper",
    "InferenceHelper",
    "LuongAttention",
    "LuongMonotonicAttention",
    "SampleEmbeddingHelper",
    "ScheduledEmbeddingTrainingHelper",
    "ScheduledOutputTrainingHelper",
    "TrainingHelper",
    "dynamic_decode",
    "gather_tree",
    "hardmax",
    "monotonic_attention",
    "safe_cumprod",
    "sequence_loss",
    "tile_batch",
]
