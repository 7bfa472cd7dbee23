"""`tf-spec-compat doctor`: what is installed, what works, and an exit code."""

import sys
from importlib.metadata import version

import pytest

from tests.hook.conftest import run_python

WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from tf_spec_compat.cli.main import main
sys.exit(main(["doctor"]))
"""


@pytest.fixture(scope="module")
def report():
    done = run_python("-m", "tf_spec_compat", "doctor")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_versions(report):
    """The report has the versions of Python, TensorFlow and what legacy programs need beside it."""
    rows = dict(line.split(None, 1) for line in report[:7])
    assert rows["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert rows["tensorflow"] == version("tensorflow")
    assert rows["tensorflow-estimator"] == version("tensorflow-estimator")
    assert {"keras", "tf-keras", "tf-slim", "tf-spec-compat"} < set(rows)


def test_contrib(report):
    """The report says for each package of contrib whether this release has it."""
    start = report.index("tensorflow.contrib")
    rows = dict(line.split(None, 1) for line in report[start + 1 :] if line.startswith("  "))
    assert rows["learn"].endswith("names")
    assert all(value[0].isdigit() or "are gone" in value for value in rows.values())
    assert report[-1] == "Legacy programs run here if they use no more of contrib than this."


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
