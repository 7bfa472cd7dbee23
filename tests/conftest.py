"""What every test shares: quiet, single-threaded TensorFlow, and a graph of one's own."""

import gc
import os

import pytest

# Read by TensorFlow when it loads, here and in the subprocesses that tests start. Two workers with
# one thread each beat two that fight for the same cores, and one order of summation keeps the
# figures steady; so does the CPU, where a machine has a GPU too.
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")


def pytest_collection_finish():
    """What is there by now stays to the end: the collector need not look through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def graph():
    """A new `tf.Graph`, the default one while the test runs."""
    import tensorflow as tf

    with tf.Graph().as_default() as graph:
        yield graph
