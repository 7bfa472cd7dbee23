# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.nadam import NadamOptimizer as NadamOptimizer

__all__ = ["NadamOptimizer"]
