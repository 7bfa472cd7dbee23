"""`contrib.slim` has its names, of star imports too; the oracle compares what it does."""

import importlib

import pytest

from tf_spec_compat.contrib import slim


def test_every_name_is_there():
    """Each name that slim shows exists."""
    assert [name for name in slim.__all__ if not hasattr(slim, name)] == []
    for package in (slim.data, slim.nets):
        assert [name for name in package.__all__ if not hasattr(package, name)] == []


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("ProblemType", "target_column"),
        ("adaptive_clipping_fn", "optimizers"),
        ("binary_svm_target", "target_column"),
        ("bucketize", "bucketization_op"),
        ("embedding_lookup_sparse_with_distributed_aggregation", "embedding_ops"),
        ("get_default_binary_metrics_for_eval", "target_column"),
        ("pool", "layers"),
        ("scattered_embedding_lookup", "embedding_ops"),
        ("scattered_embedding_lookup_sparse", "embedding_ops"),
        ("sparse_feature_cross", "sparse_feature_cross_op"),
        ("summarize_biases", "summaries"),
        ("summarize_variables", "summaries"),
        ("summarize_weights", "summaries"),
    ],
)
def test_names_by_star_imports(name, module):
    """TF 1.15.5's slim had these names of contrib.layers' modules; they are not in `dir`."""
    layers = importlib.import_module(f"tf_spec_compat.contrib.layers.{module}")
    assert getattr(slim, name) is getattr(layers, name)
    assert name not in slim.__all__
