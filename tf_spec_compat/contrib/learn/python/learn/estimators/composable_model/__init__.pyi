# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.composable_model import *
from tf_spec_compat.contrib.learn.estimators.composable_model import (
    _ComposableModel as _ComposableModel,
)
