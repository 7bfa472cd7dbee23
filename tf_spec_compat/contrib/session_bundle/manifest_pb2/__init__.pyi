# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.session_bundle import AssetFile as AssetFile
from tf_spec_compat.extras.session_bundle import ClassificationSignature as ClassificationSignature
from tf_spec_compat.extras.session_bundle import GenericSignature as GenericSignature
from tf_spec_compat.extras.session_bundle import RegressionSignature as RegressionSignature
from tf_spec_compat.extras.session_bundle import Signature as Signature
from tf_spec_compat.extras.session_bundle import Signatures as Signatures
from tf_spec_compat.extras.session_bundle import TensorBinding as TensorBinding

__all__ = [
    "AssetFile",
    "ClassificationSignature",
    "GenericSignature",
    "RegressionSignature",
    "Signature",
    "Signatures",
    "TensorBinding",
]
