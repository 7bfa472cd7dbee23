# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import audio_spectrogram as audio_spectrogram
from tf_spec_compat._tf.private import decode_wav as decode_wav
from tf_spec_compat._tf.private import encode_wav as encode_wav
from tf_spec_compat._tf.private import mfcc as mfcc

__all__ = ["audio_spectrogram", "decode_wav", "encode_wav", "mfcc"]
