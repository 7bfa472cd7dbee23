"""What all commands share: the command line itself, and output that nobody reads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def programs(tmp_path):
    """A folder with a program."""
    line = "tf.contrib.learn.Estimator(model_fn, tf.contrib.tensorrt.x)\n"
    (tmp_path / "train.py").write_text("import tensorflow as tf\n" + 200 * line)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "."],
        ["check", ".", "--output-format", "json"],
        ["check", "--help"],
        ["--help"],
        ["check", "--explain", "G501"],
        ["migrate", "."],
        ["migrate", "--list-fixers"],
    ],
    ids=" ".join,
)
def test_closed_pipe(programs, arguments):
    """Where nobody reads the output any more a command ends without a word, as grep does."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "tf_spec_compat", *arguments],
            cwd=programs,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
        )
    errors = [line for line in done.stderr.splitlines() if "train.py" not in line]
    assert errors == []
    # argparse itself passes over it where it prints the help without a buffer.
    assert done.returncode == 141 or (done.returncode == 0 and "--help" in arguments)
