# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distributions.bijectors import *
from tf_spec_compat.contrib.distributions.bijectors import affine as affine
from tf_spec_compat.contrib.distributions.bijectors import exp as exp
from tf_spec_compat.contrib.distributions.bijectors import scale_tril as scale_tril
from tf_spec_compat.contrib.distributions.bijectors import softmax_centered as softmax_centered

__all__ = ["Bijector", "Identity"]
