# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.session_bundle import constants as constants
from tf_spec_compat.contrib.session_bundle import gc as gc
from tf_spec_compat.contrib.session_bundle import manifest_pb2 as manifest_pb2
from tf_spec_compat.extras.exporter import Exporter as Exporter
from tf_spec_compat.extras.exporter import gfile_copy_callback as gfile_copy_callback
from tf_spec_compat.extras.session_bundle import (
    classification_signature as classification_signature,
)
from tf_spec_compat.extras.session_bundle import generic_signature as generic_signature
from tf_spec_compat.extras.session_bundle import regression_signature as regression_signature

__all__ = [
    "Exporter",
    "classification_signature",
    "generic_signature",
    "gfile_copy_callback",
    "regression_signature",
]
