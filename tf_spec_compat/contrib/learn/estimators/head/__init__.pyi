# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.heads.classification import (
    BinaryLogisticHead,
    BinarySvmHead,
    MultiClassHead,
    MultiLabelHead,
)
from tf_spec_compat.heads.factories import binary_svm_head as binary_svm_head
from tf_spec_compat.heads.factories import loss_only_head as loss_only_head
from tf_spec_compat.heads.factories import multi_class_head as multi_class_head
from tf_spec_compat.heads.factories import multi_head as multi_head
from tf_spec_compat.heads.factories import multi_label_head as multi_label_head
from tf_spec_compat.heads.factories import poisson_regression_head as poisson_regression_head
from tf_spec_compat.heads.factories import regression_head as regression_head
from tf_spec_compat.heads.head import Head as Head
from tf_spec_compat.heads.head import no_op_train_fn as no_op_train_fn
from tf_spec_compat.heads.multi_head import LossOnlyHead, MultiHead
from tf_spec_compat.heads.regression import RegressionHead

__all__ = [
    "Head",
    "binary_svm_head",
    "loss_only_head",
    "multi_class_head",
    "multi_head",
    "multi_label_head",
    "no_op_train_fn",
    "poisson_regression_head",
    "regression_head",
]

_BinaryLogisticHead = BinaryLogisticHead
_BinarySvmHead = BinarySvmHead
_Head = Head
_LossOnlyHead = LossOnlyHead
_MultiClassHead = MultiClassHead
_MultiHead = MultiHead
_MultiLabelHead = MultiLabelHead
_RegressionHead = RegressionHead
_binary_svm_head = binary_svm_head
_multi_class_head = multi_class_head
_multi_head = multi_head
_multi_label_head = multi_label_head
_poisson_regression_head = poisson_regression_head
_regression_head = regression_head
