# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tfprof import model_analyzer as model_analyzer
from tf_spec_compat.contrib.tfprof import tfprof_logger as tfprof_logger

__all__ = ["model_analyzer", "tfprof_logger"]
