# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.factorization.gmm_ops import DIAG_COVARIANCE as DIAG_COVARIANCE
from tf_spec_compat.extras.factorization.gmm_ops import FULL_COVARIANCE as FULL_COVARIANCE
from tf_spec_compat.extras.factorization.gmm_ops import MEPS as MEPS
from tf_spec_compat.extras.factorization.gmm_ops import GmmAlgorithm as GmmAlgorithm
from tf_spec_compat.extras.factorization.gmm_ops import gmm as gmm

__all__ = ["DIAG_COVARIANCE", "FULL_COVARIANCE", "MEPS", "GmmAlgorithm", "gmm"]
