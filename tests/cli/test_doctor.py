"""`tf-spec-compat doctor`: what is installed, what works, and an exit code."""

import json
import sys
from importlib.metadata import version

import pytest
import tensorflow as tf

import tf_spec_compat
from tests.hook.conftest import run_python

WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from tf_spec_compat.cli.main import main
sys.exit(main(["doctor"]))
"""

BROKEN = """
import sys
from tf_spec_compat._tf import tf1
from tf_spec_compat.cli.main import main
def save(*args, **kwargs):
    raise OSError("no disk")
tf1.train.Saver.save = save
sys.exit(main(["doctor"]))
"""


@pytest.fixture(scope="module")
def report():
    done = run_python("-m", "tf_spec_compat", "doctor")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_versions(report):
    """The report has the versions of Python, TensorFlow and what legacy programs need beside it."""
    rows = dict(line.split(None, 1) for line in report[:10])
    assert rows["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert rows["tensorflow"] == tf.__version__
    assert rows["tensorflow-estimator"] == version("tensorflow-estimator")
    assert {"keras", "tf-keras", "tf-slim", "tf-spec-compat"} < set(rows)


def test_contrib(report):
    """The report says for each package of contrib whether this release has it."""
    start = report.index("tensorflow.contrib")
    rows = dict(line.split(None, 1) for line in report[start + 1 :] if line.startswith("  "))
    assert rows["learn"].endswith("names")
    assert all(value[0].isdigit() or "are gone" in value for value in rows.values())
    assert report[-1] == "Legacy programs run here if they use no more of contrib than this."


def test_tries_a_model(report):
    """A model was trained, exported and loaded; the report says how well it learned."""
    (line,) = (line for line in report if line.startswith("A small model was trained"))
    assert 0 < float(line.rpartition(" ")[2]) < 14.5  # (3-1)^2 and (7-2)^2 without training


def test_json():
    """The report is also a JSON object, with a field for each of its parts."""
    done = run_python("-m", "tf_spec_compat", "doctor", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["ok"] is True
    assert report["problems"] == []
    assert report["tensorflow"] == tf.__version__
    assert report["versions"]["numpy"] == version("numpy")
    assert report["contrib"]["learn"] > 50
    assert report["model"]["loss"] > 0


def test_a_model_that_does_not_run():
    """Where everything imports and a model does not train, that is the report's end."""
    done = run_python("-c", BROKEN)
    assert done.returncode == 1, done.stderr
    assert "a small model does not train, export and load: OSError: no disk" in done.stdout
    assert done.stdout.splitlines()[-1] == "Legacy programs do not run here."


def test_version():
    """`--version` prints the package's version."""
    done = run_python("-m", "tf_spec_compat", "--version")
    assert done.stdout.split() == ["tf-spec-compat", tf_spec_compat.__version__]


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("tensorflow", "pip install 'tensorflow"),
        ("tf_spec_compat.contrib.layers", "tensorflow.contrib.layers"),
    ],
)
def test_where_programs_do_not_run(missing, words):
    """What does not import is named, and the exit code is 1."""
    done = run_python("-c", WITHOUT, missing)
    assert done.returncode == 1, done.stdout
    assert words in done.stdout
    assert done.stdout.splitlines()[-1] == "Legacy programs do not run here."
