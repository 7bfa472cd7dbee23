# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.inputs.pandas_io import HAS_PANDAS as HAS_PANDAS
from tf_spec_compat.inputs.pandas_io import PANDAS_DTYPES as PANDAS_DTYPES
from tf_spec_compat.inputs.pandas_io import extract_pandas_data as extract_pandas_data
from tf_spec_compat.inputs.pandas_io import extract_pandas_labels as extract_pandas_labels
from tf_spec_compat.inputs.pandas_io import extract_pandas_matrix as extract_pandas_matrix
from tf_spec_compat.inputs.pandas_io import pandas_input_fn as pandas_input_fn

__all__ = [
    "HAS_PANDAS",
    "PANDAS_DTYPES",
    "extract_pandas_data",
    "extract_pandas_labels",
    "extract_pandas_matrix",
    "pandas_input_fn",
]
