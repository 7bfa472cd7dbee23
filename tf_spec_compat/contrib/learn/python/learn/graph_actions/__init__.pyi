# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.graph_actions import *
from tf_spec_compat.contrib.learn.graph_actions import logging as logging
from tf_spec_compat.contrib.learn.graph_actions import resources as resources
from tf_spec_compat.contrib.learn.graph_actions import tf_saver as tf_saver
from tf_spec_compat.contrib.learn.graph_actions import tf_supervisor as tf_supervisor

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
