"""`contrib.testing` and `tensorboard` beyond what the oracle's cases compare."""

import pytest
import tensorflow as tf

from tf_spec_compat.contrib import session_bundle, tensorboard, testing


def test_uninstall_takes_everything_back(tmp_path):
    """Neither TensorFlow's modules nor its cache hold the class afterwards; contrib's cache did."""
    from tensorflow.python.summary.writer import writer, writer_cache

    cache = tf.compat.v1.summary.FileWriterCache
    before = writer.FileWriter, writer_cache.FileWriter
    with tf.Graph().as_default():
        testing.FakeSummaryWriter.install()
        try:
            assert isinstance(cache.get(str(tmp_path)), testing.FakeSummaryWriter)
        finally:
            testing.FakeSummaryWriter.uninstall()
        assert (writer.FileWriter, writer_cache.FileWriter) == before
        assert not isinstance(cache.get(str(tmp_path)), testing.FakeSummaryWriter)
        cache.clear()


def test_wrong_arguments_are_named():
    """The errors say what was given and what to do."""
    show = tensorboard.plugins.projector.visualize_embeddings
    with pytest.raises(AttributeError, match=r"for a folder use tf\.compat\.v1\.summary"):
        show("folder", None)
    with pytest.raises(ValueError, match="Call install"):
        testing.FakeSummaryWriter.uninstall()


def test_one_gc():
    """Garbage collection of exports is that of `learn.utils`."""
    from tf_spec_compat.contrib.learn.utils import gc

    assert session_bundle.gc.union is gc.union
