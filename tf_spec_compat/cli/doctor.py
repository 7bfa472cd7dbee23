"""Say what is installed, which TensorFlow line that is, and whether a model of contrib works there.

The last is tried: a small model is built, trained, evaluated, exported and loaded again.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from tf_spec_compat import _tf, names
from tf_spec_compat._tf import keras
from tf_spec_compat.cli import console
from tf_spec_compat.hook import install

__all__ = ["add_arguments", "execute"]

_DISTRIBUTIONS = (
    "tf-spec-compat",
    "tensorflow-estimator",
    "tf-slim",
    "tf-keras",
    "keras",
    "numpy",
    "protobuf",
)
_BRIDGED = "2.16 and newer, where tf.estimator comes back from tensorflow-estimator"
_PLAIN = "2.12 to 2.15, which have tf.estimator themselves"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the option of `doctor`."""
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def execute(options: argparse.Namespace) -> int:
    """Prints the report.

    Returns:
      0 if legacy programs run here, 1 if not; the report says why.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    report = _examine()
    print(json.dumps(report, indent=2) if options.json else _text(report, _paint))
    return 0 if report["ok"] else 1


def _examine() -> dict[str, Any]:
    """Returns the report; what it says of TensorFlow is None where that cannot be imported."""
    report: dict[str, Any] = {
        "ok": False,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "versions": {name: keras.installed_version(name) for name in _DISTRIBUTIONS},
        "tensorflow": keras.tensorflow_version(),
        "tensorflow_line": None,
        "keras_2": None,
        "contrib": {},
        "gone": sorted(names.REMOVED),
        "model": None,
        "problems": [],
    }
    keras.set_variable()
    install()
    try:
        report["tensorflow"] = _tf.tf.__version__
    except ImportError as error:
        report["problems"].append(str(error))
        return report
    report["tensorflow_line"] = _BRIDGED if _tf.is_bridged else _PLAIN
    report["keras_2"] = keras.legacy_keras_problem() or "work"
    with _quiet():
        _try_it(report)
    report["ok"] = not report["problems"]
    return report


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keeps TensorFlow's warnings, about names that are looked up here, out of the report."""
    logging = _tf.tf1.logging
    level = logging.get_verbosity()
    logging.set_verbosity(logging.ERROR)
    try:
        yield
    finally:
        logging.set_verbosity(level)


def _try_it(report: dict[str, Any]) -> None:
    """Looks each name of contrib up, and takes a small model through its life."""
    for package in names.PACKAGES:
        path = f"{names.LEGACY}.{package}"
        try:
            module = importlib.import_module(path)
            missing = [name for name in module.__all__ if not hasattr(module, name)]
        except ImportError as error:
            report["contrib"][package] = None
            if package != "keras" or report["keras_2"] == "work":
                report["problems"].append(f"{path}: {error}")
            continue
        report["contrib"][package] = len(module.__all__) - len(missing)
        if missing:
            report["problems"].append(f"{path} has no {', '.join(missing)}")
    if not report["problems"]:
        try:
            report["model"] = _try_a_model()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the user came to see
            what = f"{type(error).__name__}: {error}"
            report["problems"].append(f"a small model does not train, export and load: {what}")


def _paint(text: str, colour: str) -> str:
    return console.painted(text, colour, console.has_colours(sys.stdout))


def _text(report: dict[str, Any], paint: Callable[[str, str], str]) -> str:
    """Returns the report as lines to read."""
    lines = [f"{'Python':<22}{report['python']}", f"{'platform':<22}{report['platform']}"]
    for name, version in {**report["versions"], "tensorflow": report["tensorflow"]}.items():
        lines.append(f"{name:<22}{version or 'not installed'}")
    if report["tensorflow_line"]:
        lines += ["", f"TensorFlow line: {report['tensorflow_line']}"]
        lines += [f"tf.layers and tf.nn.rnn_cell: {report['keras_2']}", "", "tensorflow.contrib"]
        for package, count in report["contrib"].items():
            names_there = f"{count} name" if count == 1 else f"{count} names"
            how = paint("fails", "bad") if count is None else names_there
            lines.append(f"  {package:<20}{how}")
        count = len(report["gone"])
        lines.append(f"  and {count} packages that are gone; importing one says what replaced it")
    if report["model"]:
        loss = report["model"]["loss"]
        lines += ["", f"A small model was trained, exported and loaded: loss {loss:.3f}"]
    lines += [f"\n{paint('Problem:', 'bad')} {problem}" for problem in report["problems"]]
    ok = "Legacy programs run here if they use no more of contrib than this."
    end = paint(ok, "good") if report["ok"] else paint("Legacy programs do not run here.", "bad")
    return "\n".join([*lines, "", end])


def _try_a_model() -> dict[str, float]:
    """Takes a small model through its life; returns its loss and the score that is served."""
    tf, learn = _tf.tf, importlib.import_module(f"{names.LEGACY}.learn")
    tf1 = tf.compat.v1

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        weights = tf1.get_variable("weights", [2, 1], initializer=tf1.ones_initializer())
        logits = tf.matmul(features["x"], weights)
        return learn.regression_head().create_model_fn_ops(
            features, mode, labels=labels, logits=logits, train_op_fn=train_op_fn
        )

    def train_op_fn(loss: Any) -> Any:
        step = tf1.train.get_global_step()
        return tf1.train.GradientDescentOptimizer(0.01).minimize(loss, step)

    def input_fn() -> Any:
        return {"x": tf.constant([[1.0, 2.0], [3.0, 4.0]])}, tf.constant([[1.0], [2.0]])

    parsing = {"x": tf.io.FixedLenFeature([2], tf.float32)}
    serving_input_fn = learn.utils.input_fn_utils.build_parsing_serving_input_fn(parsing)
    example = tf.train.Example()
    example.features.feature["x"].float_list.value.extend([1.0, 2.0])

    with tempfile.TemporaryDirectory() as folder:
        estimator = learn.Estimator(model_fn, os.path.join(folder, "model"))
        estimator.fit(input_fn=input_fn, steps=2)
        loss = float(estimator.evaluate(input_fn=input_fn, steps=1)["loss"])
        predicted = estimator.predict(input_fn=lambda: input_fn()[0], as_iterable=False)
        path = estimator.export_savedmodel(os.path.join(folder, "export"), serving_input_fn)
        signature = tf.saved_model.load(tf.compat.as_text(path)).signatures["serving_default"]
        (served,) = signature(tf.constant([example.SerializeToString()])).values()
    scores = float(predicted["scores"][0]), float(served.numpy()[0])
    if abs(scores[0] - scores[1]) > 1e-5:
        raise ArithmeticError(f"the model predicts {scores[0]}, and {scores[1]} when it is served")
    return {"loss": loss, "served": scores[1]}
