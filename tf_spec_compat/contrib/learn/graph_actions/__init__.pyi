# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import coordinator as coordinator
from tf_spec_compat._tf.private import resources as resources
from tf_spec_compat._tf.private import tf_logging
from tf_spec_compat._tf.private import tf_saver as tf_saver
from tf_spec_compat._tf.private import tf_supervisor as tf_supervisor
from tf_spec_compat.contrib.learn import monitors as monitors_lib
from tf_spec_compat.training.graph_actions.evaluate import evaluate as evaluate
from tf_spec_compat.training.graph_actions.run import infer as infer
from tf_spec_compat.training.graph_actions.run import run_feeds as run_feeds
from tf_spec_compat.training.graph_actions.run import run_feeds_iter as run_feeds_iter
from tf_spec_compat.training.graph_actions.run import run_n as run_n
from tf_spec_compat.training.graph_actions.train import train as train
from tf_spec_compat.training.summary_writer_cache import (
    clear_summary_writers as clear_summary_writers,
)
from tf_spec_compat.training.summary_writer_cache import get_summary_writer as get_summary_writer

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

logging = tf_logging
