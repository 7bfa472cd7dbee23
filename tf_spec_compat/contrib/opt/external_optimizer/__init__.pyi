# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.external import (
    ExternalOptimizerInterface as ExternalOptimizerInterface,
)
from tf_spec_compat.optimizers.external import ScipyOptimizerInterface as ScipyOptimizerInterface

__all__ = ["ExternalOptimizerInterface", "ScipyOptimizerInterface"]
