# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.data import data_decoder as data_decoder
from tf_spec_compat.contrib.slim.data import data_provider as data_provider
from tf_spec_compat.contrib.slim.data import dataset as dataset
from tf_spec_compat.contrib.slim.data import dataset_data_provider as dataset_data_provider
from tf_spec_compat.contrib.slim.data import parallel_reader as parallel_reader
from tf_spec_compat.contrib.slim.data import prefetch_queue as prefetch_queue
from tf_spec_compat.contrib.slim.data import tfexample_decoder as tfexample_decoder

__all__ = [
    "data_decoder",
    "data_provider",
    "dataset",
    "dataset_data_provider",
    "parallel_reader",
    "prefetch_queue",
    "tfexample_decoder",
]
