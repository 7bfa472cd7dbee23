# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.inputs.data_feeder import HAS_DASK as HAS_DASK
from tf_spec_compat.inputs.data_feeder import HAS_PANDAS as HAS_PANDAS
from tf_spec_compat.inputs.data_feeder import DaskDataFeeder as DaskDataFeeder
from tf_spec_compat.inputs.data_feeder import DataFeeder as DataFeeder
from tf_spec_compat.inputs.data_feeder import StreamingDataFeeder as StreamingDataFeeder
from tf_spec_compat.inputs.data_feeder import check_array as check_array
from tf_spec_compat.inputs.data_feeder import setup_predict_data_feeder as setup_predict_data_feeder
from tf_spec_compat.inputs.data_feeder import (
    setup_processor_data_feeder as setup_processor_data_feeder,
)
from tf_spec_compat.inputs.data_feeder import setup_train_data_feeder as setup_train_data_feeder

__all__ = [
    "HAS_DASK",
    "HAS_PANDAS",
    "DaskDataFeeder",
    "DataFeeder",
    "StreamingDataFeeder",
    "check_array",
    "setup_predict_data_feeder",
    "setup_processor_data_feeder",
    "setup_train_data_feeder",
]
