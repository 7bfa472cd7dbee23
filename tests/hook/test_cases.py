"""Programs as projects have them print under `run` what they print under TensorFlow 1.15.5.

`cases/printed.txt` is what TensorFlow 1.15.5 printed; `cases/program.py` says how.
"""

import itertools

import pytest

from tests import keras2
from tests.hook.conftest import ROOT, run_python

CASES = ROOT / "tests" / "hook" / "cases"

# Without Keras 2 the layers of feature columns are this project's.
WITHOUT_KERAS_2 = """
import sys
sys.modules["tf_keras"] = None
from tf_spec_compat.cli.main import main
sys.exit(main())
"""


def printed(text):
    """Gives the lines of each program."""
    found, name = {}, None
    for line in text.splitlines():
        if line.startswith("== "):
            name = line[3:]
            found[name] = []
        else:
            found[name].append(line)
    return found


GOLDEN = printed((CASES / "printed.txt").read_text("utf-8"))
if keras2.MISSING:
    del GOLDEN["host_summary"], GOLDEN["python_keras"]


@pytest.fixture(scope="module")
def run():
    """What the programs print in one process."""
    done = run_python("-m", "tf_spec_compat", "run", CASES / "program.py", *GOLDEN)
    assert done.returncode == 0, done.stderr
    return printed(done.stdout)


@pytest.mark.parametrize("name", sorted(GOLDEN.keys() - {"early_hook", "vocabulary"}))
def test_same_lines(run, name):
    """A program prints what it printed under TensorFlow 1.15.5."""
    assert run[name] == GOLDEN[name]


def test_names_of_earlier_releases(run):
    """What contrib.estimator had before 1.15 is there, and what 1.15 had too."""
    for line, golden in itertools.zip_longest(run["early_hook"], GOLDEN["early_hook"]):
        name = golden.partition(" ")[0]
        assert line == f"{name} {name}"


def test_a_tokenizer_has_to_be_trusted(run):
    """A class restores what its module defines; a processor's tokenizer needs `trusted`."""
    *own, advice = run["vocabulary"]
    assert own == GOLDEN["vocabulary"][:2]
    assert "cannot be restored: it names chars.chars" in advice
    assert "restore(filename, trusted=[tokenizer])" in advice


def test_feature_layers_without_keras_2():
    """Layers of feature columns give the same where Keras 2 is not installed."""
    done = run_python(
        "-c",
        WITHOUT_KERAS_2,
        "run",
        CASES / "program.py",
        "feature_layers",
        environment={"TF_USE_LEGACY_KERAS": ""},
    )
    assert printed(done.stdout) == {"feature_layers": GOLDEN["feature_layers"]}, done.stderr
