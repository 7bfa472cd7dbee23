"""Checkpoints cross over: TF 1.15.5's is used here, and ours is what TF 1.15.5 would write."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tf_spec_compat._tf import tf1

from .checkpoint_1_15 import record_checkpoint as recorder
from .compare import differences


@pytest.fixture(scope="module")
def golden() -> Any:
    """What TF 1.15.5 made of its checkpoint."""
    with open(recorder.FACTS) as file:
        return json.load(file)


def restored(folder: Path) -> str:
    """A folder with a copy of the checkpoint in it."""
    for name in os.listdir(recorder.HERE):
        if name.startswith(("model.ckpt-", "checkpoint")):
            shutil.copy(os.path.join(recorder.HERE, name), folder)
    return str(folder)


def test_a_checkpoint_of_1_15_is_used_as_there(golden: Any, tmp_path: Path) -> None:
    """It is evaluated, asked, exported and trained further, with the numbers of TF 1.15.5."""
    found = differences(golden, recorder.observe(restored(tmp_path)))
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)


def test_our_checkpoint_is_one_of_1_15(golden: Any, tmp_path: Path) -> None:
    """A checkpoint that is written here has TF 1.15.5's files, names, dtypes, shapes and values."""
    recorder.make(str(tmp_path)).fit(input_fn=recorder.input_fn, steps=recorder.STEPS)
    assert recorder.variables(str(tmp_path)) == golden["variables"]
    found = differences(golden["before"], recorder.weights(str(tmp_path)))
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)
    theirs = {name for name in os.listdir(recorder.HERE) if name.startswith("model.ckpt-")}
    assert theirs <= set(os.listdir(tmp_path))
    state = (tmp_path / "checkpoint").read_text()
    assert state == Path(recorder.HERE, "checkpoint").read_text()


def test_a_checkpoint_may_be_named(golden: Any, tmp_path: Path) -> None:
    """`evaluate(checkpoint_path=)` takes TF 1.15.5's checkpoint in a folder that is not its own."""
    path = tf1.train.latest_checkpoint(restored(tmp_path))
    estimator = recorder.make(str(tmp_path / "other"))
    results = estimator.evaluate(input_fn=recorder.input_fn, steps=2, checkpoint_path=path)
    assert results == pytest.approx(golden["evaluation"], rel=1e-5)
