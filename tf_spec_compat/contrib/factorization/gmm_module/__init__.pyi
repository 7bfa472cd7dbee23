# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.gmm import GMM as GMM

__all__ = ["GMM"]
