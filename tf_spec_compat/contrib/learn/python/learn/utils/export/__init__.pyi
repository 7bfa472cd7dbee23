# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.utils.export import *
from tf_spec_compat.contrib.learn.utils.export import _default_input_fn as _default_input_fn
from tf_spec_compat.contrib.learn.utils.export import exporter as exporter
from tf_spec_compat.contrib.learn.utils.export import gc as gc

__all__ = [
    "classification_signature_fn",
    "classification_signature_fn_with_prob",
    "export_estimator",
    "generic_signature_fn",
    "logistic_regression_signature_fn",
    "regression_signature_fn",
]
