"""What counts as a change for clients, and how much of one."""

import shutil
from pathlib import Path

import pytest

from tf_spec_compat.testing.saved_model import (
    MetaGraph,
    SavedModel,
    Signature,
    TensorFacts,
    UnreadableModelError,
    read_saved_model,
)
from tf_spec_compat.testing.signatures import diff_signatures

TF1 = str(Path(__file__).parent / "saved_models" / "tf1")
PREDICT = "tensorflow/serving/predict"


def tensor(dtype="float32", shape=(None, 4), encoding="dense", name="x:0"):
    return TensorFacts(name, dtype, shape, encoding)


def model(inputs=None, outputs=None, method=PREDICT, key="predict", tags=("serve",)):
    signature = Signature(method, inputs or {"x": tensor()}, outputs or {"y": tensor()})
    graph = MetaGraph(tags, {key: signature}, (), "")
    return SavedModel("folder", "file", {tags: graph})


def changes(old, new, **options):
    return [(change.level, change.message) for change in diff_signatures(old, new, **options)]


@pytest.mark.parametrize(
    ("new", "level", "words"),
    [
        ({}, None, None),
        ({"method": "tensorflow/serving/classify"}, "error", "method"),
        ({"inputs": {"x": tensor("int32")}}, "error", "dtype float32 -> int32"),
        ({"inputs": {"x": tensor(encoding="sparse")}}, "error", "encoding"),
        ({"inputs": {"x": tensor(shape=(3, 4))}}, "compatible", "takes 3 at a time alone"),
        ({"outputs": {"y": tensor(shape=(3, 4))}}, "compatible", "shape (-1, 4) -> (3, 4)"),
        ({"inputs": {"x": tensor(shape=(None, None))}}, "warning", "(-1, 4) -> (-1, -1)"),
        ({"inputs": {"x": tensor(shape=None)}}, "warning", "unknown rank"),
        ({"inputs": {"x": tensor(shape=(None, 5))}}, "error", "(-1, 4) -> (-1, 5)"),
        ({"inputs": {"x": tensor(shape=(None, 4, 1))}}, "error", "shape"),
        ({"inputs": {"x": tensor(), "z": tensor()}}, "error", "no client sends"),
        ({"outputs": {"y": tensor(), "z": tensor()}}, "compatible", "a new output"),
        ({"inputs": {"x": tensor(name="other:0")}}, "compatible", "x:0 -> other:0"),
    ],
)
def test_levels(new, level, words):
    """Each change has the level that the rule gives it, and says what it is."""
    found = changes(model(), model(**new))
    assert [each for each, _ in found] == ([level] if level else [])
    assert all(words in message for _, message in found)


def test_an_open_size_after_a_fixed_one_is_a_warning():
    """`3 -> -1` is a warning, and `-1 -> 3` compatible, whichever side it is on."""
    fixed, open_ = (
        model(outputs={"y": tensor(shape=(3,))}),
        model(outputs={"y": tensor(shape=(None,))}),
    )
    assert changes(fixed, open_) == [("warning", "shape (3) -> (-1)")]
    assert changes(open_, fixed) == [("compatible", "shape (-1) -> (3)")]


def test_what_is_gone_is_an_error():
    """A lost tag set, signature, input or output is an error; a new one of the first two is not."""
    assert changes(model(), model(key="other")) == [
        ("error", "the signature is gone"),
        ("compatible", "a new signature"),
    ]
    assert changes(model(), model(tags=("gpu",))) == [
        ("error", "the tag set is gone"),
        ("compatible", "a new tag set"),
    ]
    two = {"a": tensor(), "b": tensor()}
    assert changes(model(outputs=two), model(outputs={"a": tensor()})) == [
        ("error", "the output is gone")
    ]


def test_renaming():
    """A renamed signature, input or output is the same one; a name that is not there is refused."""
    new = model(inputs={"features": tensor()}, key="serving_default")
    rename = {"x": "features", "predict": "serving_default"}
    assert changes(model(), new, rename=rename) == []
    with pytest.raises(ValueError, match="'nothing'"):
        changes(model(), new, rename={"nothing": "x"})


def test_one_tag_set_alone():
    """`tags` leaves the others out, and has to be in both models."""
    with pytest.raises(UnreadableModelError, match="'gpu'"):
        changes(model(), model(), tags=("gpu",))


def test_assets_are_compared_by_content(tmp_path):
    """An asset with other content, or without its file, is a warning."""
    new = shutil.copytree(TF1, tmp_path / "new")
    assert changes(read_saved_model(TF1), read_saved_model(new)) == []
    (new / "assets" / "words.txt").write_text("zero\n")
    ((level, message),) = changes(read_saved_model(TF1), read_saved_model(new))
    assert level == "warning"
    assert message == "other content, 13 -> 5 bytes"
    (new / "assets" / "words.txt").unlink()
    ((level, message),) = changes(read_saved_model(TF1), read_saved_model(new))
    assert level == "warning"
    assert "there is no file" in message


def test_an_asset_outside_of_the_folder_is_refused():
    """A model cannot make us look at files that are not its own."""
    graph = MetaGraph(("serve",), {}, ("../../secret",), "")
    hostile = SavedModel("folder", "file", {graph.tags: graph})
    with pytest.raises(UnreadableModelError, match="outside"):
        changes(hostile, hostile)
