# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.agn import AGNCustomGetter as AGNCustomGetter
from tf_spec_compat.optimizers.agn import AGNOptimizer as AGNOptimizer

__all__ = ["AGNCustomGetter", "AGNOptimizer"]
