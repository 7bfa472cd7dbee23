# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import checkpoint_management as checkpoint_management
from tf_spec_compat.contrib.learn.utils import export as export
from tf_spec_compat.estimators.base_estimator import BaseEstimator as BaseEstimator
from tf_spec_compat.estimators.device_setter import AS_ITERABLE_DATE as AS_ITERABLE_DATE
from tf_spec_compat.estimators.device_setter import (
    AS_ITERABLE_INSTRUCTIONS as AS_ITERABLE_INSTRUCTIONS,
)
from tf_spec_compat.estimators.device_setter import SCIKIT_DECOUPLE_DATE as SCIKIT_DECOUPLE_DATE
from tf_spec_compat.estimators.device_setter import (
    SCIKIT_DECOUPLE_INSTRUCTIONS as SCIKIT_DECOUPLE_INSTRUCTIONS,
)
from tf_spec_compat.estimators.device_setter import get_replica_device_setter
from tf_spec_compat.estimators.estimator import Estimator as Estimator
from tf_spec_compat.estimators.export import GraphRewriteSpec as GraphRewriteSpec
from tf_spec_compat.estimators.inferred_columns import (
    infer_real_valued_columns_from_input as infer_real_valued_columns_from_input,
)
from tf_spec_compat.estimators.inferred_columns import (
    infer_real_valued_columns_from_input_fn as infer_real_valued_columns_from_input_fn,
)
from tf_spec_compat.estimators.input_source import check_arguments
from tf_spec_compat.estimators.sk_compat import SKCompat as SKCompat
from tf_spec_compat.estimators.sklearn_api import NotFittedError as NotFittedError

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

_get_replica_device_setter = get_replica_device_setter
_verify_input_args = check_arguments
