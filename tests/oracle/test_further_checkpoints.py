"""Checkpoints of k-means, SVM and SDCA cross over from TF 1.15.5, and have its names here."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from .compare import differences
from .further_checkpoints import record as recorder
from .further_facts import apart


@pytest.fixture(scope="module")
def golden() -> Any:
    """What TF 1.15.5 made of its checkpoints."""
    return json.loads(Path(recorder.FACTS).read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(recorder.MODELS))
def test_a_checkpoint_of_1_15_is_used_as_there(name: str, golden: Any, tmp_path: Path) -> None:
    """It is evaluated, asked and trained further, with the numbers of TF 1.15.5."""
    with zipfile.ZipFile(recorder.archive(name)) as file:
        file.extractall(tmp_path)
    found = apart(differences(golden[name], recorder.observe(name, str(tmp_path))), 3)
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)


@pytest.mark.parametrize("name", sorted(recorder.MODELS))
def test_our_checkpoint_is_one_of_1_15(name: str, golden: Any, tmp_path: Path) -> None:
    """A checkpoint that is written here has TF 1.15.5's names, dtypes, shapes and values."""
    made = recorder.MODELS[name](str(tmp_path))
    made.fit(input_fn=recorder.INPUTS[name], steps=recorder.STEPS)
    assert recorder.variables(str(tmp_path)) == golden[name]["variables"]
    before = golden[name]["before"]["weights"]
    found = apart(differences(before, recorder.weights(str(tmp_path))), 3)
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)
