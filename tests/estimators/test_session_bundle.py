"""Session bundles: written by estimators and `Exporter`, read in a session."""

from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.learn.utils import export
from tf_spec_compat.contrib.session_bundle import exporter, gc, manifest_pb2

tf1 = tf.compat.v1
# Written by TensorFlow 1.15.5: y = x * [[1], [2]].
RECORDED = Path(__file__).with_name("bundle")


def signatures(folder):
    """The signatures of a bundle, in whose graph we are, and a session with its variables."""
    session = tf1.Session()
    path = str(Path(tf.compat.as_str_any(folder)) / "export")
    tf1.train.import_meta_graph(path + ".meta").restore(session, path)
    found = manifest_pb2.Signatures()
    (packed,) = tf1.get_collection("serving_signatures")
    assert packed.Unpack(found)
    return found, session


def test_a_bundle_of_tensorflow_1_is_read(graph):
    """What TensorFlow 1.15.5 exported has its signatures and gives its values."""
    found, session = signatures(str(RECORDED))
    x = found.named_signatures["in"].generic_signature.map["x"].tensor_name
    y = found.default_signature.regression_signature.output.tensor_name
    assert session.run(y, {x: [[3.0, 4.0]]}).tolist() == [[11.0]]


def test_exporter(tmp_path, graph):
    """Bundles are named after the step, hold assets, and the oldest are deleted."""
    asset = tmp_path / "words.txt"
    asset.write_text("hello")
    x = tf1.placeholder(tf.float32, [None, 2])
    y = tf.matmul(x, tf1.get_variable("v", initializer=[[1.0], [2.0]]))
    step = tf1.train.create_global_step()
    writer = exporter.Exporter(tf1.train.Saver())
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        with pytest.raises(RuntimeError, match="init must be called first"):
            writer.export(str(tmp_path / "out"), step, session)
        writer.init(
            default_graph_signature=exporter.regression_signature(x, y),
            assets_collection=[tf.constant(str(asset))],
        )
        with pytest.raises(RuntimeError, match="init should be called only once"):
            writer.init()
        for number in range(3):
            session.run(step.assign(number))
            made = writer.export(
                str(tmp_path / "out"), step, session, gc.largest_export_versions(2)
            )
        with pytest.raises(RuntimeError, match="Overwriting exports can cause corruption"):
            writer.export(str(tmp_path / "out"), step, session)
    assert made == str(tmp_path / "out" / "00000002").encode()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["00000001", "00000002"]
    assert (tmp_path / "out" / "00000002" / "assets" / "words.txt").read_text() == "hello"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"init_op": 3}, "init_op needs to be an Operation: 3"),
        ({"assets_collection": [3]}, "tensor is not a Tensor"),
        ({"default_graph_signature": 3}, "CopyFrom"),
    ],
)
def test_what_cannot_be_exported(graph, arguments, message):
    """Other things than operations, constants and signatures are refused."""
    tf1.get_variable("v", initializer=1.0)
    with pytest.raises(TypeError, match=message):
        exporter.Exporter(tf1.train.Saver()).init(**arguments)


def test_estimators_export(tmp_path):
    """A canned classifier exports its probabilities; one step is exported once."""
    model = learn.LinearClassifier([layers.real_valued_column("x", 2)])
    data = {"x": np.eye(2, dtype=np.float32)}, np.array([[0], [1]])
    monitor = learn.monitors.ExportMonitor(1, str(tmp_path / "monitor"), input_fn=None)
    model.fit(*data, steps=1, monitors=[monitor])
    made = model.export(str(tmp_path))
    assert made.endswith(b"00000001")
    assert monitor.last_export_dir.endswith(b"00000001")
    with pytest.raises(RuntimeError, match="Overwriting exports"):
        model.export(str(tmp_path))
    with tf.Graph().as_default():
        found, session = signatures(made)
        signature = found.default_signature.classification_signature
        example = tf.train.Example()
        example.features.feature["x"].float_list.value.extend([1.0, 0.0])
        scores = session.run(
            signature.scores.tensor_name,
            {signature.input.tensor_name: [example.SerializeToString()]},
        )
    expected = next(model.predict_proba({"x": np.eye(2, dtype=np.float32)}))
    np.testing.assert_allclose(scores[0], expected, rtol=1e-6)
    with pytest.raises(ValueError, match="examples cannot be None when using this signature fn"):
        export.generic_signature_fn(None, {}, {})
