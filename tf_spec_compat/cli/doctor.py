"""Say what is installed, which TensorFlow line that is, and what of contrib works there."""

from __future__ import annotations

import argparse
import importlib
import os
import platform

from tf_spec_compat import _tf, names
from tf_spec_compat._tf import keras
from tf_spec_compat.hook import install

__all__ = ["add_arguments", "execute"]

_DISTRIBUTIONS = ("tf-spec-compat", "tensorflow-estimator", "tf-slim", "tf-keras", "keras")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `doctor`: there are none."""


def execute(options: argparse.Namespace) -> int:
    """Prints the report.

    Returns:
      0 if legacy programs run here, 1 if not; the report says why.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    print(f"{'Python':<22}{platform.python_version()}")
    for name in _DISTRIBUTIONS:
        print(f"{name:<22}{keras.installed_version(name) or 'not installed'}")
    problems = _check_tensorflow() or _check_contrib()
    for problem in problems:
        print(f"\nProblem: {problem}")
    if problems:
        print("\nLegacy programs do not run here.")
    else:
        print("\nLegacy programs run here if they use no more of contrib than this.")
    return 1 if problems else 0


def _check_tensorflow() -> list[str]:
    keras.set_variable()
    install()
    try:
        tf = _tf.tf
    except ImportError as error:
        print(f"{'tensorflow':<22}{keras.tensorflow_version() or 'not installed'}")
        return [str(error)]
    print(f"{'tensorflow':<22}{tf.__version__}")
    print(
        "\nTensorFlow line: "
        + (
            "2.16 and newer, where tf.estimator comes back from tensorflow-estimator"
            if _tf.is_bridged
            else "2.12 to 2.15, which have tf.estimator themselves"
        )
    )
    problem = keras.legacy_keras_problem()
    print(f"tf.layers and tf.nn.rnn_cell: {'work' if problem is None else problem}")
    return []


def _check_contrib() -> list[str]:
    print("\ntensorflow.contrib")
    problems = []
    for package in names.PACKAGES:
        path = f"{names.LEGACY}.{package}"
        try:
            module = importlib.import_module(path)
            present = [name for name in module.__all__ if hasattr(module, name)]
        except ImportError as error:
            problems.append(f"{path}: {error}")
            print(f"  {package:<20}fails")
            continue
        print(f"  {package:<20}{len(present)} names")
        missing = sorted(set(module.__all__) - set(present))
        if missing:
            problems.append(f"{path} has no {', '.join(missing)}")
    print(f"  and {len(names.REMOVED)} packages that are gone; importing one says what replaced it")
    return problems
