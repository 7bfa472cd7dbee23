# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.estimator.head import (
    binary_classification_head as binary_classification_head,
)
from tf_spec_compat.extras.estimator.head import (
    logistic_regression_head as logistic_regression_head,
)
from tf_spec_compat.extras.estimator.head import multi_class_head as multi_class_head
from tf_spec_compat.extras.estimator.head import poisson_regression_head as poisson_regression_head
from tf_spec_compat.extras.estimator.head import regression_head as regression_head
from tf_spec_compat.extras.estimator.multi_label import multi_label_head as multi_label_head

__all__ = [
    "binary_classification_head",
    "logistic_regression_head",
    "multi_class_head",
    "multi_label_head",
    "poisson_regression_head",
    "regression_head",
]
