# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import gfile as gfile
from tf_spec_compat.inputs.graph_io import _get_examples as _get_examples
from tf_spec_compat.inputs.graph_io import _get_file_names as _get_file_names
from tf_spec_compat.inputs.graph_io import (
    _read_keyed_batch_examples_helper as _read_keyed_batch_examples_helper,
)
from tf_spec_compat.inputs.graph_io import read_batch_examples as read_batch_examples
from tf_spec_compat.inputs.graph_io import read_batch_features as read_batch_features
from tf_spec_compat.inputs.graph_io import read_batch_record_features as read_batch_record_features
from tf_spec_compat.inputs.graph_io import read_keyed_batch_examples as read_keyed_batch_examples
from tf_spec_compat.inputs.graph_io import (
    read_keyed_batch_examples_shared_queue as read_keyed_batch_examples_shared_queue,
)
from tf_spec_compat.inputs.graph_io import read_keyed_batch_features as read_keyed_batch_features
from tf_spec_compat.inputs.graph_io import (
    read_keyed_batch_features_shared_queue as read_keyed_batch_features_shared_queue,
)
from tf_spec_compat.inputs.read import KEY_FEATURE_NAME as KEY_FEATURE_NAME
from tf_spec_compat.inputs.read import queue_parsed_features as queue_parsed_features

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
