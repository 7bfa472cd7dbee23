# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.sparsemax import sparsemax_loss as sparsemax_loss

__all__ = ["sparsemax_loss"]
