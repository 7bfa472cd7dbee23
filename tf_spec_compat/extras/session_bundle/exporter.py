"""`tensorflow.contrib.session_bundle.exporter`: signatures of tensors.

There is no `Exporter`: nothing reads session bundles any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat.extras.session_bundle import manifest_pb2

__all__ = ["classification_signature", "generic_signature", "regression_signature"]


def classification_signature(
    input_tensor: Any, classes_tensor: Any = None, scores_tensor: Any = None
) -> Any:
    """Returns the `Signature` of a classifier.

    Args:
      input_tensor: What it reads.
      classes_tensor: The labels that it gives.
      scores_tensor: Their scores.

    Raises:
      AttributeError: An argument is no tensor.
    """
    signature = manifest_pb2.Signature()
    message = signature.classification_signature
    message.input.tensor_name = input_tensor.name
    if classes_tensor is not None:
        message.classes.tensor_name = classes_tensor.name
    if scores_tensor is not None:
        message.scores.tensor_name = scores_tensor.name
    return signature


def regression_signature(input_tensor: Any, output_tensor: Any) -> Any:
    """Returns the `Signature` of a regressor, which reads one tensor and gives another one.

    Raises:
      AttributeError: An argument is no tensor.
    """
    signature = manifest_pb2.Signature()
    signature.regression_signature.input.tensor_name = input_tensor.name
    signature.regression_signature.output.tensor_name = output_tensor.name
    return signature


def generic_signature(name_tensor_map: Mapping[str, Any]) -> Any:
    """Returns the `Signature` of tensors with names of their own.

    Raises:
      AttributeError: A value of the dict is no tensor.
    """
    signature = manifest_pb2.Signature()
    for name, tensor in name_tensor_map.items():
        signature.generic_signature.map[name].tensor_name = tensor.name
    return signature
