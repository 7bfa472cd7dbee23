# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.inputs.datasets.csv_files import Dataset as Dataset
from tf_spec_compat.inputs.datasets.synthetic import circles as circles
from tf_spec_compat.inputs.datasets.synthetic import spirals as spirals

__all__ = ["circles", "spirals"]
