# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.svm import *
from tf_spec_compat.contrib.learn.estimators.svm import _as_iterable as _as_iterable
from tf_spec_compat.contrib.learn.estimators.svm import head_lib as head_lib
from tf_spec_compat.contrib.learn.estimators.svm import linear as linear
from tf_spec_compat.contrib.learn.estimators.svm import sdca_optimizer as sdca_optimizer

__all__ = ["SVM"]
