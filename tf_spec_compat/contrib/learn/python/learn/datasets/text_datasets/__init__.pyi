# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets.text_datasets import *
from tf_spec_compat.contrib.learn.datasets.text_datasets import base as base

__all__ = ["DBPEDIA_URL", "load_dbpedia", "maybe_download_dbpedia"]
