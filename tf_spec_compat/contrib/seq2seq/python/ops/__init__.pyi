# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.seq2seq import *
from tf_spec_compat.contrib.seq2seq import attention_wrapper as attention_wrapper
from tf_spec_compat.contrib.seq2seq import basic_decoder as basic_decoder
from tf_spec_compat.contrib.seq2seq import beam_search_decoder as beam_search_decoder
from tf_spec_compat.contrib.seq2seq import beam_search_ops as beam_search_ops
from tf_spec_compat.contrib.seq2seq import decoder as decoder
from tf_spec_compat.contrib.seq2seq import helper as helper
from tf_spec_compat.contrib.seq2seq import loss as loss
from tf_spec_compat.contrib.seq2seq import ops as ops

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
