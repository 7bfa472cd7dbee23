# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.seq2seq.attention import BahdanauAttention as BahdanauAttention
from tf_spec_compat.seq2seq.attention import LuongAttention as LuongAttention
from tf_spec_compat.seq2seq.attention import bahdanau_score, luong_score
from tf_spec_compat.seq2seq.attention_wrapper import AttentionWrapper as AttentionWrapper
from tf_spec_compat.seq2seq.attention_wrapper import AttentionWrapperState as AttentionWrapperState
from tf_spec_compat.seq2seq.attention_wrapper import compute_attention
from tf_spec_compat.seq2seq.attention_wrapper import hardmax as hardmax
from tf_spec_compat.seq2seq.memory import AttentionMechanism as AttentionMechanism
from tf_spec_compat.seq2seq.memory import MemoryMechanism, mask_score, prepare_memory
from tf_spec_compat.seq2seq.monotonic import (
    BahdanauMonotonicAttention as BahdanauMonotonicAttention,
)
from tf_spec_compat.seq2seq.monotonic import LuongMonotonicAttention as LuongMonotonicAttention
from tf_spec_compat.seq2seq.monotonic import MonotonicMechanism, monotonic_probability_fn
from tf_spec_compat.seq2seq.monotonic import monotonic_attention as monotonic_attention
from tf_spec_compat.seq2seq.monotonic import safe_cumprod as safe_cumprod

__all__ = [
    "AttentionMechanism",
    "AttentionWrapper",
    "AttentionWrapperState",
    "BahdanauAttention",
    "BahdanauMonotonicAttention",
    "LuongAttention",
    "LuongMonotonicAttention",
    "hardmax",
    "monotonic_attention",
    "safe_cumprod",
]

_BaseAttentionMechanism = MemoryMechanism
_BaseMonotonicAttentionMechanism = MonotonicMechanism
_bahdanau_score = bahdanau_score
_compute_attention = compute_attention
_luong_score = luong_score
_maybe_mask_score = mask_score
_monotonic_probability_fn = monotonic_probability_fn
_prepare_memory = prepare_memory
