"""The table of TensorFlow's own names agrees with the TensorFlow that is installed."""

import functools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tf_spec_compat import names
from tf_spec_compat._tf import legacy_keras_problem, tf, tf1
from tf_spec_compat.migrate import contrib
from tf_spec_compat.names.core import core


def named(root, path):
    """Returns what a path means below a module."""
    return functools.reduce(getattr, path.split(".")[1:], root)


def has(root, path):
    """Says whether there is a name below a module."""
    try:
        named(root, path)
    except AttributeError:
        return False
    return True


def test_compat():
    """Each name is in tf.compat.v1, but for what later releases lost or Keras 3 has not."""
    table = core()
    lost = [path for path in table.compat if not has(tf1, path)]
    allowed = table.tf215 | table.keras2
    assert [path for path in lost if not any(path.startswith(name) for name in allowed)] == []


def test_compat_alone():
    """TensorFlow 2's own namespace has none of them, or under the same name another thing."""
    both = {path for path in core().compat if has(tf, path) and has(tf1, path)}
    assert {path for path in both if named(tf, path) is named(tf1, path)} == set()


def is_there(path):
    """Says whether there is a name of the API, or a module of TensorFlow's own."""
    if not path.startswith("tensorflow.python."):
        return has(tf1, path)
    file = Path(tf.__file__).parent.parent.joinpath(*path.split("."))
    return file.is_dir() or bool(list(file.parent.glob(f"{file.name}.*")))


def test_gone():
    """What is said to be gone is not there, and the advice has words."""
    for path, advice in core().gone.items():
        assert not is_there(path) or tf.__version__.startswith(("2.12", "2.13", "2.14")), path
        assert advice


def test_tf215():
    """What needs TensorFlow 2.15 is there until then, and not in the latest release."""
    early, late = ("2.12", "2.13", "2.14", "2.15"), ("2.21", "2.22")
    if not tf.__version__.startswith((*early, *late)):
        pytest.skip("releases between lost one after the other")
    is_early = tf.__version__.startswith(early)
    assert {path for path in core().tf215 if is_there(path) != is_early} == set()


def test_keras2_names_are_known():
    """What needs Keras 2 is a name of contrib that is here, or one of TensorFlow."""
    for path in core().keras2:
        if path.startswith(names.LEGACY):
            found = contrib.find(path)
            assert found.is_here, path
            assert found.length == path.count(".") + 1
        else:
            assert path.split(".")[1] in ("estimator", "layers", "nn"), path


def test_keras2_of_tensorflow():
    """Layers and cells of TensorFlow are refused by a TensorFlow that uses Keras 3."""
    if legacy_keras_problem() is None:
        pytest.skip("this TensorFlow uses Keras 2")
    for path in ("tensorflow.layers.dense", "tensorflow.nn.rnn_cell.LSTMCell"):
        assert not has(tf1, path)


def test_reading_needs_no_tensorflow():
    """The tables are read without TensorFlow and NumPy."""
    script = (
        "import sys; from tf_spec_compat.migrate import classify, target;"
        "from tf_spec_compat.names.core import core; core();"
        "print(*{'tensorflow', 'numpy', 'libcst'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env={**os.environ}
    )
    assert (done.stdout, done.stderr) == ("\n", "")
