# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.inputs.dask_io import HAS_DASK as HAS_DASK
from tf_spec_compat.inputs.dask_io import extract_dask_data as extract_dask_data
from tf_spec_compat.inputs.dask_io import extract_dask_labels as extract_dask_labels

__all__ = ["HAS_DASK", "extract_dask_data", "extract_dask_labels"]
