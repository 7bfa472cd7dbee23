# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.sparsemax import sparsemax as sparsemax

__all__ = ["sparsemax"]
