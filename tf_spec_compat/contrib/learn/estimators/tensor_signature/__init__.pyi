# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.tensor_signature import TensorSignature as TensorSignature
from tf_spec_compat.estimators.tensor_signature import (
    create_example_parser_from_signatures as create_example_parser_from_signatures,
)
from tf_spec_compat.estimators.tensor_signature import (
    create_placeholders_from_signatures as create_placeholders_from_signatures,
)
from tf_spec_compat.estimators.tensor_signature import create_signatures as create_signatures
from tf_spec_compat.estimators.tensor_signature import tensors_compatible as tensors_compatible

__all__ = [
    "TensorSignature",
    "create_example_parser_from_signatures",
    "create_placeholders_from_signatures",
    "create_signatures",
    "tensors_compatible",
]
