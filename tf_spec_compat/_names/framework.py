"""`tensorflow.contrib.framework`: its modules of nothing but aliases."""

from __future__ import annotations

__all__ = ["ALIASES"]

_PRIVATE = "tf_spec_compat._tf.framework"

ALIASES = {
    "tensorflow.contrib.framework.audio_ops": dict.fromkeys(
        ("audio_spectrogram", "decode_wav", "encode_wav", "mfcc"), _PRIVATE
    ),
    "tensorflow.contrib.framework.sort_ops": {"argsort": "tf.argsort", "sort": "tf.sort"},
}
