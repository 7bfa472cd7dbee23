# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import basic_session_run_hooks as basic_session_run_hooks
from tf_spec_compat._tf.private import checkpoint_management as checkpoint_management
from tf_spec_compat._tf.private import server_lib as server_lib
from tf_spec_compat.contrib.learn import monitors as monitors
from tf_spec_compat.experiment.experiment import Experiment as Experiment

__all__ = ["Experiment"]
