# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.canned.logistic_regressor import (
    LogisticRegressor as LogisticRegressor,
)
from tf_spec_compat.estimators.canned.logistic_regressor import (
    _get_model_fn_with_logistic_metrics as _get_model_fn_with_logistic_metrics,
)
from tf_spec_compat.estimators.canned.logistic_regressor import (
    _make_logistic_eval_metric_ops as _make_logistic_eval_metric_ops,
)

__all__ = ["LogisticRegressor"]
