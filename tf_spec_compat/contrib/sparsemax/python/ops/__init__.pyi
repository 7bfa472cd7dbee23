# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.sparsemax import *
from tf_spec_compat.contrib.sparsemax import sparsemax_loss_module as sparsemax_loss_module
from tf_spec_compat.contrib.sparsemax import sparsemax_module as sparsemax_module

__all__ = ["sparsemax", "sparsemax_loss"]
