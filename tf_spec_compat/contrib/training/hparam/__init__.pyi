# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.assignments import parse_values as parse_values
from tf_spec_compat.extras.training.hparam import HParams as HParams

__all__ = ["HParams", "parse_values"]
