"""Mixtures of Gaussians: what goes beyond the comparison with TF 1.15.5 (the oracle's cases)."""

import importlib

import numpy as np
import pytest

from tf_spec_compat._tf import private, tf, tf1
from tf_spec_compat.contrib import factorization

POINTS = np.random.RandomState(1).randn(60, 2).astype(np.float32)
POINTS[:40] = POINTS[:40] * [0.5, 2] + [8, 0]


def fitted(steps, first, **options):
    """The shares and means after some steps."""
    made = factorization.gmm(tf.constant(POINTS), first, 2, random_seed=1, **options)
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(made[4])
        likelihoods = []
        for _ in range(steps):
            likelihoods.append(float(np.mean(session.run(made[1]))))
            session.run(made[3])
        values = {v.op.name: session.run(v) for v in tf1.global_variables()}
    return values, likelihoods


@pytest.mark.parametrize("covariance_type", ["full", "diag"])
def test_finds_the_mixture(graph, covariance_type):
    """Shares, means and variances are those that the points were drawn from."""
    values, likelihoods = fitted(20, POINTS[[0, 50]], covariance_type=covariance_type)
    np.testing.assert_allclose(values["alphas"], [2 / 3, 1 / 3], atol=0.02)
    np.testing.assert_allclose(values["clusters"][0, 0], POINTS[:40].mean(0), atol=0.1)
    assert np.all(np.diff(likelihoods) > -1e-3)


def test_first_means_are_examples(graph):
    """`random` takes two different examples."""
    values, _ = fitted(0, "random")
    rows = [np.flatnonzero((mean == POINTS).all(1)) for mean in values["clusters"][:, 0]]
    assert len({int(row[0]) for row in rows}) == 2


def test_wrong_covariance_type(graph):
    """An unknown type of covariance is named, and those that there are."""
    with pytest.raises(ValueError, match="Invalid covariance type: zz; pass 'full' or 'diag'"):
        factorization.gmm(tf.constant(POINTS), "random", 2, 0, covariance_type="zz")


def test_paths():
    """The function and the module of one name are both there."""
    deep = "tf_spec_compat.contrib.factorization.python.ops."
    assert importlib.import_module(deep + "gmm").GMM is factorization.GMM
    assert importlib.import_module(deep + "gmm_ops").gmm is factorization.gmm
    kmeans = importlib.import_module(deep + "kmeans")
    assert kmeans.KMeansClustering is factorization.KMeansClustering
    assert factorization.KMeans is private.KMeans
