# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import get_saved_model_tag_sets as get_saved_model_tag_sets
from tf_spec_compat._tf.private import read_saved_model as read_saved_model

__all__ = ["get_saved_model_tag_sets", "read_saved_model"]
