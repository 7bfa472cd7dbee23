"""What checking a code base costs: 1,000 files of 300 lines, with `ruff check` of the same tree.

The files are made, of programs as the TF1 days had them: model functions, input functions, aliases
of contrib by import, by assignment and by a module of the tree. On a busy machine neither the clock
nor the CPU seconds tell much, so the limit is on what checking costs over parsing the same files,
which nothing that reads Python in Python can do without; how the tree compares with 10 seconds on
two cores, and with ruff, is shown beside it.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row

_FILES = 1000
_LINES = 300
_SECONDS = 10.0
_CORES = 2

_CHECK = """
import resource, sys
from tf_spec_compat.migrate.classify import check_paths
from tf_spec_compat.migrate.target import TARGETS
if __name__ == "__main__":
    results = check_paths(sys.argv[2:], TARGETS["2.21"], int(sys.argv[1]))
    assert sum(len(result.findings) for result in results) > 0
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

_PARSE = """
import ast, pathlib, sys
for path in pathlib.Path(sys.argv[1]).glob("*.py"):
    ast.parse(path.read_text("utf-8"))
"""

_HEAD = '''\
"""Module {number} of a made code base."""
import collections
import numpy as np
import tensorflow as tf
from tensorflow.contrib import learn, layers as contrib_layers
from compat import slim

rnn = tf.contrib.rnn

'''
_PART = '''
class Model{part}(object):
    """Builds a network of {part} layers."""

    def __init__(self, units, keep_prob=0.5, name="model{part}"):
        self.units = units
        self.keep_prob = keep_prob
        self.cell = rnn.BasicLSTMCell(units)
        self._layers = [slim.fully_connected for _ in range({part})]

    def build(self, features, labels, mode):
        net = features["x"]
        for index, layer in enumerate(self._layers):
            with tf.variable_scope("layer_%d" % index):
                net = layer(net, self.units, activation_fn=tf.nn.relu)
                if mode == learn.ModeKeys.TRAIN and self.keep_prob < 1.0:
                    net = tf.nn.dropout(net, self.keep_prob)
        logits = contrib_layers.linear(net, {part} + 1, scope="logits")
        predictions = {{"classes": tf.argmax(logits, 1), "logits": logits}}
        loss = tf.losses.sparse_softmax_cross_entropy(labels, logits) if labels is not None else 0
        return logits, predictions, loss


def model_fn_{part}(features, labels, mode, params):
    logits, predictions, loss = Model{part}(params["units"]).build(features, labels, mode)
    train_op = None
    if mode == learn.ModeKeys.TRAIN:
        train_op = tf.contrib.layers.optimize_loss(
            loss, tf.train.get_global_step(), params["rate"], optimizer="Adam")
    return learn.ModelFnOps(mode, predictions, loss, train_op)


def input_fn_{part}(path, batch_size=32):
    rows = np.genfromtxt(path, delimiter=",", dtype=np.float32)
    counts = collections.Counter(int(row[-1]) for row in rows)
    order = sorted(range(len(rows)), key=lambda at: -counts[int(rows[at, -1])])
    features = tf.constant(rows[order, :-1])
    labels = tf.constant(rows[order, -1].astype(np.int64))
    return {{"x": features[:batch_size]}}, labels[:batch_size]


def run_{part}(path, model_dir, steps=100):
    estimator = learn.Estimator(
        model_fn=model_fn_{part}, model_dir=model_dir, params={{"units": 8, "rate": 0.1}})
    estimator.fit(input_fn=lambda: input_fn_{part}(path), steps=steps)
    return estimator.evaluate(input_fn=lambda: input_fn_{part}(path), steps=1)
'''


def run(_: object = None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        _make(tree / "all", _FILES)
        _make(tree / "tenth", _FILES // 10)
        script = tree / "check.py"
        script.write_text(_CHECK)
        command = [sys.executable, str(script)]
        wall, cpu, _ = _run([*command, str(_CORES), str(tree / "all")])
        name = f"check of {_FILES:,} files of {_LINES} lines"
        yield _row(f"{name}, time over {_SECONDS:.0f} s", wall, _SECONDS, None)
        yield _row(f"{name}, CPU time over {_CORES} x that", cpu, _CORES * _SECONDS, None)
        _, parsing, _ = _run([sys.executable, "-c", _PARSE, str(tree / "all")])
        yield _row(f"{name}, CPU time over parsing", cpu, parsing, 4.5)
        ruff = shutil.which("ruff") or shutil.which("ruff", path=str(Path(sys.executable).parent))
        if ruff is not None:
            options = ["check", "--no-cache", "--exit-zero", "--quiet", "--isolated"]
            theirs, their_cpu, _ = _run([ruff, *options, str(tree / "all")])
            yield _row(f"{name}, time over ruff check", wall, theirs, None)
            yield _row(f"{name}, CPU time over ruff check", cpu, their_cpu, None)
        _, _, small = _run([*command, "1", str(tree / "tenth")])
        _, _, large = _run([*command, "1", str(tree / "all")])
        growth = int(large) / int(small)
        mib = int(large) / 1024, int(small) / 1024
        yield Row("memory of ten times the files", "MiB", *mib, growth, 1.5)


def _make(folder: Path, count: int) -> None:
    folder.mkdir()
    (folder / "compat.py").write_text("import tensorflow as tf\nslim = tf.contrib.slim\n")
    for number in range(count):
        text = _HEAD.format(number=number)
        part = 0
        while text.count("\n") < _LINES:
            part += 1
            text += _PART.format(part=part)
        (folder / f"module_{number}.py").write_text("\n".join(text.split("\n")[:_LINES]) + "\n")


def _run(command: list[str]) -> tuple[float, float, str]:
    """Runs a command; returns its seconds by the clock, those of CPU, and its output."""
    before, begin = _cpu_seconds(), time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return time.perf_counter() - begin, _cpu_seconds() - before, done.stdout


def _cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _row(name: str, seconds: float, against: float, limit: float | None) -> Row:
    return Row(name, "ms", 1000 * seconds, 1000 * against, seconds / against, limit)
