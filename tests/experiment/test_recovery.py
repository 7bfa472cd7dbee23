"""What is left when training or an export is killed, fails, or is stopped early."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import monitors
from tf_spec_compat.contrib.learn.estimators.run_config import RunConfig

from . import recovery_program as program

ROOT = Path(__file__).parents[2]


def run(*arguments):
    """Runs the program; gives its return code and its log."""
    done = subprocess.run(
        [sys.executable, program.__file__, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode, done.stderr


def exports(folder):
    """The folders that look like exports."""
    return [path for path in Path(folder).iterdir() if path.name.isdigit()]


def values(folder):
    """Name -> value of what is in the latest checkpoint."""
    reader = tf.train.load_checkpoint(str(folder))
    return {name: reader.get_tensor(name) for name in reader.get_variable_to_shape_map()}


def test_killed_processes_go_on_where_they_were(tmp_path):
    """Killed in training and in an export, a program that is started again ends as if it was not.

    Training goes on from the last checkpoint, and what was half exported is never seen.
    """
    folder, export = tmp_path / "model", tmp_path / "model" / "export"
    code, log = run(folder, "kill=8")
    assert code == -signal.SIGKILL, log
    assert values(folder)["global_step"] == program.EVERY
    assert not export.exists()

    code, log = run(folder, "kill_export")
    assert code == -signal.SIGKILL, log
    (left,) = export.iterdir()
    assert left.name.startswith("temp-")
    assert (left / "saved_model.pb").exists()

    program.main(folder)
    (exported,) = exports(export)
    with tf.Graph().as_default(), tf1.Session() as session:
        loaded = tf1.saved_model.load(session, ["serve"], str(exported))
        assert "serving_default" in loaded.signature_def

    whole = tmp_path / "whole"
    program.make(whole).fit(input_fn=program.input_fn, max_steps=program.LAST)
    expected, found = values(whole), values(folder)
    assert found["global_step"] == program.LAST
    assert set(found) == set(expected)
    for name, value in expected.items():
        np.testing.assert_allclose(found[name], value, rtol=1e-6, err_msg=name)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """An estimator after a step."""
    folder = tmp_path_factory.mktemp("trained")
    return program.make(folder).fit(input_fn=program.input_fn, steps=1)


def test_an_export_that_lacks_an_asset_is_not_seen(trained, tmp_path):
    """An asset that cannot be copied fails the export by name, and no folder is an export."""
    assets = {"good": program.__file__, "lost": str(tmp_path / "not there")}
    with pytest.raises(tf.errors.NotFoundError, match="not there"):
        trained.export_savedmodel(
            str(tmp_path / "export"), program.serving_input_fn, assets_extra=assets
        )
    assert not exports(tmp_path / "export")
    # At once: what is left over is not in the way, though names go by the second.
    trained.export_savedmodel(str(tmp_path / "export"), program.serving_input_fn)
    assert len(exports(tmp_path / "export")) == 1


@pytest.mark.parametrize("below", [False, True])
def test_an_unwritable_folder_is_named(tmp_path, below):
    """Training where a file is in the way of the folder fails, and says what is no directory."""
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "model" if below else tmp_path / "file"
    with pytest.raises(tf.errors.FailedPreconditionError, match=str(tmp_path / "file")):
        program.make(folder).fit(input_fn=program.input_fn, steps=1)


def test_a_full_disk_is_named_and_survived(tmp_path):
    """A checkpoint without space fails by the folder's name; with space, training goes on."""

    def model_fn(features, labels, mode):
        tf1.get_variable("big", [1 << 18], initializer=tf1.zeros_initializer())
        return program.model_fn(features, labels, mode)

    config = RunConfig(model_dir=str(tmp_path / "model"), save_checkpoints_steps=1)
    made = learn.Estimator(model_fn, config=config).fit(input_fn=program.input_fn, steps=2)
    # As on a full disk, a write fails half-way: here for files of more than half a megabyte.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, limits[1]))
    try:
        with pytest.raises(tf.errors.OpError, match=str(tmp_path / "model")):
            made.fit(input_fn=program.input_fn, steps=3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert values(made.model_dir)["global_step"] == 2
    assert values(made.fit(input_fn=program.input_fn, steps=3).model_dir)["global_step"] == 5


@pytest.mark.parametrize(
    ("every", "rounds", "best_step", "best_value", "stopped"),
    # Figures of TF 1.15.5.
    [(1, 3, 7, 0.0018841024, 10), (2, 3, 6, 0.003954139, 10), (3, 1, 6, 0.003954139, 9)],
)
def test_a_validation_monitor_stops_fit(tmp_path, every, rounds, best_step, best_value, stopped):
    """Training stops when validation gets worse, and the monitor knows when it was best."""

    def data(slope):
        return lambda: (tf.constant([1.0]), tf.constant([slope]))

    def model_fn(features, labels):
        weight = tf1.get_variable("w", [], initializer=tf1.zeros_initializer())
        loss = tf.reduce_mean(tf.square(features * weight - labels))
        step = tf1.train.get_global_step()
        return weight, loss, tf1.train.GradientDescentOptimizer(0.05).minimize(loss, step)

    # The weight goes from 0 to 2, past the 1 that is right for validation.
    monitor = monitors.ValidationMonitor(
        input_fn=data(1.0),
        eval_steps=1,
        every_n_steps=every,
        early_stopping_rounds=rounds,
        check_interval_secs=None,
    )
    config = RunConfig(model_dir=str(tmp_path), save_checkpoints_steps=1)
    made = learn.Estimator(model_fn, config=config)
    made.fit(input_fn=data(2.0), steps=50, monitors=[monitor])
    assert monitor.early_stopped
    assert monitor.best_step == best_step
    assert monitor.best_value == pytest.approx(best_value, rel=1e-5)
    assert monitor.best_metrics == {"loss": monitor.best_value, "global_step": best_step}
    assert made.get_variable_value("global_step") == stopped
