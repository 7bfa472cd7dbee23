# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.profiler import ALL_ADVICE as ALL_ADVICE
from tf_spec_compat.extras.profiler import FLOAT_OPS_OPTIONS as FLOAT_OPS_OPTIONS
from tf_spec_compat.extras.profiler import PRINT_ALL_TIMING_MEMORY as PRINT_ALL_TIMING_MEMORY
from tf_spec_compat.extras.profiler import (
    TRAINABLE_VARS_PARAMS_STAT_OPTIONS as TRAINABLE_VARS_PARAMS_STAT_OPTIONS,
)
from tf_spec_compat.extras.profiler import advise as advise
from tf_spec_compat.extras.profiler import print_model_analysis as print_model_analysis

__all__ = [
    "ALL_ADVICE",
    "FLOAT_OPS_OPTIONS",
    "PRINT_ALL_TIMING_MEMORY",
    "TRAINABLE_VARS_PARAMS_STAT_OPTIONS",
    "advise",
    "print_model_analysis",
]
