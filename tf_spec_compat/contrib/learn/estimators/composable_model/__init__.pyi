# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.canned.composable_model import (
    DNNComposableModel as DNNComposableModel,
)
from tf_spec_compat.estimators.canned.composable_model import (
    LinearComposableModel as LinearComposableModel,
)
from tf_spec_compat.estimators.canned.composable_model import _ComposableModel as _ComposableModel

__all__ = ["DNNComposableModel", "LinearComposableModel"]
