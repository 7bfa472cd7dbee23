"""`Model.export`: a SavedModel of TensorFlow 2 that answers as the one of an Estimator."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat import multi_class_head, native, regression_head
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import learn, lookup
from tf_spec_compat.errors import NoDefaultHeadError, UnsupportedError

WORDS = ["red", "green", "blue"]
SPEC = {"word": tf.io.FixedLenFeature([1], tf.string)}


def features_and_labels() -> Any:
    return {"word": tf.constant([[word] for word in WORDS])}, tf.constant([[0], [1], [0]])


def example(word: str) -> bytes:
    feature = tf.train.Feature(bytes_list=tf.train.BytesList(value=[word.encode()]))
    features = tf.train.Features(feature={"word": feature})
    return bytes(tf.train.Example(features=features).SerializeToString())


def with_vocabulary(path: str, head: Any) -> Any:
    """A model_fn with a table of a file, which is an asset."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        table = lookup.index_table_from_file(path, num_oov_buckets=1)
        ids = table.lookup(features["word"])
        weights = tf1.get_variable("weights", [4, 1])
        logits = tf.reshape(tf.gather(weights, ids), [-1, 1])

        def train_op_fn(loss: Any) -> Any:
            step = tf1.train.get_global_step()
            return tf1.train.GradientDescentOptimizer(0.5).minimize(loss, step)

        return head.create_model_fn_ops(
            features, mode, labels, train_op_fn=train_op_fn, logits=logits
        )

    return model_fn


def served(path: str) -> dict[str, Any]:
    """Method, keys and answers of all signatures, by TF1's loader."""
    with tf.Graph().as_default(), tf1.Session() as session:
        loaded = tf1.saved_model.loader.load(session, ["serve"], path)
        feed = [example(word) for word in WORDS]
        return {
            key: (
                signature.method_name,
                sorted(signature.inputs),
                {
                    name: session.run(
                        info.name, {one.name: feed for one in signature.inputs.values()}
                    ).tolist()
                    for name, info in signature.outputs.items()
                },
            )
            for key, signature in loaded.signature_def.items()
            if signature.inputs  # The initializer of a SavedModel of TensorFlow 2 has none.
        }


@pytest.fixture
def vocabulary(tmp_path: Path) -> str:
    path = tmp_path / "words.txt"
    path.write_text("\n".join(WORDS))
    return str(path)


@pytest.mark.parametrize("head", [multi_class_head(2), regression_head(label_dimension=1)])
def test_signatures_and_answers_are_contribs(head: Any, vocabulary: str, tmp_path: Path) -> None:
    """Keys, methods, names and answers are those of contrib's export; the asset travels with it."""
    model_fn, folder = with_vocabulary(vocabulary, head), str(tmp_path / "model")
    other = learn.Estimator(model_fn, folder, estimator.RunConfig(tf_random_seed=1))
    other.fit(input_fn=features_and_labels, steps=2)
    model = native.Model(model_fn, model_dir=folder)
    serving = learn.utils.input_fn_utils.build_parsing_serving_input_fn(SPEC)
    extra = tmp_path / "extra.txt"
    extra.write_text("more")
    path = model.export(str(tmp_path / "native"), serving, assets_extra={"a/b.txt": str(extra)})
    assert Path(path, "assets.extra", "a", "b.txt").read_text() == "more"
    expected = served(other.export_savedmodel(str(tmp_path / "contrib"), serving).decode())
    moved = str(tmp_path / "moved")
    shutil.move(path, moved)
    Path(vocabulary).unlink()
    found = served(moved)
    assert set(found) == set(expected)
    for key, (method, inputs, outputs) in expected.items():
        assert found[key][:2] == (method, inputs)
        assert set(found[key][2]) == set(outputs)
        for name, value in outputs.items():
            if name == "classes":
                assert found[key][2][name] == value
            else:
                np.testing.assert_allclose(found[key][2][name], value, rtol=1e-6)
    loaded = tf.saved_model.load(moved)
    answers = loaded.signatures["serving_default"](tf.constant([example(w) for w in WORDS]))
    for name, value in answers.items():
        np.testing.assert_array_equal(
            np.asarray(value.numpy(), np.asarray(found["serving_default"][2][name]).dtype),
            np.asarray(found["serving_default"][2][name]),
        )


def test_features_as_they_are(vocabulary: str, tmp_path: Path) -> None:
    """An example of features makes a signature that is fed with them; batches may have any size."""
    model = native.Model(with_vocabulary(vocabulary, multi_class_head(2)))
    model.fit(features_and_labels, steps=1)
    features = {"word": tf.constant([[word] for word in WORDS])}
    path = model.export(str(tmp_path), features)
    loaded = tf.saved_model.load(path)
    signature = loaded.signatures["serving_default"]
    # As in contrib: a single input of strings is what a classify signature calls `inputs`.
    answer = signature(inputs=tf.constant([["red"], ["blue"]]))
    expected = model.predict_step(features)["probabilities"].numpy()
    np.testing.assert_allclose(answer["scores"], expected[[0, 2]], rtol=1e-6)


def test_an_estimator_spec_has_signatures_of_its_own(tmp_path: Path) -> None:
    """Those of `export_outputs`, as tf.estimator exports them."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        prediction = features["x"] * tf1.get_variable("w", [], initializer=tf1.ones_initializer())
        loss = tf.reduce_mean(prediction)
        train_op = tf1.assign_add(tf1.train.get_global_step(), 1)
        outputs = {"double": estimator.export.PredictOutput({"y": prediction * 2})}
        return estimator.EstimatorSpec(
            mode, {"y": prediction}, loss, train_op, export_outputs=outputs
        )

    features = {"x": tf.ones([2, 1])}
    model = native.Model(model_fn)
    for _ in range(2):
        model.train_step(features)
    loaded = tf.saved_model.load(model.export(str(tmp_path), features))
    assert set(loaded.signatures) == {"double", "serving_default"}
    (answer,) = loaded.signatures["double"](x=tf.constant([[3.0]])).values()
    assert answer.numpy().tolist() == [[6.0]]


def test_refuses(vocabulary: str, tmp_path: Path) -> None:
    """An unknown head, a model that is not trained, and a table of training are refused."""
    model_fn = with_vocabulary(vocabulary, multi_class_head(2, head_name="one"))
    features = {"word": tf.constant([["red"]])}
    with pytest.raises(ValueError, match="Could not find trained model"):
        native.Model(model_fn).export(str(tmp_path / "none"), features)
    model = native.Model(model_fn).fit(features_and_labels, steps=1)
    with pytest.raises(NoDefaultHeadError, match="available output_alternatives"):
        model.export(str(tmp_path / "none"), features, "two")
    assert not (tmp_path / "none").exists()

    def with_table(features: Any, labels: Any, mode: str) -> Any:
        table = tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, -1)
        predictions = {"id": table.lookup(features["word"])}
        return predictions, tf.constant(1.0), tf1.assign_add(tf1.train.get_global_step(), 1)

    model = native.Model(with_table).fit(features_and_labels, steps=1)
    with pytest.raises(UnsupportedError, match="a table that training fills"):
        model.export(str(tmp_path / "none"), features)
