"""When `TF_USE_LEGACY_KERAS` is set, and when it is too late."""

import importlib.metadata
import os
import sys

import pytest

from tests.hook.conftest import facts_of
from tf_spec_compat._tf import keras


@pytest.fixture
def installed(monkeypatch):
    """Pretends that exactly these distributions are installed and nothing is loaded."""

    def pretend(**versions):
        def version(name):
            try:
                return versions[name.replace("-", "_")]
            except KeyError:
                raise importlib.metadata.PackageNotFoundError(name) from None

        monkeypatch.setattr(keras, "version", version)

    for name in ("tensorflow", "keras"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setenv(keras.VARIABLE, "")  # so that it is restored whatever the test does
    monkeypatch.delenv(keras.VARIABLE)
    return pretend


@pytest.mark.parametrize(
    ("versions", "outcome"),
    [
        ({}, "NOT_NEEDED"),
        ({"tensorflow": "2.15.1", "tf_keras": "2.15.0"}, "NOT_NEEDED"),
        ({"tensorflow": "2.16.0rc1", "tf_keras": "2.16.0"}, "SET"),
        ({"tensorflow_cpu": "2.21.0", "tf_keras": "2.21.0"}, "SET"),
        ({"tensorflow": "2.21.0"}, "NOT_INSTALLED"),
    ],
)
def test_where_it_is_set(installed, versions, outcome):
    """The variable is set where TensorFlow has Keras 3 and tf-keras is installed."""
    installed(**versions)
    assert keras.set_variable() is keras.Outcome[outcome]
    assert (keras.VARIABLE in os.environ) == (outcome == "SET")


def test_the_users_choice_stands(installed, monkeypatch):
    """A variable that the user has set stays as it is."""
    installed(tensorflow="2.21.0", tf_keras="2.21.0")
    monkeypatch.setenv(keras.VARIABLE, "0")
    assert keras.set_variable() is keras.Outcome.NOT_NEEDED
    assert os.environ[keras.VARIABLE] == "0"


@pytest.mark.parametrize("name", ["tensorflow", "keras"])
def test_too_late(installed, monkeypatch, name):
    """With TensorFlow or Keras loaded the variable stays unset."""
    installed(tensorflow="2.21.0", tf_keras="2.21.0")
    monkeypatch.setitem(sys.modules, name, sys)
    assert keras.set_variable() is keras.Outcome.TOO_LATE
    assert keras.loaded() == name
    assert keras.VARIABLE not in os.environ


VIEW = """
import importlib.metadata, os
from tf_spec_compat import install
real = importlib.metadata.version
from tf_spec_compat._tf import keras
keras.version = lambda name: {"tensorflow": "2.21.0", "tf-keras": "2.21.0"}[name]
facts["before"] = os.environ.get("TF_USE_LEGACY_KERAS")
with install(tf1_view=["package"]):
    facts["inside"] = os.environ.get("TF_USE_LEGACY_KERAS")
facts["after"] = os.environ.get("TF_USE_LEGACY_KERAS")
with install():
    facts["without view"] = os.environ.get("TF_USE_LEGACY_KERAS")

from tf_spec_compat.cli.main import main
sys.modules["keras"] = sys
sys.stderr = sys.stdout
facts["code"] = main(["run", sys.argv[1]])
"""


def test_view_sets_it_and_takes_it_back(tmp_path):
    """`install(tf1_view=...)` sets it, `uninstall()` unsets it; `run` says if it is too late."""
    folder = tmp_path
    (folder / "program.py").write_text("import sys\nprint('ran', file=sys.stderr)\n", "utf-8")
    facts = facts_of(
        VIEW.replace("sys.stderr = sys.stdout", f"sys.stderr = open({str(folder / 'err')!r}, 'w')")
        + "\nsys.stderr.close()\n",
        folder / "program.py",
    )
    assert facts == {
        "before": None,
        "inside": "1",
        "after": None,
        "without view": None,
        "code": 0,
    }
    said = (folder / "err").read_text("utf-8").splitlines()
    assert said[-1] == "ran"
    assert "too late" in said[0]
    assert "keras is loaded already" in said[0]
    assert "TF_USE_LEGACY_KERAS=1 before the program starts" in said[0]
