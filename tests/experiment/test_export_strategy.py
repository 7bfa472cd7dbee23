"""`ExportStrategy` as a named tuple; the oracle has what it calls."""

import pickle

import pytest

from tf_spec_compat.contrib.learn import ExportStrategy


def export_fn(estimator, export_path, checkpoint_path=None):
    return [estimator, export_path, checkpoint_path]


def test_is_a_named_tuple():
    """It compares, hashes, pickles and is replaced like a tuple of its three fields."""
    strategy = ExportStrategy("a", export_fn)
    assert strategy == ("a", export_fn, None)
    assert hash(strategy) == hash(ExportStrategy("a", export_fn))
    assert pickle.loads(pickle.dumps(strategy)) == strategy
    assert strategy._replace(name="b") == ExportStrategy("b", export_fn)
    assert type(strategy._replace(name="b")) is ExportStrategy


def test_passes_what_the_function_takes():
    """Of checkpoint and result, the function is given those it has arguments for."""
    strategy = ExportStrategy("a", export_fn, strip_default_attrs=True)
    assert strategy.export("e", "p", "c", {"loss": 1}) == ["e", "p", "c"]


def test_result_without_checkpoint_is_refused():
    """A function that takes a result but no checkpoint is an error that names both."""

    def lacking(estimator, export_path, eval_result):
        return None

    with pytest.raises(ValueError, match=r"must also accept checkpoint_path.*'a'"):
        ExportStrategy("a", lacking).export(None, "p")
