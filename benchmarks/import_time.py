"""What importing costs: each import runs in interpreters of its own, started in turns.

TensorFlow up to 2.15 brings its estimator along. From 2.16 it lacks modules that
tensorflow-estimator imports, so there the baseline fills the gaps in the cheapest way that lets it
import, without this package: what importing the two costs at the very least.

On a busy machine the clock tells little about two processes. So the limits hold for CPU seconds,
and by the clock for what the heads add in a process that has just imported TensorFlow alone, which
is less than TensorFlow with its estimator.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.measure import Row, in_turns, time_row

_LIMIT = 1.05
_ROUNDS = 11
_BARE_LIMIT_MS = 30.0
_BARE_ROUNDS = 41

_HEADS = """
from tf_spec_compat.contrib import learn
learn.ModelFnOps, learn.multi_class_head
"""
_HEADS_AND_ESTIMATOR = f"""
{_HEADS}
import tf_spec_compat
tf_spec_compat.estimator.EstimatorSpec
"""
_TENSORFLOW = "import tensorflow"
_TENSORFLOW_AND_ESTIMATOR = """
import tensorflow as tf
if hasattr(tf.compat.v1, "estimator"):
    tf.compat.v1.estimator.EstimatorSpec
else:
    import sys, types
    from tensorflow.python import distribute, tpu
    from tensorflow.python.util import tf_export
    class Empty(types.ModuleType):
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return type(name, (), {})
    class Export:
        def __init__(self, *names, **kwargs):
            pass
        def __call__(self, symbol):
            return symbol
    for package, name in ((distribute, "estimator_training"), (tpu, "session_support"),
                          (tpu, "tpu_embedding"), (tpu, "tpu_embedding_gradient")):
        module = sys.modules[package.__name__ + "." + name] = Empty(name)
        setattr(package, name, module)
    tf_export.ESTIMATOR_API_NAME, tf_export.api_export = "estimator", Export
    from tensorflow_estimator._api.v1 import estimator
    estimator.EstimatorSpec
"""


def run(_: object = None) -> Iterator[Row]:
    scripts = ("pass", "import tf_spec_compat")
    for figures, clock in (("time", time.perf_counter), ("CPU time", _children_cpu_seconds)):
        nothing, bare = in_turns(_BARE_ROUNDS, *(partial(_process, s, clock) for s in scripts))
        extra = 1000 * statistics.median(ours - theirs for ours, theirs in zip(bare, nothing))
        name = f"tf_spec_compat alone, {figures} over {_BARE_LIMIT_MS:.0f} ms"
        limit = None if figures == "time" else 1.0
        yield Row(name, "ms", extra, _BARE_LIMIT_MS, extra / _BARE_LIMIT_MS, limit)

    runs = ((_TENSORFLOW, _HEADS), (_HEADS_AND_ESTIMATOR,), (_TENSORFLOW_AND_ESTIMATOR,))
    for steps in runs:
        _import_seconds(*steps)  # What has to be compiled or read from the disk first.
    turns = [
        [seconds for steps in runs for seconds in _import_seconds(*steps)] for _ in range(_ROUNDS)
    ]
    for clock, figures in enumerate(("time", "CPU time")):
        tensorflow, heads, both, both_theirs = (
            [seconds[clock] for seconds in step] for step in zip(*turns)
        )
        limit = None if figures == "time" else _LIMIT
        yield time_row(f"heads, {figures} over TF alone", heads, tensorflow, _LIMIT)
        yield time_row(f"heads, {figures} over TF with estimator", heads, both_theirs, limit)
        yield time_row(f"heads and estimator, {figures} over the same", both, both_theirs, limit)


def _process(script: str, clock: Callable[[], float]) -> float:
    """Seconds from the start of an interpreter to its end."""
    begin = clock()
    _python(script)
    return clock() - begin


def _children_cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _import_seconds(*steps: str) -> list[tuple[float, float]]:
    """Seconds from the first step to the end of each: by the clock, and of CPU."""
    start = "import time; begin = time.perf_counter(), time.process_time()"
    stop = "print('took', time.perf_counter() - begin[0], time.process_time() - begin[1])"
    lines = _python("\n".join([start, *(f"{step}\n{stop}" for step in steps)])).splitlines()
    figures = [line.split()[1:] for line in lines if line.startswith("took ")]
    return [(float(clock), float(cpu)) for clock, cpu in figures]


def _python(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
    )
    return done.stdout
