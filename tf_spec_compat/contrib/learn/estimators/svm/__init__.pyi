# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.contrib.learn.estimators import linear as linear
from tf_spec_compat.contrib.linear_optimizer import sdca_optimizer as sdca_optimizer
from tf_spec_compat.estimators.canned.classifier_regressor import as_iterable
from tf_spec_compat.estimators.canned.svm import SVM as SVM

__all__ = ["SVM"]

_as_iterable = as_iterable
head_lib = head
