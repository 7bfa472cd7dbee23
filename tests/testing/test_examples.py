"""Examples are read from every kind of file, and become what signatures take."""

import json

import numpy as np
import pytest

from tf_spec_compat._tf import tf
from tf_spec_compat.testing.examples import inputs_of, read_examples
from tf_spec_compat.testing.saved_model import Signature, TensorFacts


def signature(**inputs):
    facts = {
        name: TensorFacts(f"{name}:0", dtype, shape) for name, (dtype, shape) in inputs.items()
    }
    return Signature("predict", facts, {})


@pytest.fixture
def read(tmp_path):
    def read(name, text):
        (tmp_path / name).write_text(text)
        return read_examples(str(tmp_path / name))

    return read


def test_json(read):
    """Requests by row and by column, lines, bare values and base64 are understood."""
    rows = [{"x": [1, 2]}, {"x": [3, 4]}]
    for name, text in (
        ("a.json", json.dumps({"instances": rows})),
        ("b.json", json.dumps({"inputs": {"x": [[1, 2], [3, 4]]}})),
        ("c.jsonl", "\n".join(map(json.dumps, rows)) + "\n\n"),
    ):
        assert read(name, text) == {"x": [[1, 2], [3, 4]]}
    assert read("d.json", '{"instances": [{"b64": "YQ=="}, "b"]}') == {"": [b"a", "b"]}


def test_arrays_and_records(tmp_path):
    """Arrays by name, and serialized examples, packed or not."""
    np.savez(tmp_path / "x.npz", x=np.eye(2))
    assert read_examples(str(tmp_path / "x.npz"))["x"].tolist() == [[1, 0], [0, 1]]
    for name, packing in (("x.tfrecord", None), ("x.tfrecord.gz", "GZIP")):
        with tf.io.TFRecordWriter(str(tmp_path / name), packing) as writer:
            writer.write(b"one")
        assert read_examples(str(tmp_path / name)) == {"": [b"one"]}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", "{", "no JSON"),
        ("a.json", "{}", "neither"),
        ("a.json", '{"instances": []}', "neither"),
        ("a.json", '{"inputs": {"x": [1], "y": [1, 2]}}', "as many"),
        ("a.json", '{"inputs": {"x": 1}}', "no examples"),
        ("a.json", '{"instances": [{"b64": "?"}]}', "no JSON"),
        ("a.json", "[" * 100000, "no JSON"),
        ("a.jsonl", '{"x": 1}\n{"y": 1}', "instance 1"),
        ("a.npz", "text", "no file of arrays"),
        ("a.tfrecord", "text and more text than a header", "damaged"),
        ("a.csv", "1,2", "none of"),
    ],
)
def test_bad_files_are_refused(read, name, text, message):
    """Each kind of broken file has a line that says what is wrong."""
    with pytest.raises(ValueError, match=message):
        read(name, text)


def test_missing_files_are_refused(tmp_path):
    """A file that is not there is an OSError, whatever its kind."""
    for name in ("a.json", "a.npz", "a.tfrecord"):
        with pytest.raises(OSError, match=r"No such file|no file"):
            read_examples(str(tmp_path / name))


def test_inputs_of_a_signature():
    """Values get the input's dtype, and what lacks an input makes None."""
    x = signature(x=("float32", (None, 2)))
    inputs = inputs_of(x, {"x": [[1, 2]], "more": [0]})
    assert inputs["x"].dtype == np.float32
    assert [*inputs] == ["x"]
    assert inputs_of(x, {"": [[1, 2]]})["x"].tolist() == [[1, 2]]
    assert inputs_of(x, {"y": [1]}) is None
    with pytest.raises(ValueError, match="no array of float32"):
        inputs_of(x, {"x": [[1, 2], [3]]})
    words = signature(word=("string", (None,)))
    assert inputs_of(words, {"word": ["ä"]})["word"].tolist() == ["ä".encode()]
    with pytest.raises(ValueError, match="have to be strings"):
        inputs_of(words, {"word": [1]})


def test_serialized_examples_are_made():
    """Features by name are put into `tf.Example`s, each dtype in its list."""
    columns = {"f": np.float32([[1, 2]]), "i": np.int64([3]), "s": np.array([b"a"], object)}
    (text,) = inputs_of(signature(examples=("string", (None,))), columns)["examples"]
    feature = tf.train.Example.FromString(text).features.feature
    assert [*feature["f"].float_list.value] == [1, 2]
    assert [*feature["i"].int64_list.value] == [3]
    assert [*feature["s"].bytes_list.value] == [b"a"]
