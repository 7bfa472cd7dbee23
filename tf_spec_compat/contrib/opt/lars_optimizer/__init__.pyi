# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.lars import LARSOptimizer as LARSOptimizer

__all__ = ["LARSOptimizer"]
