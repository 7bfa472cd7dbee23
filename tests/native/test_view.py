"""A legacy module under the TF1 view, trained natively, in a Python of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

LEGACY = """
import tensorflow as tf
from tensorflow.contrib import learn
from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib

def model_fn(features, labels, mode):
    weights = tf.get_variable("weights", [4, 3])
    logits = tf.matmul(features, weights)
    train_op, loss = None, None
    if mode != learn.ModeKeys.INFER:
        loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    if mode == learn.ModeKeys.TRAIN:
        train_op = tf.contrib.layers.optimize_loss(
            loss, tf.train.get_global_step(), 0.1, "Adam", summaries=[])
    return model_fn_lib.ModelFnOps(mode, {"classes": tf.argmax(logits, 1)}, loss, train_op)
"""
PROGRAM = """
import json, sys
import numpy as np
import tf_spec_compat
handle = tf_spec_compat.install(tf1_view=[sys.argv[1]], eager=sys.argv[2] == "eager")
sys.path.insert(0, sys.argv[1])
import legacy
import tensorflow as tf
from tf_spec_compat import native
x, y = np.eye(6, 4, dtype=np.float32), np.arange(6) % 3
data = tf.data.Dataset.from_tensor_slices((x, y)).repeat().batch(6)
try:
    config = tf.compat.v1.estimator.RunConfig(tf_random_seed=1)
    model = native.Model(legacy.model_fn, config=config).fit(data, steps=30)
    facts = {
        "losses": [float(model.evaluate(data, steps=1)["loss"])],
        "classes": [int(one["classes"]) for one in model.predict(data.take(1))],
        "names": [each.name for each in model.trainable_variables],
    }
except RuntimeError as error:
    facts = {"error": str(error)}
print("\\n" + json.dumps(facts))
"""


def facts_of(folder: Path, mode: str) -> Any:
    (folder / "legacy.py").write_text(LEGACY, "utf-8")
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", PROGRAM, str(folder), mode]
    environment = {**os.environ, "PYTHONPATH": root}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_module_under_the_view_trains_natively(tmp_path: Path) -> None:
    """`install(tf1_view=..., eager=True)` gives the model_fn TF1's names; the rest is TF2's."""
    facts = facts_of(tmp_path, "eager")
    assert facts["losses"][0] < 0.9  # from about log(3)
    assert len(facts["classes"]) == 6
    assert facts["names"] == ["weights:0"]


def test_without_eager_mode_it_says_how_to_have_it(tmp_path: Path) -> None:
    """The view alone turns eager mode off: the error names the option that keeps it on."""
    assert "install(tf1_view=..., eager=True)" in facts_of(tmp_path, "graph")["error"]
