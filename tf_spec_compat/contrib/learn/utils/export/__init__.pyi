# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.session_bundle import exporter as exporter
from tf_spec_compat.contrib.session_bundle import gc as gc
from tf_spec_compat.estimators.session_bundle import (
    classification_signature_fn as classification_signature_fn,
)
from tf_spec_compat.estimators.session_bundle import (
    classification_signature_fn_with_prob as classification_signature_fn_with_prob,
)
from tf_spec_compat.estimators.session_bundle import default_input_fn
from tf_spec_compat.estimators.session_bundle import export_estimator as export_estimator
from tf_spec_compat.estimators.session_bundle import generic_signature_fn as generic_signature_fn
from tf_spec_compat.estimators.session_bundle import (
    logistic_regression_signature_fn as logistic_regression_signature_fn,
)
from tf_spec_compat.estimators.session_bundle import (
    regression_signature_fn as regression_signature_fn,
)

__all__ = [
    "classification_signature_fn",
    "classification_signature_fn_with_prob",
    "export_estimator",
    "generic_signature_fn",
    "logistic_regression_signature_fn",
    "regression_signature_fn",
]

_default_input_fn = default_input_fn
