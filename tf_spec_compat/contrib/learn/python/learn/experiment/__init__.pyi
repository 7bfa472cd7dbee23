# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.experiment import *
from tf_spec_compat.contrib.learn.experiment import (
    basic_session_run_hooks as basic_session_run_hooks,
)
from tf_spec_compat.contrib.learn.experiment import checkpoint_management as checkpoint_management
from tf_spec_compat.contrib.learn.experiment import monitors as monitors
from tf_spec_compat.contrib.learn.experiment import server_lib as server_lib

__all__ = ["Experiment"]
