"""The worked migration: each stage is what the command makes of the last, and does the same."""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import keras2
from tests.examples.test_programs import words
from tf_spec_compat.migrate.draft import Options
from tf_spec_compat.migrate.fixing import select
from tf_spec_compat.migrate.migration import Migration

ROOT = Path(__file__).parents[2]
STAGES = ROOT / "examples" / "migration"
RECORDED = Path(__file__).with_name("migration.txt")


def files(folder):
    """The sources below a folder, by their paths."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*.py"))


@pytest.mark.parametrize(("before", "after"), [("run", "shim"), ("shim", "estimator")])
def test_stage(before, after, tmp_path):
    """What is checked in is what `migrate --to STAGE --write` writes."""
    folder = shutil.copytree(STAGES / before, tmp_path / "flats")
    for change in Migration([str(folder)]).changes(select(after), Options(to=after)):
        change.write()
    names = files(STAGES / after)
    assert names == files(folder)
    assert filecmp.cmpfiles(folder, STAGES / after, names, shallow=False)[0] == names


@pytest.mark.parametrize("stage", ["run", "shim", "estimator"])
def test_prints_what_tf1_prints(stage, tmp_path):
    """At each stage training, metrics, predictions and signatures are those of TF 1.15.5."""
    sources = "".join(path.read_text() for path in STAGES.joinpath(stage).rglob("*.py"))
    if keras2.MISSING and re.search(r"use_legacy_keras", sources):
        pytest.skip("Keras 2 is not installed")
    hook = ["-m", "tf_spec_compat", "run"] if stage == "run" else []
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    for program in ("train.py", "test_flats.py"):
        done = subprocess.run(
            [sys.executable, *hook, str(STAGES / stage / program)],
            cwd=tmp_path,
            env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        if program == "train.py":
            assert words(done.stdout) == [
                pytest.approx(word, rel=2e-3, abs=5e-4) if isinstance(word, float) else word
                for word in words(RECORDED.read_text())
            ]
