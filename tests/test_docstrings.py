"""The examples in docstrings do what they say, and what users call has one."""

import contextlib
import doctest
import importlib
import re
import tempfile
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

import tf_spec_compat
from tf_spec_compat.names.tables import table

ROOT = Path(tf_spec_compat.__file__).parent
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

# Rooms whose models run eagerly; the examples of the others build in a graph of their own.
EAGER = ("tf_spec_compat.native.",)

# Modules whose examples cannot run in this process.
ELSEWHERE = {
    "tf_spec_compat._tf.keras": "comes before TensorFlow is loaded: tests/_tf/test_legacy_keras.py",
}

# Where what contrib's `layers` and `learn` have lives, and what else users of contrib call.
ROOMS = ("columns.", "experiment.", "heads.", "model.", "specs.")
ALSO = {
    "tf_spec_compat.estimators.estimator": "Estimator",
    "tf_spec_compat.extras.training.hparam": "HParams",
}
OURS = (tf_spec_compat, tf_spec_compat.native, tf_spec_compat.testing)
WITHOUT_EXAMPLE = {
    "EstimatorSpec": "TensorFlow's own",
    "TPUEstimatorSpec": "TensorFlow's own",
    "main": "the command line of a script",
    "load_ipython_extension": "called by `%load_ext`; its docstring shows the line",
    "unload_ipython_extension": "called by `%unload_ext`; its docstring shows the line",
}


def modules():
    """Names of the modules that have examples."""
    for path in sorted(ROOT.rglob("*.py")):
        if re.search(r"^\s*>>> ", path.read_text(encoding="utf-8"), re.MULTILINE):
            parts = path.relative_to(ROOT.parent).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def of_contrib():
    """Functions and classes that users of contrib call, by their names."""
    found = set(ALSO.items())
    for package in ("layers", "learn"):
        for module in table(package).modules:
            for home, name in table(package).public(module).values():
                if home.startswith(ROOMS):
                    found.add((f"tf_spec_compat.{home}", name))
    values = [getattr(importlib.import_module(home), name) for home, name in sorted(found)]
    return {value.__name__: value for value in values if callable(value)}


def public():
    """All functions and classes that users call, by their names; errors are raised for them."""
    values = [getattr(module, name) for module in OURS for name in module.__all__]
    ours = {value.__name__: value for value in values if callable(value)}
    return {
        name: value
        for name, value in {**ours, **of_contrib()}.items()
        if not (isinstance(value, type) and issubclass(value, Exception))
    }


@pytest.mark.parametrize("module", sorted({*modules()} - {*ELSEWHERE}))
def test_examples_run(module, tmp_path, monkeypatch):
    """What an example prints is what stands below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found = importlib.import_module(module)
    names = {
        **vars(found),
        "tf_spec_compat": tf_spec_compat,
        "tf": tf.compat.v1,
        "np": np,
        "layers": tf_spec_compat.layers,
        "learn": tf_spec_compat.learn,
    }
    eager = f"{module}.".startswith(EAGER)
    report = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    for test in doctest.DocTestFinder().find(found, globs=names):
        with contextlib.nullcontext() if eager else tf.Graph().as_default():
            runner.run(test, out=report.append)
    assert not runner.failures, "".join(report)
    assert runner.tries


def test_users_see_a_use():
    """What users call has an example, or stands in the list of those without, with the reason."""
    without = {name for name, value in public().items() if ">>> " not in (value.__doc__ or "")}
    assert without == {*WITHOUT_EXAMPLE}
    assert {*ELSEWHERE} <= {*modules()}


def test_says_whose_behaviour_it_has():
    """What is contrib's says from which TensorFlow its behaviour was taken."""
    docstrings = {name: " ".join(value.__doc__.split()) for name, value in of_contrib().items()}
    silent = {name for name, docstring in docstrings.items() if "TF 1.15.5" not in docstring}
    assert silent <= {*WITHOUT_EXAMPLE}


def test_explains_arguments_in_place():
    """No docstring sends its reader to a module for what an argument is."""
    for path in ROOT.rglob("*.py"):
        assert "see the module" not in path.read_text(encoding="utf-8").lower(), path
