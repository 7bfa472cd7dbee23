"""Kills members of a cluster at random while it trains, and looks at what is left.

    python -m tests.campaigns.cluster [--minutes 10] [--workers 6] [--seed 0] [--keep FOLDER]

Two parameter servers, a chief, workers and an evaluator on this machine. Every 10 to 25 s one of
them, any but the last worker, gets SIGKILL and starts again. At the end all are stopped and start
once more, to train some steps to the end of the schedule. Wrong is, and ends with status 1:

* training that goes on from before the last checkpoint, a checkpoint that is not of its step;
* an export that does not load or predict, an events file damaged elsewhere than at its end;
* a process that is left behind, or does not come to its end;
* memory that grows: a slope of more than 5 MB a minute in a process that has run for three.
"""

import argparse
import collections
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.campaigns import measures

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("cluster_member.py")
FOREVER = 10**9
MORE = 300  # steps of the last part
MARK = "TF_SPEC_COMPAT_CAMPAIGN"


def ports(count, source):
    """Free ports below those that the kernel gives to others while a member restarts."""
    found = []
    while len(found) < count:
        port = source.randrange(20000, 30000)
        with socket.socket() as one:
            if port not in found and one.connect_ex(("localhost", port)) != 0:
                found.append(port)
    return found


class Member:
    """A process of the cluster, started as often as it is killed."""

    def __init__(self, cluster, job, index):
        self.cluster, self.job, self.index = cluster, job, index
        self.lives = 0
        self.grown = []

    def start(self, train_steps):
        self.lives += 1
        self.started, self.memory = time.monotonic(), []
        self.log = self.cluster.folder / f"{self.job}{self.index}.{self.lives}.log"
        task = {"type": self.job, "index": self.index}
        config = {"cluster": self.cluster.jobs, "task": task, "environment": "cloud"}
        environment = {
            **os.environ,
            MARK: str(os.getpid()),
            "PYTHONPATH": str(ROOT),
            "TF_CONFIG": json.dumps(config),
            "TF_CPP_MIN_LOG_LEVEL": "2",
            "CUDA_VISIBLE_DEVICES": "-1",
        }
        command = [sys.executable, str(PROGRAM), str(self.cluster.model_dir), str(train_steps)]
        with self.log.open("w") as out:
            self.process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.STDOUT, env=environment
            )

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.end_measuring()

    def measure(self):
        """Once it has settled: a machine with much to do takes minutes to start all of them."""
        found = measures.memory(self.process.pid)
        trains = self.job not in ("master", "worker") or self.steps()
        if found and trains and time.monotonic() > self.started + 120:
            self.memory.append((time.monotonic(), found))

    def end_measuring(self):
        """Keeps by how many MB a minute memory grew in this life, if that was seen for a minute."""
        if self.memory and self.memory[-1][0] - self.memory[0][0] > 60:
            times, values = zip(*self.memory)
            minutes = [(one - times[0]) / 60 for one in times]
            self.grown.append(measures.slope(values, minutes))

    def steps(self):
        return [int(step) for step in re.findall(r"^step (\d+)$", self.log.read_text(), re.M)]


class Cluster:
    """All members and their folder."""

    def __init__(self, folder, workers, source):
        self.folder, self.model_dir = folder, folder / "model"
        counts = {"ps": 2, "master": 1, "worker": workers, "evaluator": 1}
        free = iter(ports(sum(counts.values()), source))
        self.jobs = {
            job: [f"localhost:{next(free)}" for _ in range(count)] for job, count in counts.items()
        }
        self.members = [
            Member(self, job, index) for job, count in counts.items() for index in range(count)
        ]

    def checkpoint(self):
        """The step that the state file names, -1 before there is one."""
        try:
            text = (self.model_dir / "checkpoint").read_text()
        except FileNotFoundError:
            return -1
        return int(re.match(r'model_checkpoint_path: "model.ckpt-(\d+)"', text)[1])


def disturb(cluster, seconds, source, problems):
    """Kills and restarts members for a while; gives the kills of each job, and steps lost."""
    kills, lost = collections.Counter(), []
    victims = cluster.members[:-2] + cluster.members[-1:]  # the last worker shows memory
    end, due = time.monotonic() + seconds, time.monotonic() + 30
    best, watched, deck = -1, {}, []
    while time.monotonic() < end:
        time.sleep(1)
        saved = cluster.checkpoint()
        if saved < best:
            problems.append(f"the last checkpoint was of step {best}, and is of step {saved}")
        best = max(best, saved)
        for member in cluster.members:
            member.measure()
            if member.process.poll() is not None:
                problems.append(
                    f"{member.log.name} ended with {member.process.returncode} by itself: "
                    f"{member.log.read_text()[-1000:]}"
                )
                member.start(FOREVER)
        for member, (known, least) in list(watched.items()):
            after = member.steps()[known:]
            if after:
                del watched[member]
                if min(after) < least:
                    problems.append(f"{member.log.name} went on from {after}, saved was {least}")
        if time.monotonic() > due and best >= 0:
            due = time.monotonic() + source.uniform(10, 25)
            deck = deck or source.sample(("ps", "master", "worker", "evaluator"), 4)
            job = deck.pop()
            member = source.choice([one for one in victims if one.job == job])
            reached = max([step for one in cluster.members for step in one.steps()[-1:]] or [0])
            saved = cluster.checkpoint()
            member.kill()
            kills[job] += 1
            member.start(FOREVER)
            # What it goes on from, it says itself, or for a parameter server the chief does.
            if job in ("master", "worker"):
                watched[member] = (0, saved)
            elif job == "ps":
                chief = next(one for one in cluster.members if one.job == "master")
                watched[chief] = (len(chief.steps()), saved)
                lost.append(reached - saved)
    for member in cluster.members:
        member.end_measuring()
    return kills, lost


def finish(cluster, problems):
    """Starts all again for some more steps, which have to come to their end; gives that step."""
    for member in cluster.members:
        member.kill()
    saved = cluster.checkpoint()
    for member in cluster.members:
        member.start(saved + MORE)
    for member in cluster.members:
        if member.job == "ps":
            continue
        try:
            code = member.process.wait(300)
        except subprocess.TimeoutExpired:
            code = "nothing after 300 s"
        if code != 0:
            log = member.log.read_text()
            problems.append(f"{member.log.name} ended with {code}: {log[-1000:]}")
    for member in cluster.members:
        if member.process.poll() is None:
            member.process.kill()
        member.process.wait()
    if cluster.checkpoint() < saved + MORE:
        problems.append(f"ended at {cluster.checkpoint()}, not at {saved + MORE}")
    return cluster.checkpoint()


def left_behind():
    """The processes that have this campaign's mark in their environment."""
    mark = f"{MARK}={os.getpid()}\0".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue  # gone meanwhile, or another user's
    return found


def inspect_folder(cluster, kills, problems):
    """Reads every checkpoint, export and events file; gives how many there are."""
    import tensorflow as tf

    counts = collections.Counter()
    for path in tf.train.get_checkpoint_state(str(cluster.model_dir)).all_model_checkpoint_paths:
        reader = tf.train.load_checkpoint(path)
        step, first, second = map(reader.get_tensor, ("global_step", "first", "second"))
        # Each worker may be half-way through a step, now or when it was killed.
        apart = max(abs(first - step), abs(second - step))
        named = int(path.rpartition("-")[2])
        counts["checkpoints"] += 1
        # The others go on between the reading of the step and the saving.
        late = not 0 <= step - named <= len(cluster.members)
        if late or apart > len(cluster.members) + sum(kills.values()):
            problems.append(f"{path} has step {step}, and counted {first} and {second}")
    for path in (cluster.model_dir / "export" / "Servo").iterdir():
        if not path.name.isdigit():
            counts["unfinished exports, left by a kill"] += 1
            continue
        with tf.Graph().as_default(), tf.compat.v1.Session() as session:
            loaded = tf.compat.v1.saved_model.load(session, ["serve"], str(path))
            signature = loaded.signature_def["serving_default"]
            feeds = {one.name: [[1.0]] for one in signature.inputs.values()}
            session.run([one.name for one in signature.outputs.values()], feeds)
        counts["exports"] += 1
    for path in cluster.model_dir.rglob("events.out.tfevents.*"):
        data = path.read_bytes()
        counts["events files"] += 1
        try:
            for _ in tf.compat.v1.io.tf_record_iterator(str(path)):
                counts["events"] += 1
        except tf.errors.DataLossError:
            counts["events files cut off by a kill"] += 1
            if not cut_off(data):
                problems.append(f"{path} is damaged before its end")
    return counts


def cut_off(data):
    """Whether a file of records is whole but for its last one."""
    position = 0
    while position + 12 <= len(data):
        length = int.from_bytes(data[position : position + 8], "little")
        if position + 16 + length > len(data):
            return True
        position += 16 + length
    return position < len(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--workers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", help="a folder for logs and checkpoints, by default temporary")
    options = parser.parse_args()
    source, problems = random.Random(options.seed), []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(exist_ok=True)
        cluster = Cluster(folder, options.workers, source)
        try:
            for member in cluster.members:
                member.start(FOREVER)
            kills, lost = disturb(cluster, options.minutes * 60, source, problems)
            final = finish(cluster, problems)
        finally:
            for member in cluster.members:
                if member.process.poll() is None:
                    member.kill()
        behind = left_behind()
        if behind:
            problems.append(f"left behind are the processes {behind}")
        counts = inspect_folder(cluster, kills, problems)
    grown = {}
    for member in cluster.members:
        grown.setdefault(member.job, []).extend(member.grown)
    grown = {job: f"{max(values):.2f}" for job, values in grown.items() if values}
    problems += [
        f"{job} grew by {value} MB/min" for job, value in grown.items() if float(value) > 5
    ]
    if len(kills) < 4:
        problems.append(f"not every role was killed: {dict(kills)}")
    figures = {
        **measures.setting(),
        "minutes": options.minutes,
        "members": {job: len(addresses) for job, addresses in cluster.jobs.items()},
        "kills": dict(kills),
        "steps": final,
        "steps_done_again_at_most": max(lost, default=0),
        "processes_left": len(behind),
        "growth_mb_per_minute_at_most": grown,
        **counts,
    }
    return measures.report(figures, problems)


if __name__ == "__main__":
    sys.exit(main())
