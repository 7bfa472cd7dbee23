# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.sklearn_api import TRY_IMPORT_SKLEARN as TRY_IMPORT_SKLEARN
from tf_spec_compat.estimators.sklearn_api import BaseEstimator as BaseEstimator
from tf_spec_compat.estimators.sklearn_api import ClassifierMixin as ClassifierMixin
from tf_spec_compat.estimators.sklearn_api import NotFittedError as NotFittedError
from tf_spec_compat.estimators.sklearn_api import RegressorMixin as RegressorMixin
from tf_spec_compat.estimators.sklearn_api import TransformerMixin as TransformerMixin
from tf_spec_compat.estimators.sklearn_api import accuracy_score as accuracy_score
from tf_spec_compat.estimators.sklearn_api import log_loss as log_loss
from tf_spec_compat.estimators.sklearn_api import mean_squared_error as mean_squared_error
from tf_spec_compat.estimators.sklearn_api import train_test_split as train_test_split

__all__ = [
    "TRY_IMPORT_SKLEARN",
    "BaseEstimator",
    "ClassifierMixin",
    "NotFittedError",
    "RegressorMixin",
    "TransformerMixin",
    "accuracy_score",
    "log_loss",
    "mean_squared_error",
    "train_test_split",
]
