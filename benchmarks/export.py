"""Time of `export_savedmodel` against `tf.estimator.Estimator.export_saved_model`.

The same model and checkpoint, served by parsed examples.
"""

from __future__ import annotations

import functools
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import estimators, training
from benchmarks.measure import Row, in_turns, time_row
from tf_spec_compat._tf import estimator, tf1
from tf_spec_compat.contrib.learn.utils import input_fn_utils

_LIMIT = 1.1
_ROUNDS = 41


def run(_: object = None) -> Iterator[Row]:
    spec = {"x": tf1.FixedLenFeature([64], tf1.float32)}
    with tempfile.TemporaryDirectory() as folder:
        core = estimators.core(folder)
        core.train(training.dataset, steps=1)
        exports = (
            functools.partial(
                estimators.legacy(folder).export_savedmodel,
                serving_input_fn=input_fn_utils.build_parsing_serving_input_fn(spec),
            ),
            functools.partial(
                core.export_saved_model,
                serving_input_receiver_fn=(
                    estimator.export.build_parsing_serving_input_receiver_fn(spec)
                ),
            ),
        )
        times = in_turns(_ROUNDS, *(functools.partial(_seconds, export) for export in exports))
    yield time_row("export_savedmodel; tf.estimator's export_saved_model", *times, _LIMIT)


def _seconds(export: Callable[..., Any]) -> float:
    """Exports to a folder of its own: two exports to one need names of different seconds."""
    with tempfile.TemporaryDirectory() as base:
        begin = time.perf_counter()
        path = export(base)
        seconds = time.perf_counter() - begin
        assert Path(path.decode(), "saved_model.pb").exists()
    return seconds
