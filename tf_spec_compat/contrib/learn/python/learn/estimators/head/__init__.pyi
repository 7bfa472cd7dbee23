# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.head import *
from tf_spec_compat.contrib.learn.estimators.head import _binary_svm_head as _binary_svm_head
from tf_spec_compat.contrib.learn.estimators.head import _BinaryLogisticHead as _BinaryLogisticHead
from tf_spec_compat.contrib.learn.estimators.head import _BinarySvmHead as _BinarySvmHead
from tf_spec_compat.contrib.learn.estimators.head import _Head as _Head
from tf_spec_compat.contrib.learn.estimators.head import _LossOnlyHead as _LossOnlyHead
from tf_spec_compat.contrib.learn.estimators.head import _multi_class_head as _multi_class_head
from tf_spec_compat.contrib.learn.estimators.head import _multi_head as _multi_head
from tf_spec_compat.contrib.learn.estimators.head import _multi_label_head as _multi_label_head
from tf_spec_compat.contrib.learn.estimators.head import _MultiClassHead as _MultiClassHead
from tf_spec_compat.contrib.learn.estimators.head import _MultiHead as _MultiHead
from tf_spec_compat.contrib.learn.estimators.head import _MultiLabelHead as _MultiLabelHead
from tf_spec_compat.contrib.learn.estimators.head import (
    _poisson_regression_head as _poisson_regression_head,
)
from tf_spec_compat.contrib.learn.estimators.head import _regression_head as _regression_head
from tf_spec_compat.contrib.learn.estimators.head import _RegressionHead as _RegressionHead
