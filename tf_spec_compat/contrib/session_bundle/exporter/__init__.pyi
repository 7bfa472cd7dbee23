# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.session_bundle import manifest_pb2 as manifest_pb2
from tf_spec_compat.extras.session_bundle import (
    classification_signature as classification_signature,
)
from tf_spec_compat.extras.session_bundle import generic_signature as generic_signature
from tf_spec_compat.extras.session_bundle import regression_signature as regression_signature

__all__ = ["classification_signature", "generic_signature", "regression_signature"]
