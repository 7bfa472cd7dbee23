"""One program under two Pythons: that with TensorFlow 1, and this one."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from typing import Any

from tf_spec_compat.testing import records
from tf_spec_compat.testing.comparing import compare_records
from tf_spec_compat.testing.report import Comparison, Report

__all__ = ["Program", "VerificationError", "verify"]

# What the old Python gets copies of, under their own names: it needs nothing of this package.
_COPIED = ("estimators", "feed", "recorder", "records")
_WORKER = "worker.py"

_PROBE = "import tensorflow as tf; print('TensorFlow', getattr(tf, '__version__', '?'))"


class VerificationError(RuntimeError):
    """A side could not be run; the message says which, why, and how its output ended."""


@dataclasses.dataclass(frozen=True)
class Program:
    """What to take from the user's program; names are those in its module.

    Attributes:
      program: The module: the path of a `.py` file, or a name that can be imported from the current
        folder.
      model: A model_fn or an Estimator.
      input_fn: What to train with.
      eval_input_fn: What to evaluate and predict with; None is `input_fn`.
      serving_input_fn: What to export with; None parses `tf.Example`s of the features.
      params: The model_fn's params: a value that JSON has, or a name; None are none.
      is_factory: Whether `model` is a function without arguments that returns an Estimator.
      estimator: "contrib" or "core": whose Estimator runs a model_fn; "auto" goes by what it
        returns.
      default_key: Which of several heads contrib's export serves by default.

    Example:
      >>> program = tf_spec_compat.testing.Program(
      ...     "train.py", model="model_fn", input_fn="train_input_fn", params={"hidden": [64, 32]})
    """

    program: str
    model: str = "model_fn"
    input_fn: str = "input_fn"
    eval_input_fn: str | None = None
    serving_input_fn: str | None = None
    params: Any = None
    is_factory: bool = False
    estimator: str = "auto"
    default_key: str | None = None


def verify(
    python: str,
    program: Program,
    *,
    new_python: str = sys.executable,
    old_has_view: bool = False,
    steps: int = 5,
    eval_steps: int = 2,
    ignore: Iterable[str] = (),
    rtol: float = 1e-4,
    atol: float = 1e-6,
    seed: int = 1,
    timeout: float = 3600,
) -> Report:
    """Runs one program in two Pythons, and compares all that its model does.

    In the old Python contrib's (or core's) Estimator trains from a checkpoint at step 0, which the
    new one reads too; both are given the batches that the old one's input_fn gave. So what differs
    is the model's doing, or TensorFlow's. Compared is what `compare_models` compares. The program
    is imported, not run: what is below `if __name__ == "__main__":` is of no matter.

    Args:
      python: The Python that has TensorFlow 1.13-1.15.
      program: What to take from the program.
      new_python: The Python that has TensorFlow 2 and this package.
      old_has_view: Whether the old Python has TensorFlow 2 and this package, too, and is to run
        the program by `tf-spec-compat run`: to compare two releases of TensorFlow 2.
      steps: How many steps to train.
      eval_steps: How many batches to evaluate, at most.
      ignore: What not to compare; as for `compare_models`.
      rtol: How far numbers may be off, in proportion to the legacy one.
      atol: How far they may be off beyond that.
      seed: The seed of the graphs.
      timeout: How many seconds each Python may take.

    Returns:
      A `Report`.

    Raises:
      VerificationError: A Python cannot be started or has another TensorFlow than it should, or the
        program fails there.
      ValueError: A tolerance or `ignore` cannot be.

    Example:
      >>> program = Program("train.py", model="model_fn", input_fn="train_input_fn")
      >>> report = verify("/opt/tf1/bin/python", program)  # doctest: +SKIP
      >>> print(report.to_text())  # doctest: +SKIP
    """
    comparison = Comparison("", "", rtol, atol, ignore)
    with tempfile.TemporaryDirectory() as folder:
        request = {
            **dataclasses.asdict(program),
            "train": {"input_fn": program.input_fn, "batches": steps},
            "evaluate": {
                "input_fn": program.eval_input_fn or program.input_fn,
                "batches": eval_steps,
            },
            "steps": steps,
            "seed": seed,
            "rename": {},
        }
        sides: list[dict[str, Any]] = []
        for name, executable, has_view in (
            ("old", python, old_has_view),
            ("new", new_python, True),
        ):
            other = os.path.join(folder, "old") if sides else None
            side = _Side(name, executable, has_view, os.path.join(folder, name), timeout)
            sides.append(side.record({**request, "other": other}))
        old, new = sides
        comparison.report.legacy = _words(program, python, old)
        comparison.report.new = _words(program, new_python, new)
        comparison.report.notes += new["notes"]
        compare_records(comparison, old, new, {})
    return comparison.report


def _words(program: Program, python: str, record: Mapping[str, Any]) -> str:
    return (
        f"{program.program}:{program.model} returning {record['returned']}, {record['estimator']} "
        f"Estimator, TensorFlow {record['tensorflow']}, {python}"
    )


class _Side:
    """A Python that records the program."""

    def __init__(self, name: str, python: str, has_view: bool, folder: str, timeout: float) -> None:
        self._name, self._python, self._timeout = name, python, timeout
        self._has_view, self._folder = has_view, folder

    def record(self, request: dict[str, Any]) -> dict[str, Any]:
        """Runs the worker, and returns what it recorded."""
        version = (
            self._run(["-c", _PROBE], "has no TensorFlow").rpartition("TensorFlow ")[2].strip()
        )
        is_old = version.startswith(("0.", "1."))
        if self._has_view and is_old:
            raise VerificationError(
                f"The {self._name} Python, {self._python}, has TensorFlow {version}; this package "
                "runs on TensorFlow 2.12 and later."
            )
        if not self._has_view and not is_old:
            raise VerificationError(
                f"The {self._name} Python, {self._python}, has TensorFlow {version}, not 1.x; name "
                "one that has, or pass --old-has-view to have tf-spec-compat run the program there."
            )
        code = os.path.join(self._folder, "code")
        os.makedirs(code)
        here = os.path.dirname(__file__)
        worker = shutil.copy(os.path.join(here, _WORKER), code)
        if not self._has_view:
            package = os.path.join(code, __name__.partition(".")[0], "testing")
            os.makedirs(package)
            for path in (os.path.dirname(package), package):
                with open(os.path.join(path, "__init__.py"), "w"):
                    pass
            for each in _COPIED:
                shutil.copy(os.path.join(here, f"{each}.py"), package)
        asked = os.path.join(code, "request.json")
        with open(asked, "w", encoding="utf-8") as file:
            json.dump(request, file)
        arguments = [worker, asked, self._folder]
        if self._has_view:
            arguments = ["-m", __name__.partition(".")[0], "run", *arguments]
        self._run(arguments, f"cannot run {request['program']}")
        # The program itself is shown the version that it was written for.
        return {**records.load(self._folder), "tensorflow": version}

    def _run(self, arguments: list[str], problem: str) -> str:
        """Runs the Python, and returns what it wrote to stdout."""
        who = f"The {self._name} Python, {self._python},"
        try:
            done = subprocess.run(
                [self._python, *arguments],
                env={**os.environ, "TF_ENABLE_ONEDNN_OPTS": "0"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=self._timeout,
            )
        except OSError as error:
            raise VerificationError(f"{who} cannot be started: {error.strerror}.") from error
        except subprocess.TimeoutExpired as error:
            raise VerificationError(f"{who} took more than {self._timeout:g} s.") from error
        if done.returncode:
            lines = [line for line in done.stderr.splitlines() if line.strip()]
            how = f"exit code {done.returncode}" if done.returncode > 0 else "it was killed"
            last = lines[-1].strip() if lines else how
            context = "".join(f"\n  {line}" for line in lines[-12:])
            raise VerificationError(f"{who} {problem}: {last}{context}")
        return done.stdout
