# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.inputs.datasets.csv_files import Dataset as Dataset
from tf_spec_compat.inputs.datasets.csv_files import Datasets as Datasets
from tf_spec_compat.inputs.datasets.csv_files import load_boston as load_boston
from tf_spec_compat.inputs.datasets.csv_files import load_csv_with_header as load_csv_with_header
from tf_spec_compat.inputs.datasets.csv_files import (
    load_csv_without_header as load_csv_without_header,
)
from tf_spec_compat.inputs.datasets.csv_files import load_iris as load_iris
from tf_spec_compat.inputs.datasets.csv_files import shrink_csv as shrink_csv
from tf_spec_compat.inputs.datasets.download import maybe_download as maybe_download
from tf_spec_compat.inputs.datasets.download import retry as retry
from tf_spec_compat.inputs.datasets.download import time as time
from tf_spec_compat.inputs.datasets.download import urllib as urllib
from tf_spec_compat.inputs.datasets.download import urlretrieve_with_retry as urlretrieve_with_retry

__all__ = [
    "Dataset",
    "Datasets",
    "load_boston",
    "load_csv_with_header",
    "load_csv_without_header",
    "load_iris",
    "maybe_download",
    "retry",
    "shrink_csv",
    "urlretrieve_with_retry",
]
