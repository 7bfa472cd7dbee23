# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import audio_summary as audio_summary
from tf_spec_compat._tf.private import histogram_summary as histogram_summary
from tf_spec_compat._tf.private import image_summary as image_summary
from tf_spec_compat._tf.private import merge_all_summaries as merge_all_summaries
from tf_spec_compat._tf.private import merge_summary as merge_summary
from tf_spec_compat._tf.private import scalar_summary as scalar_summary

__all__ = [
    "audio_summary",
    "histogram_summary",
    "image_summary",
    "merge_all_summaries",
    "merge_summary",
    "scalar_summary",
]
