"""Processes of one's own, for tests where it matters what is loaded and when."""

import os
import subprocess
import sys
import textwrap
from importlib import util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PRELUDE = """
import sys, warnings

def load(name):
    # TensorFlow's own imports warn, depending on the versions of protobuf, numpy and Python.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        __import__(name)
    return sys.modules[name]

def message(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f"{function} raised no {kind.__name__}")

"""


@pytest.fixture(scope="session")
def run():
    """A function that runs code with warnings as errors, and fails as it fails.

    Keyword arguments are environment variables, None to unset one.
    """

    def run(code, **environment):
        env = {**os.environ, "TF_USE_LEGACY_KERAS": None, "TF_CONFIG": None, **environment}
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", PRELUDE + textwrap.dedent(code)],
            cwd=ROOT,
            env={name: value for name, value in env.items() if value is not None},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-4000:]
        return done.stdout

    return run


@pytest.fixture(scope="session")
def bridged():
    """Whether this TensorFlow comes without tf.estimator (2.16 and newer)."""
    return util.find_spec("tensorflow.python.distribute.estimator_training") is None


@pytest.fixture
def only_bridged(bridged):
    """Skips the test where TensorFlow has tf.estimator itself."""
    if not bridged:
        pytest.skip("TensorFlow up to 2.15 has tf.estimator")
