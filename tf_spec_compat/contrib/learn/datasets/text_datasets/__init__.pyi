# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets import base as base
from tf_spec_compat.inputs.datasets.text_datasets import DBPEDIA_URL as DBPEDIA_URL
from tf_spec_compat.inputs.datasets.text_datasets import load_dbpedia as load_dbpedia
from tf_spec_compat.inputs.datasets.text_datasets import (
    maybe_download_dbpedia as maybe_download_dbpedia,
)

__all__ = ["DBPEDIA_URL", "load_dbpedia", "maybe_download_dbpedia"]
