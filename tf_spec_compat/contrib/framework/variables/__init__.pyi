# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.framework.variables import zero_initializer as zero_initializer

__all__ = [
    "VariableDeviceChooser",
    "add_model_variable",
    "assert_global_step",
    "assert_or_get_global_step",
    "assign_from_checkpoint",
    "assign_from_checkpoint_fn",
    "assign_from_values",
    "assign_from_values_fn",
    "create_global_step",
    "filter_variables",
    "get_global_step",
    "get_local_variables",
    "get_model_variables",
    "get_or_create_global_step",
    "get_trainable_variables",
    "get_unique_variable",
    "get_variable_full_name",
    "get_variables",
    "get_variables_by_name",
    "get_variables_by_suffix",
    "get_variables_to_restore",
    "global_variable",
    "local_variable",
    "model_variable",
    "variable",
    "zero_initializer",
]

add_model_variable: Any
assert_global_step: Any
assert_or_get_global_step: Any
assign_from_checkpoint: Any
assign_from_checkpoint_fn: Any
assign_from_values: Any
assign_from_values_fn: Any
create_global_step: Any
filter_variables: Any
get_global_step: Any
get_local_variables: Any
get_model_variables: Any
get_or_create_global_step: Any
get_trainable_variables: Any
get_unique_variable: Any
get_variable_full_name: Any
get_variables: Any
get_variables_by_name: Any
get_variables_by_suffix: Any
get_variables_to_restore: Any
global_variable: Any
local_variable: Any
model_variable: Any
variable: Any

class VariableDeviceChooser(Any): ...

def __getattr__(name: str) -> Any: ...
