"""docs/feature_columns.md says what is so."""

import re
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from tests.oracle.cases.columns import samples
from tf_spec_compat.contrib import layers

tf1 = tf.compat.v1
core = tf.feature_column
PAGE = Path(__file__).parents[2] / "docs" / "feature_columns.md"


def test_example_makes_the_variables_that_it_names(capsys):
    """The example runs, and prints the names that are written below it."""
    code, names = re.findall(r"```(?:python)?\n(.*?)```", PAGE.read_text(), re.S)[:2]
    exec(compile(code, str(PAGE), "exec"), {})
    printed = capsys.readouterr().out.strip().splitlines()[-1]
    assert printed == str(names.split())


def _ids(columns_and_cores, features):
    """Gives for each pair the ids of both columns, as `[batch, ids]` indicators."""
    found = []
    for ours, theirs in columns_and_cores:
        linear = [
            tf1.feature_column.linear_model(features, [column], 1) for column in (ours, theirs)
        ]
        weights = tf1.trainable_variables()[-4:]
        for place in (0, 2):
            assert re.fullmatch(r"linear_model[_0-9]*/\w+/weights", weights[place].op.name)
            assert weights[place + 1].op.name.endswith("/bias_weights")
        places = np.arange(weights[0].shape[0], dtype=np.float32)[:, None] ** 1.5 + 1
        found.append((linear, [weights[0].assign(places), weights[2].assign(places)]))
    return found


def test_successors_have_the_same_ids():
    """Where the table says that ids stay, the same weights give the same sums."""
    key = layers.crossed_column([samples.HASHED, samples.KEYS], 30, hash_key=5)
    pairs = [
        (samples.IDS, core.categorical_column_with_identity("i", 5)),
        (samples.HASHED, core.categorical_column_with_hash_bucket("h", 10)),
        (samples.KEYS, core.categorical_column_with_vocabulary_list("k", ["omar", "marlo"])),
        (
            samples.COLUMNS["file"],
            core.categorical_column_with_vocabulary_file(
                "h", samples.VOCABULARY, vocabulary_size=3, num_oov_buckets=2
            ),
        ),
        (samples.BUCKETS, core.bucketized_column(core.numeric_column("r", shape=(2,)), [1, 2, 3])),
        (key, core.crossed_column(["h", "k"], 30, hash_key=5)),
        (
            samples.WEIGHTED,
            core.weighted_categorical_column(
                core.categorical_column_with_hash_bucket("h", 10), "w"
            ),
        ),
    ]
    with tf.Graph().as_default():
        features = {**samples.features(), "i": samples.sparse([0, 4, 1, 2], tf.int64)}
        found = _ids(pairs, features)
        with tf1.Session() as session:
            session.run([tf1.global_variables_initializer(), tf1.tables_initializer()])
            for (sums, assign), (column, _) in zip(found, pairs):
                session.run(assign)
                ours, theirs = session.run(sums)
                np.testing.assert_allclose(ours, theirs, err_msg=column.name)
                assert np.abs(ours).sum() > 0


def test_embeddings_have_the_names_of_the_table():
    """`input_layer` gives contrib's columns the names that the page says."""
    with tf.Graph().as_default():
        tf1.feature_column.input_layer(
            samples.features(),
            [core.embedding_column(core.categorical_column_with_hash_bucket("h", 9), 2)],
        )
        (variable,) = tf1.global_variables()
    assert variable.op.name == "input_layer/h_embedding/embedding_weights"


def test_crosses_without_key_have_other_ids_than_the_successors():
    """The page warns of it, and so it is."""
    ours = layers.crossed_column([samples.HASHED, samples.KEYS], 1000)
    theirs = core.crossed_column(["h", "k"], 1000)
    with tf.Graph().as_default():
        ((sums, assign),) = _ids([(ours, theirs)], samples.features())
        with tf1.Session() as session:
            session.run(tf1.global_variables_initializer())
            session.run(assign)
            one, other = session.run(sums)
    assert not np.allclose(one, other)


@pytest.mark.parametrize("line", re.findall(r"^\| `(\w+)\(", PAGE.read_text(), re.M))
def test_rows_of_the_table_are_names_of_contrib(line):
    """Each row begins with a name that is there."""
    assert callable(getattr(layers, line))
