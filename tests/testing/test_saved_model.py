"""SavedModels are read without their graphs, and hostile ones are refused in a clear line."""

import shutil
from pathlib import Path

import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.testing import saved_model
from tf_spec_compat.testing.saved_model import UnreadableModelError, read_saved_model

TF1 = str(Path(__file__).parent / "saved_models" / "tf1")
SERVE = ("serve",)


@pytest.fixture
def copy(tmp_path):
    """A copy of the model of TensorFlow 1.15.5, to be damaged."""
    return Path(shutil.copytree(TF1, tmp_path / "model"))


def write(folder, *graphs):
    """Writes a SavedModel of the given MetaGraphDefs' bytes, and returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "saved_model.pb").write_bytes(b"".join(field(2, graph) for graph in graphs))
    return str(folder)


def field(number, value):
    """A field with a length, as protobuf writes it."""
    sizes, size = bytearray(), len(value)
    while size > 127:
        sizes.append(size & 127 | 128)
        size >>= 7
    return bytes([number << 3 | 2, *sizes, size]) + value


def test_what_tensorflow_1_wrote_is_read():
    """Tag sets, keys, methods, names, dtypes, shapes and assets of TF 1.15.5's model are found."""
    model = read_saved_model(TF1)
    graph = model.graphs[SERVE]
    assert graph.tensorflow == "1.15.5"
    assert graph.assets == ("words.txt",)
    assert {key: signature.method for key, signature in graph.signatures.items()} == {
        "ids": "tensorflow/serving/predict",
        "regress": "tensorflow/serving/regress",
        "serving_default": "tensorflow/serving/predict",
    }
    x = graph.signatures["serving_default"].inputs["x"]
    assert (x.tensor, x.dtype, x.shape, x.encoding) == ("x:0", "float32", (None, 2), "dense")
    assert graph.signatures["ids"].outputs["id"].dtype == "int64"


def test_the_graph_is_passed_over(tmp_path):
    """A graph that is no message at all does not matter: it is not looked into."""
    graph = tf1.MetaGraphDef()
    graph.meta_info_def.tags.append("serve")
    path = write(tmp_path / "m", graph.SerializeToString() + field(2, b"\xff" * 1000))
    assert [*read_saved_model(path).graphs] == [SERVE]


def test_what_tensorflow_2_writes_is_read(tmp_path):
    """A module saved by TensorFlow 2 is read, without the loader's own signature."""

    class Module(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])
        def double(self, x):
            return {"y": 2 * x}

    module = Module()
    with tf1.Graph().as_default():
        pass
    if not tf.executing_eagerly():
        pytest.skip("another test has switched eager mode off")
    tf.saved_model.save(module, str(tmp_path), signatures={"double": module.double})
    signatures = read_saved_model(str(tmp_path)).graphs[SERVE].signatures
    assert [*signatures] == ["double"]
    assert signatures["double"].inputs["x"].shape == (None, 3)


def test_text_is_read(tmp_path, copy):
    """A saved_model.pbtxt says what the binary file says."""
    from google.protobuf import text_format
    from tensorflow.core.protobuf import saved_model_pb2

    message = saved_model_pb2.SavedModel.FromString((copy / "saved_model.pb").read_bytes())
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "saved_model.pbtxt").write_text(text_format.MessageToString(message))
    assert read_saved_model(str(tmp_path / "text")).graphs == read_saved_model(TF1).graphs


def test_of_exports_the_newest_is_read(tmp_path):
    """In a folder of exports it is the highest number that has a model; others are passed over."""
    for name in ("9", "10", "temp-99", "notes"):
        shutil.copytree(TF1, tmp_path / name)
    (tmp_path / "11").mkdir()
    assert read_saved_model(str(tmp_path)).path == str(tmp_path / "10")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no graph"),
        (b"\x12\xff\xff\xff\xff\x0f", "longer than the file"),
        (b"\x12\x05ab", "longer than the file"),
        (b"\xff" * 11, "too long"),
        (b"\x80", "ends within a number"),
        (b"\x0b\x0c", "no field at byte 0"),
        (b"\x09abc", "ends within a field"),
        (b"not a model", "damaged"),
        (field(2, field(1, b"\xff\xff")), "damaged"),
        (field(2, field(5, field(1, b"\xff"))), "damaged"),
    ],
)
def test_damaged_files_are_refused(tmp_path, content, message):
    """Whatever bytes stand in the place of a model, one line says that and why."""
    (tmp_path / "saved_model.pb").write_bytes(content)
    with pytest.raises(UnreadableModelError, match=message) as caught:
        read_saved_model(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_each_beginning_of_a_model_is_read_or_refused(copy):
    """A model that was cut off anywhere is refused, or read as far as it goes; nothing else."""
    content = (copy / "saved_model.pb").read_bytes()
    for end in range(0, len(content), 97):
        (copy / "saved_model.pb").write_bytes(content[:end])
        with pytest.raises(UnreadableModelError):
            read_saved_model(str(copy))


def test_what_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    """More bytes beside the graph than a model has are not read."""
    monkeypatch.setattr(saved_model, "_MOST", 1000)
    path = write(tmp_path / "m", field(5, b"a" * 2000))
    with pytest.raises(UnreadableModelError, match="beside its graph"):
        read_saved_model(path)
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "saved_model.pbtxt").write_text("#" * 2000)
    with pytest.raises(UnreadableModelError, match="too large"):
        read_saved_model(str(tmp_path / "t"))


def test_text_that_is_no_model_is_refused(tmp_path):
    """So is broken text."""
    (tmp_path / "saved_model.pbtxt").write_text("meta_graphs { nonsense")
    with pytest.raises(UnreadableModelError, match=r"saved_model\.pbtxt"):
        read_saved_model(str(tmp_path))


def test_folders_without_a_model_are_refused(tmp_path):
    """What is no folder, and a folder without a model, have a line each."""
    with pytest.raises(UnreadableModelError, match="no folder"):
        read_saved_model(str(tmp_path / "none"))
    with pytest.raises(UnreadableModelError, match="neither"):
        read_saved_model(str(tmp_path))


def test_an_unknown_tag_set_names_those_there_are():
    """Asking for a tag set that is not there says which are."""
    with pytest.raises(UnreadableModelError, match="it has 'serve'"):
        read_saved_model(TF1).graph(("gpu",))
