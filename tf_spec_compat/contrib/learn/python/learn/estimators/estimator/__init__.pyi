# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.estimator import *
from tf_spec_compat.contrib.learn.estimators.estimator import (
    _get_replica_device_setter as _get_replica_device_setter,
)
from tf_spec_compat.contrib.learn.estimators.estimator import (
    _verify_input_args as _verify_input_args,
)
from tf_spec_compat.contrib.learn.estimators.estimator import (
    checkpoint_management as checkpoint_management,
)
from tf_spec_compat.contrib.learn.estimators.estimator import export as export

__all__ = [
    "AS_ITERABLE_DATE",
    "AS_ITERABLE_INSTRUCTIONS",
    "SCIKIT_DECOUPLE_DATE",
    "SCIKIT_DECOUPLE_INSTRUCTIONS",
    "BaseEstimator",
    "Estimator",
    "GraphRewriteSpec",
    "NotFittedError",
    "SKCompat",
    "infer_real_valued_columns_from_input",
    "infer_real_valued_columns_from_input_fn",
]
