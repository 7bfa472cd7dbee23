"""`tf-spec-compat verify`: one program under two Pythons, or under this one twice.

A Python with TensorFlow 1.15 is named by the environment variable TF1_PYTHON.
"""

import json
import os
import sys

import pytest

from tf_spec_compat.cli.main import main

PROGRAM = """\
import os
import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers, learn

PARAMS = {"rate": 0.1}


def model_fn(features, labels, mode, params):
    net = layers.fully_connected(features["x"], 4)
    net = layers.dropout(net, 0.5, is_training=mode == learn.ModeKeys.TRAIN)
    logits = layers.fully_connected(net, 3, activation_fn=None)

    def train_op_fn(loss):
        step = tf.train.get_global_step()
        # A number would be a variable, and the second run begin with the first one's.
        return layers.optimize_loss(loss, step, tf.constant(params["rate"]), "Adam")

    return learn.multi_class_head(3).create_model_fn_ops(
        features, mode, labels=labels, logits=logits, train_op_fn=train_op_fn)


def input_fn():
    x = np.random.RandomState(0).randn(32, 4).astype("float32")
    y = (x.sum(1) > 0).astype("int32")
    data = tf.data.Dataset.from_tensor_slices(({"x": x}, y))
    return data.shuffle(32).repeat().batch(8).make_one_shot_iterator().get_next()


def make_estimator():
    columns = [layers.real_valued_column("x", 4)]
    return learn.LinearClassifier(columns, n_classes=2)


def drifting_input_fn():
    return input_fn()


def drifting_model_fn(features, labels, mode):
    # The second run is another one: a file says that there was a first.
    before = os.path.exists(os.environ["DRIFT"])
    ops = model_fn(features, labels, mode, {"rate": 0.5 if before else 0.1})
    if mode == learn.ModeKeys.INFER:
        open(os.environ["DRIFT"], "w").close()
    return ops
"""

OLD = os.environ.get("TF1_PYTHON")
SIDES = ["--python", OLD] if OLD else ["--python", sys.executable, "--old-has-view"]


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    path = tmp_path_factory.mktemp("legacy") / "legacy_model.py"
    path.write_text(PROGRAM)
    return path


@pytest.fixture(autouse=True)
def _quiet(monkeypatch, tmp_path):
    monkeypatch.setenv("DRIFT", str(tmp_path / "drift"))


def run(capsys, program, *arguments):
    code = main(["verify", str(program), *SIDES, "--steps", "3", *arguments])
    return code, capsys.readouterr()


def test_nothing_differs(capsys, program, tmp_path):
    """Losses, variables, metrics, predictions, signatures and answers of both Pythons agree."""
    file = tmp_path / "proof.json"
    code, output = run(
        capsys, program, "--params", "PARAMS", "--output-format", "json", "-o", str(file)
    )
    assert (code, output.err) == (0, "")
    report = json.loads(file.read_text())
    assert report["ok"], report
    assert report["compared"]["loss"] == 3
    kinds = ("summary", "variable", "metric", "prediction", "signature", "served")
    assert min(report["compared"][kind] for kind in kinds) > 0
    assert report["not_compared"] == []
    assert "ModelFnOps, contrib Estimator, TensorFlow" in report["legacy"]


def test_an_estimator_that_a_function_makes(capsys, program):
    """A canned Estimator is verified as well, and Markdown says so."""
    model = f"{program}:make_estimator"
    code, output = run(capsys, model, "--factory", "--output-format", "markdown")
    assert code == 0, output.out + output.err
    assert output.out.startswith("# Legacy and new model: no difference\n")


def test_what_differs_is_said(capsys, program):
    """A model that learns faster the second time is found out in the second step."""
    code, output = run(capsys, f"{program}:drifting_model_fn", "--estimator", "contrib")
    assert code == 1, output.err
    assert "first, loss in step 2: legacy" in output.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--python", "/no/such/python"], "cannot be started: No such file"),
        (["--python", sys.executable], "not 1.x; name one that has"),
        (["--rtol", "-1"], "rtol must be zero or more"),
        (["--params", "{1"], "neither JSON nor a name"),
    ],
)
def test_bad_input(capsys, program, arguments, message):
    """A Python that is none, or has another TensorFlow, and options that cannot be: exit code 2."""
    code = main(["verify", str(program), *SIDES[:2], *arguments])
    assert code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import no_such_module", "No module named 'no_such_module'"),
        ("x = 1", "has no 'model_fn', but x"),
    ],
)
def test_programs_that_fail(capsys, tmp_path, source, message):
    """What does not import, or lacks a name, is said with the last words of that Python."""
    path = tmp_path / "broken_model.py"
    path.write_text(source)
    code, output = run(capsys, path)
    assert code == 2
    first = output.err.splitlines()[0]
    assert "The old Python" in first
    assert message in first
