# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.specs.serving_input import InputFnOps as InputFnOps
from tf_spec_compat.specs.serving_input import (
    build_default_serving_input_fn as build_default_serving_input_fn,
)
from tf_spec_compat.specs.serving_input import (
    build_parsing_serving_input_fn as build_parsing_serving_input_fn,
)

__all__ = ["InputFnOps", "build_default_serving_input_fn", "build_parsing_serving_input_fn"]
