"""`contrib.distributions`: those that TensorFlow keeps."""
# ruff: noqa: C408 - arguments read as calls

import numpy as np

from tests.oracle.legacy import module, tf
from tests.oracle.observe import run

ds = module("distributions")

# Name -> arguments, and values to ask for.
MADE = {
    "Bernoulli": (dict(logits=[0.5, -1.0]), [1, 0]),
    "Beta": (dict(concentration1=2.0, concentration0=3.0), [0.25, 0.5]),
    "BetaWithSoftplusConcentration": (dict(concentration1=2.0, concentration0=-1.0), [0.25, 0.5]),
    "Categorical": (dict(logits=[0.5, -1.0, 2.0]), [2, 0]),
    "Dirichlet": (dict(concentration=[1.0, 2.0, 3.0]), [0.25, 0.25, 0.5]),
    "DirichletMultinomial": (dict(total_count=3.0, concentration=[1.0, 2.0]), [1.0, 2.0]),
    "Exponential": (dict(rate=[0.5, 2.0]), [1.0, 3.0]),
    "ExponentialWithSoftplusRate": (dict(rate=[0.5, -2.0]), [1.0, 3.0]),
    "Gamma": (dict(concentration=2.0, rate=0.5), [1.0, 3.0]),
    "GammaWithSoftplusConcentrationRate": (dict(concentration=2.0, rate=-0.5), [1.0, 3.0]),
    "Laplace": (dict(loc=1.0, scale=2.0), [1.0, 3.0]),
    "LaplaceWithSoftplusScale": (dict(loc=1.0, scale=-2.0), [1.0, 3.0]),
    "Multinomial": (dict(total_count=3.0, probs=[0.25, 0.75]), [1.0, 2.0]),
    "Normal": (dict(loc=[0.0, 1.0], scale=2.0), [0.5, 1.5]),
    "NormalWithSoftplusScale": (dict(loc=0.0, scale=-2.0), [0.5, 1.5]),
    "StudentT": (dict(df=3.0, loc=0.0, scale=2.0), [0.5, 1.5]),
    "StudentTWithAbsDfSoftplusScale": (dict(df=-3.0, loc=0.0, scale=-2.0), [0.5, 1.5]),
    "Uniform": (dict(low=0.0, high=[2.0, 4.0]), [0.5, 3.0]),
}
PAIRS = ["Bernoulli", "Categorical", "Normal", "Beta", "Gamma", "Dirichlet"]


def make(name):
    return getattr(ds, name)(**MADE[name][0])


def facts(name):
    """The figures of a distribution."""
    one = make(name)
    sample = one.sample([2, 3], seed=1)
    return {
        "dtype": one.dtype.name,
        "name": one.name,
        "shapes": [one.batch_shape.as_list(), one.event_shape.as_list(), sample.shape.as_list()],
        "log_prob": run(one.log_prob(MADE[name][1])),
        "mean": run(one.mean()),
        "variance": run(one.variance()),
    }


def divergence(name):
    """Between two of a kind."""
    arguments = {
        key: np.array(value) * 0.5 if key != "total_count" else value
        for key, value in MADE[name][0].items()
    }
    other = getattr(ds, name)(**{key: value.astype("f") for key, value in arguments.items()})
    return run(ds.kl_divergence(make(name), other))


def cases():
    """Every distribution, and the functions beside them."""
    for name in sorted(MADE):
        yield name, lambda name=name: facts(name)
    for name in PAIRS:
        yield "divergence of " + name, lambda name=name: divergence(name)
    yield (
        "divergence of strangers",
        lambda: ds.kl_divergence(make("Bernoulli"), make("Normal")),
    )
    yield "Normal with wrong shapes", lambda: ds.Normal([0.0, 1.0], [1.0, 2.0, 3.0])
    yield "Bernoulli of both", lambda: ds.Bernoulli(logits=0.0, probs=0.5)
    yield "fill_triangular", lambda: run(ds.fill_triangular(np.arange(6, dtype="f")))
    yield "fill_triangular upper", lambda: run(ds.fill_triangular(np.arange(6, dtype="f"), True))
    yield (
        "fill_triangular_inverse",
        lambda: run(ds.fill_triangular_inverse(np.arange(9, dtype="f").reshape(3, 3))),
    )
    yield "fill_triangular of 4", lambda: ds.fill_triangular(np.arange(4, dtype="f"))
    yield (
        "matrix_diag_transform",
        lambda: run(ds.matrix_diag_transform(np.ones([2, 2], "f"), tf.nn.softplus)),
    )
    yield (
        "reduce_weighted_logsumexp",
        lambda: run(ds.reduce_weighted_logsumexp(np.array([[1.0, 2.0]], "f"), [[1.0, -0.25]], -1)),
    )
    yield "softplus_inverse", lambda: run(ds.softplus_inverse(np.array([0.1, 1.0, 50.0], "f")))
    yield (
        "tridiag",
        lambda: run(ds.tridiag(np.array([1.0, 2.0], "f"), np.ones([3], "f"), [3.0, 4.0])),
    )
    yield "Identity", lambda: run(ds.bijectors.Identity().forward([1.0, 2.0]))
