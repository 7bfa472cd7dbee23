"""TensorFlow goes on working beside packages that are newer than it."""

import tensorflow as tf
from google.protobuf import text_format
from tensorflow.python.framework import graph_io

from tf_spec_compat._tf import repairs


def test_graphs_are_written_with_protobuf_7(tmp_path, monkeypatch):
    """A `MessageToString` without `float_format`, which TensorFlow <= 2.20 passes, is no error."""
    with tf.Graph().as_default() as graph:
        tf.constant(1.5, name="answer")
    to_string = text_format.MessageToString

    def of_protobuf_7(message, as_utf8=True, as_one_line=False):
        return to_string(message, as_utf8=as_utf8, as_one_line=as_one_line)

    monkeypatch.setattr(graph_io, "text_format", text_format)
    monkeypatch.setattr(text_format, "MessageToString", of_protobuf_7)
    for _ in range(2):
        repairs.repair_graph_files()
        tf.io.write_graph(graph, str(tmp_path), "graph.pbtxt")
    assert graph_io.text_format.Parse is text_format.Parse
    written = (tmp_path / "graph.pbtxt").read_text()
    assert 'name: "answer"' in written
    assert written == to_string(graph.as_graph_def())


def test_an_older_protobuf_is_left_alone(monkeypatch):
    """Where the argument is known TensorFlow keeps the module that it imported."""

    def of_protobuf_6(message, as_utf8=True, float_format=None):
        raise AssertionError

    monkeypatch.setattr(graph_io, "text_format", text_format)
    monkeypatch.setattr(text_format, "MessageToString", of_protobuf_6)
    repairs.repair_graph_files()
    assert graph_io.text_format is text_format
