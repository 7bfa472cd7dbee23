"""Heads in both directions, where Keras 2 is at hand, and what is said where it is not."""

import os
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest
import tensorflow as tf

from tf_spec_compat._tf import legacy_keras_problem, tf1
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators import model_fn
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.heads.core_heads import as_estimator_head
from tf_spec_compat.specs import to_estimator_spec, to_tpu_estimator_spec

PROGRAM = Path(__file__).with_name("core_heads_program.py")
NEWER = not hasattr(tf, "estimator")  # Breakpoint: 2.16 removed tf.estimator, and moved to Keras 3.


def test_heads_in_both_directions():
    """contrib's heads work in core estimators, core heads in contrib's: see the program."""
    if NEWER and util.find_spec("tf_keras") is None:
        pytest.skip("tf-keras is not installed")
    environment = {**os.environ, "TF_USE_LEGACY_KERAS": "1"}
    if not NEWER:
        del environment["TF_USE_LEGACY_KERAS"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", str(PROGRAM)],
        cwd=PROGRAM.parents[2],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


@pytest.mark.usefixtures("graph")
def test_a_wrapped_head_needs_no_keras():
    """contrib's head as a core one builds its spec on TensorFlow alone."""
    head = as_estimator_head(learn.multi_class_head(2))
    spec = head.create_estimator_spec(
        {"x": tf.ones([4, 2])},
        "train",
        tf.ones([4, 1]),
        tf.ones([4, 1]),
        train_op_fn=lambda loss: tf1.no_op(),
    )
    assert spec.loss.shape == []


@pytest.mark.usefixtures("graph")
@pytest.mark.filterwarnings("ignore")  # Keras 3 on being given a tensor of a graph.
def test_a_metric_of_keras_3_is_refused():
    """Where Keras 2 is not at hand, a Keras metric is an error that says how to have it."""
    if legacy_keras_problem() is None:
        pytest.skip("Keras 2 is at hand")
    metric = {"mean": tf.keras.metrics.Mean()}
    x = tf.ones([2])
    ops = model_fn.ModelFnOps("eval", {"x": x}, tf1.constant(1.0), eval_metric_ops=metric)
    with pytest.raises(UnsupportedError, match="TF_USE_LEGACY_KERAS=1"):
        to_estimator_spec(ops)
    spec = to_tpu_estimator_spec(ops, use_tpu=False)
    with pytest.raises(UnsupportedError, match="TF_USE_LEGACY_KERAS=1"):
        to_estimator_spec(spec)
