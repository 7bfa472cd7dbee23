"""What contrib's feature columns do beyond the record of TF 1.15.5: copies, training, messages."""

import copy
import pickle

import numpy as np
import pytest
import tensorflow as tf

from tests.oracle.cases.columns import samples
from tf_spec_compat.contrib import layers
from tf_spec_compat.contrib.layers import (
    embedding_ops,
    feature_column,
    feature_column_ops,
    sparse_feature_cross_op,
    sparse_ops,
)

tf1 = tf.compat.v1


@pytest.fixture
def graph():
    with tf.Graph().as_default() as made_graph:
        yield made_graph


@pytest.mark.parametrize("name", sorted(samples.COLUMNS))
def test_columns_can_be_copied_pickled_and_compared(name):
    """A copy of a column is of its kind and equal to it, and has what is not in the tuple too."""
    column = samples.COLUMNS[name]
    for twin in (copy.copy(column), pickle.loads(pickle.dumps(column))):
        assert type(twin) is type(column)
        assert twin == column
        assert hash(twin) == hash(column)
        assert vars(twin) == vars(column)
        assert twin.key == column.key
    assert column != layers.real_valued_column("another")


def test_embeddings_of_default_initializers_differ():
    """Each call makes its initializer, which is part of the column; the key goes without it."""
    one, two = (layers.embedding_column(samples.HASHED, 2) for _ in range(2))
    assert one != two
    assert one.key == two.key


@pytest.mark.parametrize("module", [feature_column, feature_column_ops, embedding_ops, sparse_ops])
def test_public_names_are_there(module):
    """Everything in `__all__` is defined, and what contrib.layers shows is the same object."""
    for name in module.__all__:
        assert getattr(layers, name, getattr(module, name)) is getattr(module, name)


@pytest.mark.parametrize("resource", [False, True])
def test_a_wide_and_deep_model_learns(graph, resource):
    """Weights and embeddings get gradients, and the loss goes down to next to nothing."""
    tf1.set_random_seed(1)
    with tf1.variable_scope("", use_resource=resource):
        deep = layers.input_from_feature_columns(
            samples.features(),
            [
                samples.COLUMNS["embedding"],
                samples.COLUMNS["numbers"],
                samples.COLUMNS["scattered"],
            ],
        )
        wide, _, _ = layers.weighted_sum_from_feature_columns(
            samples.features(), [samples.CROSSED, samples.BUCKETS, samples.KEYS], 1
        )
        hidden = layers.fully_connected(deep, 1, activation_fn=None)
    loss = tf.reduce_mean(tf.square(wide + hidden - [[1.0], [0.0], [1.0], [0.0]]))
    train = tf1.train.AdamOptimizer(0.1).minimize(loss)
    trained = {v.op.name for v in tf1.trainable_variables()}
    assert "input_from_feature_columns/h_embedding/weights" in trained
    assert "weighted_sum_from_feature_columns/h_X_i/weights" in trained
    with tf1.Session() as session:
        session.run([tf1.global_variables_initializer(), tf1.tables_initializer()])
        before = session.run(loss)
        for _ in range(150):
            session.run(train)
        assert session.run(loss) < before / 100


def test_fixed_embeddings_are_not_trained(graph):
    """A column that is not trainable keeps its variable out of the trainable ones."""
    layers.input_from_feature_columns(samples.features(), [samples.COLUMNS["embedding_fixed"]])
    assert not tf1.trainable_variables()
    assert len(tf1.model_variables()) == 1


def test_custom_getter_and_regularizer_reach_the_variables(graph):
    """Variables are made by `get_variable`, so that scopes have their say."""
    asked = []

    def custom(getter, name, **kwargs):
        asked.append(name)
        return getter(name, **kwargs)

    regularizer = layers.l2_regularizer(0.1)
    with tf1.variable_scope("s", custom_getter=custom, regularizer=regularizer):
        layers.weighted_sum_from_feature_columns(
            samples.features(), [samples.HASHED, samples.NUMBERS], 1
        )
    root = "s/weighted_sum_from_feature_columns/"
    assert asked == [root + "r/weight", root + "h/weights", root + "bias_weight"]
    assert len(tf1.get_collection(tf1.GraphKeys.REGULARIZATION_LOSSES)) == 3


def test_custom_getter_may_give_tensors(graph):
    """What a getter makes of a variable, a tensor for example, is looked up like a variable."""

    def halved(getter, name, **kwargs):
        return tf.identity(getter(name, **kwargs)) / 2

    with tf1.variable_scope("s", custom_getter=halved):
        deep = layers.input_from_feature_columns(
            samples.features(), [samples.COLUMNS["embedding"], samples.COLUMNS["scattered"]]
        )
        wide, _, _ = layers.weighted_sum_from_feature_columns(
            samples.features(), [samples.HASHED, samples.NUMBERS], 1
        )
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        np.testing.assert_allclose(session.run(deep)[0], [0.25] * 6)
        assert session.run(wide).tolist() == [[0.0]] * 4


def test_nothing_is_called_deprecated(graph, caplog):
    """TensorFlow's messages about what this package calls do not reach the user."""
    for column in samples.COLUMNS.values():
        layers.transform_features(samples.features(), [column])
    deep = ("buckets", "embedding", "numbers", "one_hot", "one_hot_weighted", "scattered")
    layers.input_from_feature_columns(samples.features(), [samples.COLUMNS[name] for name in deep])
    layers.weighted_sum_from_feature_columns(
        samples.features(), [samples.WEIGHTED, samples.NUMBERS], 1
    )
    layers.joint_weighted_sum_from_feature_columns(samples.features(), [samples.CROSSED], 1)
    assert "deprecated" not in caplog.text


def test_shared_embeddings_of_another_shape_are_refused(graph):
    """The message names the variable and both shapes."""

    def shared(dimension):
        columns = layers.shared_embedding_columns(
            [samples.HASHED, samples.HASHED_TWIN], dimension, shared_embedding_name="n"
        )
        return layers.input_from_feature_columns(samples.features(), columns)

    shared(2)
    with pytest.raises(ValueError, match=r"with name n already exists.* \(10, 2\) and \[10, 3\]"):
        shared(3)


def test_missing_file_is_told_when_tables_are_initialized(graph):
    """The column is made without the file; only the table asks for it."""
    column = layers.sparse_column_with_vocabulary_file("h", "no_such_file.txt", vocab_size=2)
    layers.transform_features(samples.features(), [column])
    with tf1.Session() as session, pytest.raises(tf.errors.OpError, match="no_such_file"):
        session.run(tf1.tables_initializer())


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda f: layers.input_from_feature_columns(f, [samples.HASHED]),
            ValueError,
            "layer for column: h.\nSparseColumn is not supported.*embedding_column or one_hot",
        ),
        (
            lambda f: layers.weighted_sum_from_feature_columns(
                f, [samples.COLUMNS["embedding"]], 1
            ),
            ValueError,
            "weighted sum for column: h_embedding",
        ),
        (
            lambda f: layers.joint_weighted_sum_from_feature_columns(f, [samples.WEIGHTED], 1),
            AssertionError,
            "use weighted_sum_from_feature_columns instead",
        ),
        (
            lambda f: layers.input_from_feature_columns(f, [], scope="s"),
            ValueError,
            r"at least one column; got \[\]",
        ),
        (
            lambda f: layers.input_from_feature_columns({"r": f["w"]}, [samples.NUMBERS]),
            TypeError,
            "column r is sparse.*tf.sparse.to_dense",
        ),
        (
            lambda f: layers.input_from_feature_columns(f, [samples.NUMBERS], cols_to_outs=[]),
            ValueError,
            r"cols_to_outs must be a dict unless None; got \[\]",
        ),
        (
            lambda f: layers.transform_features({"k": f["k"]}, [samples.CROSSED]),
            ValueError,
            r"doesn't contain key \(h\): it has \['k'\]",
        ),
        (
            lambda f: layers.parse_feature_columns_from_examples(tf.constant([b""]), []),
            ValueError,
            r"Missing: features was .* got \[\]",
        ),
        (
            lambda f: sparse_feature_cross_op.sparse_feature_cross((f["h"], f["i"])),
            TypeError,
            "Inputs must be a list, got",
        ),
        (
            lambda f: embedding_ops.scattered_embedding_lookup(tf.zeros([3]), f["h"].values, None),
            ValueError,
            "dimension; got None",
        ),
    ],
)
def test_message_says_what_was_given_and_what_to_do(call, error, message, graph):
    """The message has contrib's key words, what was given and what to do."""
    with pytest.raises(error, match=f"(?s){message}"):
        call(samples.features())


def test_crosses_without_key_are_the_same_in_any_batch(graph):
    """A row's crosses depend on that row alone: batches of one give what one batch gives."""
    words = [[b"a", b"b"], [b"c"], [], [b"d", b"e", b"f"]]
    ids = [[1], [2, -3], [4], [5, 6]]

    def crossed(rows):
        features = [
            tf.ragged.constant([part[row] for row in rows], dtype=kind).to_sparse()
            for part, kind in ((words, tf.string), (ids, tf.int64))
        ]
        return sparse_feature_cross_op.sparse_feature_cross(features, True, 1000)

    whole, single = crossed(range(4)), [crossed([row]) for row in range(4)]
    with tf1.Session() as session:
        whole, single = session.run([whole, single])
    assert whole.values.tolist() == np.concatenate([part.values for part in single]).tolist()
    assert whole.indices[:, 0].tolist() == [0, 0, 1, 1] + [3] * 6
    assert whole.dense_shape.tolist() == [4, 6]


def test_columns_work_eagerly():
    """Where there is no graph, columns give values, and new weights with each call."""
    assert tf.executing_eagerly()
    features = samples.features()
    deep = layers.input_from_feature_columns(
        features, [samples.COLUMNS["embedding"], samples.COLUMNS["one_hot"], samples.NUMBERS]
    )
    wide, weights, bias = layers.weighted_sum_from_feature_columns(
        features, [samples.CROSSED, samples.KEYS], 2
    )
    np.testing.assert_allclose(deep[0], [0.5, 0.5, 1.0, 0.0, 0.0, 1.0])
    np.testing.assert_allclose(wide, np.zeros([4, 2]))
    assert [len(parts) for parts in weights.values()] == [1, 1]
    assert bias.shape == [2]


def test_vocabulary_goes_along_with_an_exported_model(tmp_path):
    """The file of a column is an asset of the graph, so that a SavedModel takes it along."""
    column, folder = samples.COLUMNS["file"], tmp_path / "model"
    with tf.Graph().as_default(), tf1.Session() as session:
        word = tf1.placeholder(tf.string, [None, 1])
        ids = layers.transform_features({"h": word}, [column])[column]
        dense = tf.sparse.to_dense(ids, default_value=-1)
        tables = tf1.tables_initializer()
        session.run(tables)
        tf1.saved_model.simple_save(
            session, str(folder), {"word": word}, {"id": dense}, legacy_init_op=tables
        )
    assert [path.name for path in (folder / "assets").iterdir()] == ["columns_vocabulary.txt"]
    served = tf.saved_model.load(str(folder)).signatures["serving_default"]
    found = served(tf.constant([["omar"], ["marlo"], ["bodie"]]))["id"].numpy()
    assert found[:2, 0].tolist() == [1, 0]
    assert found[2, 0] in (3, 4)
