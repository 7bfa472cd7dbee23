"""The programs of examples/legacy print under TensorFlow 2 what they print under TF 1.15.5.

`python -m tests.oracle.record examples` recorded the latter. The demo has tests of its own.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import keras2

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted(
    path for path in (ROOT / "examples" / "legacy").glob("*.py") if path.stem != "iris_head"
)


def words(text):
    """The words of a run's output, numbers as such."""
    parts = re.findall(r"-?\d+\.\d+(?:e-?\d+)?|[^\s\d]+|\d+", text)
    return [float(part) if re.match(r"-?\d+\.\d", part) else part for part in parts]


def test_there_are_enough():
    """There are programs of at least eight kinds, the demo's included."""
    assert len(PROGRAMS) >= 8


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_prints_what_tf1_prints(program, tmp_path):
    """Losses, metrics, predictions, variables and signatures are those of TF 1.15.5."""
    if keras2.MISSING and re.search(r"tf\.layers|rnn_cell", program.read_text()):
        pytest.skip("Keras 2 is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "tf_spec_compat", "run", str(program)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING:tensorflow" not in done.stderr
    expected = Path(__file__).with_name(f"{program.stem}.txt").read_text()
    assert words(done.stdout) == [
        pytest.approx(word, rel=2e-3, abs=2e-4) if isinstance(word, float) else word
        for word in words(expected)
    ]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_knows_nothing_of_this_package(program):
    """The programs are TF1 programs: they do not mention this package."""
    assert "tf_spec_compat" not in program.read_text()
