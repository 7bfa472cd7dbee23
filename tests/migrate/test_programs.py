"""The programs of examples/legacy after `migrate` print under plain Python what TF 1.15.5 prints.

The figures are those that `tests/examples` compares with for `run`.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import keras2
from tests.examples.test_demo import words as words_of_demo
from tests.examples.test_programs import words
from tf_spec_compat.migrate.draft import Options
from tf_spec_compat.migrate.fixing import select
from tf_spec_compat.migrate.migration import Migration

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted((ROOT / "examples" / "legacy").glob("*.py"))
RECORDED = ROOT / "tests" / "examples"


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    """A folder with the programs, rewritten by the safe fixers of `--to shim`."""
    folder = tmp_path_factory.mktemp("migrated")
    for program in PROGRAMS:
        shutil.copy(program, folder)
    migration = Migration([str(folder)])
    assert not migration.problems
    for change in migration.changes(select("shim"), Options()):
        assert change.applied
        assert change.left == ()
        change.write()
    return folder


def test_is_done(migrated):
    """A second time there is nothing to rewrite."""
    changes = Migration([str(migrated)]).changes(select("shim"), Options())
    assert [change.path for change in changes if change.applied] == []
    assert len(changes) == len(PROGRAMS)


@pytest.mark.parametrize("name", [program.stem for program in PROGRAMS])
def test_prints_what_tf1_prints(migrated, name, tmp_path):
    """Without a hook it prints the losses, predictions and signatures of TF 1.15.5."""
    program = migrated / f"{name}.py"
    if keras2.MISSING and re.search(r"tf\.layers|rnn_cell", program.read_text()):
        pytest.skip("Keras 2 is not installed")
    done = subprocess.run(
        [sys.executable, str(program)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    read = words_of_demo if name == "iris_head" else words
    output = re.sub(r"\bnp\.\w+\(([^()]*)\)", r"\1", done.stdout)  # as NumPy 2 shows numbers
    assert read(output) == [
        pytest.approx(word, rel=2e-3, abs=5e-4) if isinstance(word, float) else word
        for word in read((RECORDED / f"{name}.txt").read_text())
    ]
