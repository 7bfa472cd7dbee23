"""A native model in several replicas gives the figures of one device, and those of TF 1.15.5."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.experiment.test_cluster import free_ports
from tests.native.test_model import config, model_fn
from tf_spec_compat import native
from tf_spec_compat._tf import estimator, tf
from tf_spec_compat.errors import UnsupportedError

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("replicas_program.py")
# tf.layers needs it from TensorFlow 2.16 on.
LEGACY_KERAS = {"TF_USE_LEGACY_KERAS": "1"} if importlib.util.find_spec("tf_keras") else {}
GOLDEN = json.loads(Path(__file__).with_name("replicas_golden.json").read_text())


def start(folder: Path, **more: str) -> Any:
    """Starts the program, which sets the devices of its process, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **LEGACY_KERAS, **more}
    for threads in ("TF_NUM_INTEROP_THREADS", "TF_NUM_INTRAOP_THREADS"):
        environment.pop(threads, None)  # Replicas wait for each other.
    return subprocess.Popen(
        [sys.executable, PROGRAM, folder],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def figures(process: Any) -> Any:
    """What the program printed."""
    out, errors = process.communicate(timeout=600)
    assert process.returncode == 0, errors
    return json.loads(out.splitlines()[-1])


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The figures of two replicas in a process."""
    return figures(start(tmp_path_factory.mktemp("mirrored")))


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The figures of two processes with a replica each."""
    folder = tmp_path_factory.mktemp("workers")
    cluster = {"worker": [f"localhost:{port}" for port in free_ports(2)]}
    started = [
        start(folder, TF_CONFIG=json.dumps({"cluster": cluster, "task": task}))
        for task in ({"type": "worker", "index": index} for index in range(2))
    ]
    try:
        return [figures(process) for process in started]
    finally:
        for process in started:
            process.kill()
            process.communicate()


def assert_close(found: Any, expected: Any) -> None:
    assert set(found) == set(expected)
    for name in expected:
        np.testing.assert_allclose(
            found[name], expected[name], rtol=1e-4, atol=1e-6, err_msg=name
        )  # fmt: skip


@pytest.mark.parametrize("case", GOLDEN)
def test_trains_as_estimator_of_tensorflow_1_did(mirrored: Any, case: str) -> None:
    """Losses, variables and metrics under MirroredStrategy, step by step and in the fused loop."""
    found, expected = mirrored[case], GOLDEN[case]
    np.testing.assert_allclose(found["losses"], expected["losses"], rtol=1e-5)
    assert_close(found["variables"], expected["variables"])
    assert_close(found["fused"], expected["variables"])
    assert_close(found["evaluated"], expected["evaluated"])


def test_sessions_stand_still_only_in_eager_mode(mirrored: Any, tmp_path: Path) -> None:
    """contrib's Estimator refuses what would not end, and trains with eager mode off."""
    assert "tf_spec_compat.native.Model" in mirrored["refused"]
    assert "MirroredStrategy of 2" in mirrored["refused"]
    found, expected = figures(start(tmp_path, SESSIONS="1"))["sum"], GOLDEN["sum"]
    np.testing.assert_allclose(found["losses"], expected["losses"], rtol=1e-5)
    assert_close(found["variables"], expected["variables"])
    assert_close(found["evaluated"], expected["evaluated"])


def test_steps_of_ones_own_give_the_figures_of_one_device(mirrored: Any) -> None:
    """A batch that is split, or distributed by the strategy, trains as on one device."""
    alone, split, given = mirrored["steps"]
    assert_close(alone, GOLDEN["mean"]["variables"])
    assert_close(split, alone)
    assert_close(given, alone)


def test_a_model_moves_between_one_device_and_several(mirrored: Any) -> None:
    """Checkpoints go both ways; evaluating, predicting and exporting need one device only."""
    life = mirrored["life"]
    assert_close(life["trained"], GOLDEN["mean"]["variables"])
    assert life["before"]["global_step"] == 2
    (served,) = life["served"]
    np.testing.assert_allclose(served, life["predicted"], rtol=1e-5)
    assert life["odd"] == 2
    assert_close(life["keras"], GOLDEN["mean"]["variables"])


@pytest.mark.parametrize("case", GOLDEN)
def test_workers_train_as_one_process_does(workers: Any, case: str) -> None:
    """Each of TF_CONFIG's workers has the same variables, and the first writes checkpoints."""
    expected = GOLDEN[case]
    for worker in workers:
        found = worker[case]
        np.testing.assert_allclose(found["losses"], expected["losses"][-1:], rtol=1e-4)
        assert_close(found["variables"], expected["variables"])
        assert_close(found["fused"], expected["variables"])
        assert_close(found["evaluated"], expected["evaluated"])
        names = [Path(each).name for each in found["checkpoints"]]
        assert names == [f"model.ckpt-{step}" for step in (0, 4, 5, 6)]
        assert found["saved"] == "model.ckpt-7"


def test_what_cannot_be_distributed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strategies that mirror no variables, and clusters without a strategy, are refused."""
    strategy = tf.distribute.experimental.CentralStorageStrategy(["/cpu:0"])
    with pytest.raises(UnsupportedError, match=r"MirroredStrategy.*CentralStorageStrategy"):
        native.Model(model_fn, config=estimator.RunConfig(train_distribute=strategy))
    cluster = {"chief": ["h:1"], "worker": ["h:2"], "ps": ["h:3"]}
    task = {"type": "worker", "index": 0}
    monkeypatch.setenv("TF_CONFIG", json.dumps({"cluster": cluster, "task": task}))
    with pytest.raises(UnsupportedError, match=r"2 workers.*MultiWorkerMirroredStrategy"):
        native.Model(model_fn, config=config())
