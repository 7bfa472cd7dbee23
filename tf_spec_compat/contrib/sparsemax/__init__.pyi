# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.sparsemax import python as python
from tf_spec_compat.contrib.sparsemax import sparsemax_loss_module as sparsemax_loss_module
from tf_spec_compat.contrib.sparsemax import sparsemax_module as sparsemax_module
from tf_spec_compat.extras.sparsemax import sparsemax as sparsemax
from tf_spec_compat.extras.sparsemax import sparsemax_loss as sparsemax_loss

__all__ = ["sparsemax", "sparsemax_loss"]
