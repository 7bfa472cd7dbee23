"""`learn_runner.run` in a cluster of real processes on this machine."""

import itertools
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import tensorflow as tf

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("cluster_program.py")
STEPS = 400


def free_ports(count):
    """Ports below those that the system gives to others, also while a member is dead.

    Two tests at the same time begin at places of their own.
    """
    found = []
    for port in itertools.count(15000 + os.getpid() % 1000 * 10):
        with socket.socket() as one:
            if len(found) < count and one.connect_ex(("localhost", port)) != 0:
                found.append(port)
        if len(found) == count:
            return found


class Cluster:
    """The processes of a cluster, each with a log of its own."""

    def __init__(self, folder, kind):
        self.folder, self.kind = folder, kind
        self.model_dir = folder / "model"
        jobs = ("master", "worker", "ps", "evaluator")
        ports = free_ports(len(jobs))
        self.jobs = {job: [f"localhost:{port}"] for job, port in zip(jobs, ports)}
        self.started = []

    def start(self, job):
        task = {"type": job, "index": 0}
        config = {"cluster": self.jobs, "task": task, "environment": "cloud"}
        environment = {**os.environ, "TF_CONFIG": json.dumps(config), "PYTHONPATH": str(ROOT)}
        log = self.folder / f"{job}{len(self.started)}"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, PROGRAM, self.model_dir, str(STEPS), self.kind],
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment,
            )
        process.log = log
        self.started.append(process)
        return process

    def stop(self):
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.wait()


def _steps(process):
    return [int(step) for step in re.findall(r"^step (\d+)$", process.log.read_text(), re.M)]


def _wait_for_step(process, least, seconds=300):  # of a machine with much else to do
    deadline = time.time() + seconds
    while not any(step >= least for step in _steps(process)):
        assert process.poll() is None, process.log.read_text()
        assert time.time() < deadline, process.log.read_text()
        time.sleep(0.1)


@pytest.fixture
def cluster(tmp_path, request):
    made = Cluster(tmp_path, request.param)
    yield made
    made.stop()


@pytest.mark.parametrize("cluster", ["contrib"], indirect=True)
def test_worker_dies_and_comes_back(cluster):
    """A cluster does its job to the end although a worker is killed and comes back, even late."""
    server, master = cluster.start("ps"), cluster.start("master")
    # A worker that is there before the model waits half a minute before it looks again.
    _wait_for_step(master, 0)
    worker, evaluator = cluster.start("worker"), cluster.start("evaluator")
    _wait_for_step(worker, 1)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    again = cluster.start("worker")
    _wait_for_step(again, 1)
    assert max(_steps(master) + _steps(again)) < STEPS
    cluster.model_dir.with_suffix(".go").touch()
    for process in (master, again, evaluator):
        assert process.wait(300) == 0, process.log.read_text()
        assert "done" in process.log.read_text()
    # One that comes back when all is done finds nothing to do, and does not wait for the others.
    late = cluster.start("worker")
    assert late.wait(300) == 0, late.log.read_text()
    assert server.poll() is None

    latest = tf.train.latest_checkpoint(cluster.model_dir)
    assert STEPS <= int(latest.rpartition("-")[2]) <= STEPS + 3
    assert tf.train.load_variable(latest, "weight") == pytest.approx(2.0, abs=1e-3)
    folders = {path.name for path in cluster.model_dir.iterdir() if path.is_dir()}
    assert folders == {"eval_continuous", "export"}
    exports = list((cluster.model_dir / "export" / "Servo").iterdir())
    assert exports
    assert all((export / "saved_model.pb").exists() for export in exports)
