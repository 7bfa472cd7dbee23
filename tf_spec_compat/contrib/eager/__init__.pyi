# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import ASYNC as ASYNC
from tf_spec_compat._tf.private import DEVICE_PLACEMENT_EXPLICIT as DEVICE_PLACEMENT_EXPLICIT
from tf_spec_compat._tf.private import DEVICE_PLACEMENT_SILENT as DEVICE_PLACEMENT_SILENT
from tf_spec_compat._tf.private import DEVICE_PLACEMENT_WARN as DEVICE_PLACEMENT_WARN
from tf_spec_compat._tf.private import SYNC as SYNC
from tf_spec_compat._tf.private import AutoTrackable as Checkpointable
from tf_spec_compat._tf.private import eager_async_clear_error as async_clear_error
from tf_spec_compat._tf.private import eager_async_wait as async_wait
from tf_spec_compat._tf.private import eager_EagerVariableStore as EagerVariableStore
from tf_spec_compat._tf.private import (
    eager_enable_remote_eager_execution as enable_remote_eager_execution,
)
from tf_spec_compat._tf.private import eager_execution_mode as execution_mode
from tf_spec_compat._tf.private import eager_gradients_function as gradients_function
from tf_spec_compat._tf.private import eager_implicit_gradients as implicit_gradients
from tf_spec_compat._tf.private import (
    eager_implicit_value_and_gradients as implicit_value_and_gradients,
)
from tf_spec_compat._tf.private import eager_make_template as make_template
from tf_spec_compat._tf.private import eager_num_gpus as num_gpus
from tf_spec_compat._tf.private import eager_run as run
from tf_spec_compat._tf.private import (
    eager_run_all_tests_in_graph_and_eager_modes as run_all_tests_in_graph_and_eager_modes,
)
from tf_spec_compat._tf.private import (
    eager_run_test_in_graph_and_eager_modes as run_test_in_graph_and_eager_modes,
)
from tf_spec_compat._tf.private import eager_set_execution_mode as set_execution_mode
from tf_spec_compat._tf.private import eager_set_server_def as set_server_def
from tf_spec_compat._tf.private import (
    eager_value_and_gradients_function as value_and_gradients_function,
)
from tf_spec_compat._tf.private import eager_Variable as Variable
from tf_spec_compat.contrib.eager import python as python
from tf_spec_compat.contrib.eager import tfe as tfe

__all__ = [
    "ASYNC",
    "DEVICE_PLACEMENT_EXPLICIT",
    "DEVICE_PLACEMENT_SILENT",
    "DEVICE_PLACEMENT_WARN",
    "SYNC",
    "Checkpoint",
    "Checkpointable",
    "EagerVariableStore",
    "GradientTape",
    "TensorSpec",
    "Variable",
    "async_clear_error",
    "async_wait",
    "connect_to_remote_host",
    "custom_gradient",
    "defun",
    "enable_eager_execution",
    "enable_remote_eager_execution",
    "executing_eagerly",
    "execution_mode",
    "function",
    "gradients_function",
    "implicit_gradients",
    "implicit_value_and_gradients",
    "in_eager_mode",
    "list_devices",
    "make_template",
    "num_gpus",
    "py_func",
    "run",
    "run_all_tests_in_graph_and_eager_modes",
    "run_test_in_graph_and_eager_modes",
    "set_execution_mode",
    "set_server_def",
    "value_and_gradients_function",
]

connect_to_remote_host: Any
custom_gradient: Any
defun: Any
enable_eager_execution: Any
executing_eagerly: Any
function: Any
in_eager_mode: Any
list_devices: Any
py_func: Any

class Checkpoint(Any): ...
class GradientTape(Any): ...
class TensorSpec(Any): ...
