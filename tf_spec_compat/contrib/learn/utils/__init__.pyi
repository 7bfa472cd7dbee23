# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.utils import export as export
from tf_spec_compat.contrib.learn.utils import gc as gc
from tf_spec_compat.contrib.learn.utils import input_fn_utils as input_fn_utils
from tf_spec_compat.contrib.learn.utils import inspect_checkpoint as inspect_checkpoint
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as saved_model_export_utils
from tf_spec_compat.estimators.session_bundle import export_estimator as export_estimator
from tf_spec_compat.experiment.saved_model_strategies import (
    make_export_strategy as make_export_strategy,
)
from tf_spec_compat.specs.serving_input import InputFnOps as InputFnOps
from tf_spec_compat.specs.serving_input import (
    build_default_serving_input_fn as build_default_serving_input_fn,
)
from tf_spec_compat.specs.serving_input import (
    build_parsing_serving_input_fn as build_parsing_serving_input_fn,
)

__all__ = [
    "InputFnOps",
    "build_default_serving_input_fn",
    "build_parsing_serving_input_fn",
    "export",
    "export_estimator",
    "gc",
    "input_fn_utils",
    "inspect_checkpoint",
    "make_export_strategy",
    "saved_model_export_utils",
]
