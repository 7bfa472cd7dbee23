"""`tensorflow.contrib.session_bundle.manifest_pb2`: signatures before SavedModel."""

from __future__ import annotations

from tf_spec_compat._tf.messages import make_messages

__all__ = [
    "AssetFile",
    "ClassificationSignature",
    "GenericSignature",
    "RegressionSignature",
    "Signature",
    "Signatures",
    "TensorBinding",
]

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
