"""Checkpoints of TF 1.15.5's canned estimators are used here, and ours are what it would write."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from .canned_checkpoint_1_15 import record_checkpoints as recorder
from .compare import differences

NAMES = sorted(recorder.MODELS)


@pytest.fixture(scope="module")
def golden() -> Any:
    """What TF 1.15.5 made of its checkpoints."""
    with open(recorder.FACTS) as file:
        return json.load(file)


@pytest.mark.parametrize("name", NAMES)
def test_a_checkpoint_of_1_15_is_used_as_there(golden: Any, name: str, tmp_path: Path) -> None:
    """It is evaluated, asked and trained further, with the numbers of TF 1.15.5."""
    folder = tmp_path / "model"
    shutil.copytree(os.path.join(recorder.HERE, name), folder)
    found = differences(golden[name], recorder.observe(name, str(folder)))
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_our_checkpoint_is_one_of_1_15(golden: Any, name: str, tmp_path: Path) -> None:
    """A checkpoint that is written here has TF 1.15.5's names, dtypes and shapes."""
    made, input_fn = recorder.make(name, str(tmp_path))
    made.fit(input_fn=input_fn, steps=1)
    assert recorder.variables(str(tmp_path)) == golden[name]["variables"]
