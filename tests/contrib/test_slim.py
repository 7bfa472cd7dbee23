"""`contrib.slim` does what TF 1.15.5's did, in TF1's graph mode, for which it is made."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.oracle.package_compare import check, recorded
from tf_spec_compat.contrib import slim

RECORDED = recorded("slim")
OBSERVE = """
import json, sys
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
from tests.oracle import package_cases
json.dump(package_cases.observe("slim"), open(sys.argv[1], "w"))
"""


@pytest.fixture(scope="module")
def observed(tmp_path_factory):
    """What it does here in each case."""
    path = tmp_path_factory.mktemp("slim") / "observed.json"
    subprocess.run(
        [sys.executable, "-c", OBSERVE, str(path)],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
    )
    return json.loads(path.read_text())


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Figures, variables, items of records and modules by their paths are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)


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
