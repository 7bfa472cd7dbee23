# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import (
    BetaWithSoftplusConcentration as BetaWithSoftplusConcentration,
)
from tf_spec_compat._tf.private import ExponentialWithSoftplusRate as ExponentialWithSoftplusRate
from tf_spec_compat._tf.private import (
    GammaWithSoftplusConcentrationRate as GammaWithSoftplusConcentrationRate,
)
from tf_spec_compat._tf.private import LaplaceWithSoftplusScale as LaplaceWithSoftplusScale
from tf_spec_compat._tf.private import NormalWithSoftplusScale as NormalWithSoftplusScale
from tf_spec_compat._tf.private import (
    StudentTWithAbsDfSoftplusScale as StudentTWithAbsDfSoftplusScale,
)
from tf_spec_compat._tf.private import fill_triangular as fill_triangular
from tf_spec_compat._tf.private import fill_triangular_inverse as fill_triangular_inverse
from tf_spec_compat._tf.private import matrix_diag_transform as matrix_diag_transform
from tf_spec_compat._tf.private import reduce_weighted_logsumexp as reduce_weighted_logsumexp
from tf_spec_compat._tf.private import softplus_inverse as softplus_inverse
from tf_spec_compat._tf.private import tridiag as tridiag
from tf_spec_compat.contrib.distributions import bijectors as bijectors
from tf_spec_compat.contrib.distributions import (
    conditional_transformed_distribution as conditional_transformed_distribution,
)
from tf_spec_compat.contrib.distributions import kumaraswamy as kumaraswamy
from tf_spec_compat.contrib.distributions import mixture as mixture
from tf_spec_compat.contrib.distributions import mixture_same_family as mixture_same_family
from tf_spec_compat.contrib.distributions import mvn_diag as mvn_diag
from tf_spec_compat.contrib.distributions import mvn_diag_plus_low_rank as mvn_diag_plus_low_rank
from tf_spec_compat.contrib.distributions import mvn_full_covariance as mvn_full_covariance
from tf_spec_compat.contrib.distributions import mvn_linear_operator as mvn_linear_operator
from tf_spec_compat.contrib.distributions import mvn_tril as mvn_tril
from tf_spec_compat.contrib.distributions import poisson_lognormal as poisson_lognormal
from tf_spec_compat.contrib.distributions import python as python
from tf_spec_compat.contrib.distributions import relaxed_bernoulli as relaxed_bernoulli
from tf_spec_compat.contrib.distributions import (
    relaxed_onehot_categorical as relaxed_onehot_categorical,
)
from tf_spec_compat.contrib.distributions import sinh_arcsinh as sinh_arcsinh
from tf_spec_compat.contrib.distributions import vector_diffeomixture as vector_diffeomixture
from tf_spec_compat.contrib.distributions import vector_exponential_diag as vector_exponential_diag
from tf_spec_compat.contrib.distributions import (
    vector_exponential_linear_operator as vector_exponential_linear_operator,
)
from tf_spec_compat.contrib.distributions import vector_laplace_diag as vector_laplace_diag
from tf_spec_compat.contrib.distributions import (
    vector_laplace_linear_operator as vector_laplace_linear_operator,
)
from tf_spec_compat.contrib.distributions import (
    vector_sinh_arcsinh_diag as vector_sinh_arcsinh_diag,
)
from tf_spec_compat.contrib.distributions import vector_student_t as vector_student_t
from tf_spec_compat.contrib.distributions import wishart as wishart

__all__ = [
    "Bernoulli",
    "Beta",
    "BetaWithSoftplusConcentration",
    "Categorical",
    "Dirichlet",
    "DirichletMultinomial",
    "Distribution",
    "Exponential",
    "ExponentialWithSoftplusRate",
    "Gamma",
    "GammaWithSoftplusConcentrationRate",
    "Laplace",
    "LaplaceWithSoftplusScale",
    "Multinomial",
    "Normal",
    "NormalWithSoftplusScale",
    "RegisterKL",
    "ReparameterizationType",
    "StudentT",
    "StudentTWithAbsDfSoftplusScale",
    "Uniform",
    "bijectors",
    "conditional_transformed_distribution",
    "fill_triangular",
    "fill_triangular_inverse",
    "kl_divergence",
    "kumaraswamy",
    "matrix_diag_transform",
    "mixture",
    "mixture_same_family",
    "mvn_diag",
    "mvn_diag_plus_low_rank",
    "mvn_full_covariance",
    "mvn_linear_operator",
    "mvn_tril",
    "poisson_lognormal",
    "reduce_weighted_logsumexp",
    "relaxed_bernoulli",
    "relaxed_onehot_categorical",
    "sinh_arcsinh",
    "softplus_inverse",
    "tridiag",
    "vector_diffeomixture",
    "vector_exponential_diag",
    "vector_exponential_linear_operator",
    "vector_laplace_diag",
    "vector_laplace_linear_operator",
    "vector_sinh_arcsinh_diag",
    "wishart",
]

kl_divergence: Any

class Bernoulli(Any): ...
class Beta(Any): ...
class Categorical(Any): ...
class Dirichlet(Any): ...
class DirichletMultinomial(Any): ...
class Distribution(Any): ...
class Exponential(Any): ...
class Gamma(Any): ...
class Laplace(Any): ...
class Multinomial(Any): ...
class Normal(Any): ...
class RegisterKL(Any): ...
class ReparameterizationType(Any): ...
class StudentT(Any): ...
class Uniform(Any): ...
