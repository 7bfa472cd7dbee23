"""Training, evaluating and running graphs without an Estimator (`...learn.graph_actions`)."""

from __future__ import annotations

from tf_spec_compat._tf.legacy import coordinator
from tf_spec_compat.contrib.learn import monitors as monitors_lib
from tf_spec_compat.contrib.learn._graph_actions.evaluating import evaluate
from tf_spec_compat.contrib.learn._graph_actions.running import (
    infer,
    run_feeds,
    run_feeds_iter,
    run_n,
)
from tf_spec_compat.contrib.learn._graph_actions.training import train
from tf_spec_compat.contrib.learn.summary_writer_cache import (
    clear_summary_writers,
    get_summary_writer,
)

__all__ = [
    "clear_summary_writers",
    "coordinator",
    "evaluate",
    "get_summary_writer",
    "infer",
    "monitors_lib",
    "run_feeds",
    "run_feeds_iter",
    "run_n",
    "train",
]
