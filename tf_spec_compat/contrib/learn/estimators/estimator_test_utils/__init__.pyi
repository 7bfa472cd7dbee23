# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.test_utils import (
    assert_estimator_contract as assert_estimator_contract,
)
from tf_spec_compat.estimators.test_utils import assert_in_range as assert_in_range

__all__ = ["assert_estimator_contract", "assert_in_range"]
