"""The worked migration: each stage is what the command makes of the last, and does the same."""

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.test_programs import words
from tf_spec_compat.migrate.draft import Options
from tf_spec_compat.migrate.fixing import select
from tf_spec_compat.migrate.migration import Migration

ROOT = Path(__file__).parents[2]
STAGES = ROOT / "examples" / "migration"


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


def output(stage, folder):
    """What a stage prints, once its own tests have passed."""
    hook = ["-m", "tf_spec_compat", "run"] if stage == "run" else []
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    for program in ("test_flats.py", "train.py"):
        done = subprocess.run(
            [sys.executable, *hook, str(STAGES / stage / program)],
            cwd=folder,
            env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
    return words(done.stdout)


@pytest.fixture(scope="module")
def unedited(tmp_path_factory):
    """What the package prints as it was written, with the hook."""
    return output("run", tmp_path_factory.mktemp("run"))


@pytest.mark.parametrize("stage", ["shim", "estimator"])
def test_prints_the_same(unedited, stage, tmp_path):
    """Without a hook, training, metrics, predictions and signatures are what they were with it."""
    assert "rmse" in unedited
    assert output(stage, tmp_path) == [
        pytest.approx(word, rel=1e-4, abs=1e-4) if isinstance(word, float) else word
        for word in unedited
    ]
