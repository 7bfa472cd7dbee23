"""`tensorflow.contrib.session_bundle`: signatures before SavedModel, and names of their files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf.messages import make_messages

__all__ = [
    "ASSETS_DIRECTORY",
    "ASSETS_KEY",
    "CLASSIFICATION_SIGNATURE",
    "EXPORT_BASE_NAME",
    "EXPORT_SUFFIX_NAME",
    "GENERIC_SIGNATURE",
    "GRAPH_KEY",
    "INIT_OP_KEY",
    "META_GRAPH_DEF_FILENAME",
    "REGRESSION_SIGNATURE",
    "SIGNATURES_KEY",
    "VARIABLES_FILENAME",
    "VARIABLES_FILENAME_PATTERN",
    "VARIABLES_FILENAME_PATTERN_V2",
    "VARIABLES_INDEX_FILENAME_V2",
    "VERSION_FORMAT_SPECIFIER",
    "AssetFile",
    "ClassificationSignature",
    "GenericSignature",
    "RegressionSignature",
    "Signature",
    "Signatures",
    "TensorBinding",
    "classification_signature",
    "generic_signature",
    "regression_signature",
]

ASSETS_DIRECTORY = "assets"
ASSETS_KEY = "serving_assets"
CLASSIFICATION_SIGNATURE = "classification_signature"
EXPORT_BASE_NAME = "export"
EXPORT_SUFFIX_NAME = "meta"
GENERIC_SIGNATURE = "generic_signature"
GRAPH_KEY = "serving_graph"
INIT_OP_KEY = "serving_init_op"
META_GRAPH_DEF_FILENAME = "export.meta"
REGRESSION_SIGNATURE = "regression_signature"
SIGNATURES_KEY = "serving_signatures"
VARIABLES_FILENAME = "export"
VARIABLES_FILENAME_PATTERN = "export-?????-of-?????"
VARIABLES_FILENAME_PATTERN_V2 = "export.data-?????-of-?????"
VARIABLES_INDEX_FILENAME_V2 = "export.index"
VERSION_FORMAT_SPECIFIER = "%08d"

_MESSAGES = {
    "TensorBinding": "string tensor_name = 1",
    "AssetFile": """
        TensorBinding tensor_binding = 1
        string filename = 2
    """,
    "RegressionSignature": """
        TensorBinding input = 1
        TensorBinding output = 2
    """,
    "ClassificationSignature": """
        TensorBinding input = 1
        TensorBinding classes = 2
        TensorBinding scores = 3
    """,
    "GenericSignature": "map<string, TensorBinding> map = 1",
    "Signature": """
        oneof type RegressionSignature regression_signature = 1
        oneof type ClassificationSignature classification_signature = 2
        oneof type GenericSignature generic_signature = 3
    """,
    "Signatures": """
        Signature default_signature = 1
        map<string, Signature> named_signatures = 2
    """,
}

_CLASSES = make_messages(
    "tensorflow/contrib/session_bundle/manifest.proto", "tensorflow.serving", _MESSAGES
)
AssetFile = _CLASSES["AssetFile"]
ClassificationSignature = _CLASSES["ClassificationSignature"]
GenericSignature = _CLASSES["GenericSignature"]
RegressionSignature = _CLASSES["RegressionSignature"]
Signature = _CLASSES["Signature"]
Signatures = _CLASSES["Signatures"]
TensorBinding = _CLASSES["TensorBinding"]


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
    signature = Signature()
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
    signature = Signature()
    signature.regression_signature.input.tensor_name = input_tensor.name
    signature.regression_signature.output.tensor_name = output_tensor.name
    return signature


def generic_signature(name_tensor_map: Mapping[str, Any]) -> Any:
    """Returns the `Signature` of tensors with names of their own.

    Raises:
      AttributeError: A value of the dict is no tensor.
    """
    signature = Signature()
    for name, tensor in name_tensor_map.items():
        signature.generic_signature.map[name].tensor_name = tensor.name
    return signature
