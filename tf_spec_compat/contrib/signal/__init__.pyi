# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "frame",
    "hamming_window",
    "hann_window",
    "inverse_stft",
    "inverse_stft_window_fn",
    "linear_to_mel_weight_matrix",
    "mfccs_from_log_mel_spectrograms",
    "overlap_and_add",
    "stft",
]

frame: Any
hamming_window: Any
hann_window: Any
inverse_stft: Any
inverse_stft_window_fn: Any
linear_to_mel_weight_matrix: Any
mfccs_from_log_mel_spectrograms: Any
overlap_and_add: Any
stft: Any
