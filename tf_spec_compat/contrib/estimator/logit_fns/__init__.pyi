# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["call_logit_fn", "dnn_logit_fn_builder", "linear_logit_fn_builder"]

call_logit_fn: Any
dnn_logit_fn_builder: Any
linear_logit_fn_builder: Any
