# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import read_eval_metrics as read_eval_metrics

__all__ = [
    "make_early_stopping_hook",
    "read_eval_metrics",
    "stop_if_higher_hook",
    "stop_if_lower_hook",
    "stop_if_no_decrease_hook",
    "stop_if_no_increase_hook",
]

make_early_stopping_hook: Any
stop_if_higher_hook: Any
stop_if_lower_hook: Any
stop_if_no_decrease_hook: Any
stop_if_no_increase_hook: Any
