# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.learn_io.graph_io import *
from tf_spec_compat.contrib.learn.learn_io.graph_io import _get_examples as _get_examples
from tf_spec_compat.contrib.learn.learn_io.graph_io import _get_file_names as _get_file_names
from tf_spec_compat.contrib.learn.learn_io.graph_io import (
    _read_keyed_batch_examples_helper as _read_keyed_batch_examples_helper,
)
from tf_spec_compat.contrib.learn.learn_io.graph_io import gfile as gfile

__all__ = [
    "KEY_FEATURE_NAME",
    "queue_parsed_features",
    "read_batch_examples",
    "read_batch_features",
    "read_batch_record_features",
    "read_keyed_batch_examples",
    "read_keyed_batch_examples_shared_queue",
    "read_keyed_batch_features",
    "read_keyed_batch_features_shared_queue",
]
