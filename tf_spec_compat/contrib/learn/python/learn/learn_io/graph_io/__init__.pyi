# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.learn_io.graph_io import *
from tf_spec_compat.contrib.learn.learn_io.graph_io import _get_examples as _get_examples
from tf_spec_compat.contrib.learn.learn_io.graph_io import _get_file_names as _get_file_names
from tf_spec_compat.contrib.learn.learn_io.graph_io import (
    _read_keyed_batch_examples_helper as _read_keyed_batch_examples_helper,
)
