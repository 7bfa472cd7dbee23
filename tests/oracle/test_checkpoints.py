"""Checkpoints written here are those that TF 1.15.5 would write; the oracle has the way back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tf_spec_compat._tf import tf1

from .compare import differences
from .groups import GROUPS

GROUP = GROUPS["estimators/checkpoints"]
GOLDEN = GROUP.golden()
DRAWN = ("combined", "dnn", "linear")  # Their first weights are drawn.
# How far weights may be off: SDCA's op draws the order of the examples, by no seed that it takes.
# In one thread, from the same state, 200 calls of it gave 200 results; one run in sixteen of this
# test was off by 0.002.
MAY_BE_OFF = {"svm": 0.005}


@pytest.mark.parametrize("name", sorted(set(GOLDEN) - {"rnn"}))
def test_our_checkpoint_is_one_of_1_15(name: str, tmp_path: Path) -> None:
    """A checkpoint that is written here has TF 1.15.5's names, dtypes, shapes and values."""
    case, golden = GROUP.cases()[name], GOLDEN[name]
    case.train(str(tmp_path), 1 if name in DRAWN else None)
    assert GROUP.load().variables(str(tmp_path)) == golden["variables"]
    if name not in DRAWN:
        weights = golden["before"].get("weights", golden["before"])
        found = [
            (place, theirs, ours)
            for place, theirs, ours in differences(
                weights, case.weights(str(tmp_path)), name, GROUP.tolerance
            )
            if not _is_near(theirs, ours, MAY_BE_OFF.get(name, 0))
        ]
        assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)


def _is_near(theirs: Any, ours: Any, far: float) -> bool:
    return isinstance(theirs, float) and isinstance(ours, float) and abs(theirs - ours) <= far


def test_our_files_are_those_of_1_15(tmp_path: Path) -> None:
    """A checkpoint that is written here has TF 1.15.5's files and state."""
    case: Any = GROUP.cases()["two_heads"]
    case.train(str(tmp_path))
    assert set(os.listdir(case.path)) <= set(os.listdir(tmp_path))
    assert (tmp_path / "checkpoint").read_text() == Path(case.path, "checkpoint").read_text()


def test_a_checkpoint_may_be_named(tmp_path: Path) -> None:
    """`evaluate(checkpoint_path=)` takes TF 1.15.5's checkpoint in a folder that is not its own."""
    case: Any = GROUP.cases()["two_heads"]
    path = tf1.train.latest_checkpoint(case.restore(str(tmp_path)))
    estimator = case.make(str(tmp_path / "other"))
    results = estimator.evaluate(input_fn=case.input_fn, steps=2, checkpoint_path=path)
    assert results == pytest.approx(GOLDEN["two_heads"]["evaluation"], rel=1e-5)
