"""What feature columns stand on: embeddings, crosses, sparse tensors, parsing, checkpoints.

Runs unchanged under TF 1.15.5 and under this package.
"""

import os
import shutil
import tempfile

import numpy as np

from tests.oracle.legacy import bucketization_op as bucketization
from tests.oracle.legacy import embedding_ops as embeddings
from tests.oracle.legacy import feature_column as fc
from tests.oracle.legacy import layers, sparse_ops, tf
from tests.oracle.legacy import sparse_feature_cross_op as crossing

from . import samples
from .facts import attempt, facts, pattern
from .signatures import signatures


def _ids(values=(0, 4, 2, -1), dtype=tf.int64):
    return samples.sparse(list(values), dtype)


def _weights():
    return samples.sparse([1.0, 2.0, 0.0, 3.0])


def _safe():
    table = tf.constant(pattern(5, 3))
    parts = [tf.constant(pattern(5, 3)[:3]), tf.constant(pattern(5, 3)[3:])]
    deep = tf.SparseTensor([[0, 0, 1], [1, 1, 0]], tf.constant([3, 1], tf.int64), [2, 3, 2])
    look = embeddings.safe_embedding_lookup_sparse
    return (
        [look(table, _ids(), combiner=c) for c in (None, "mean", "sum", "sqrtn")],
        [look(table, _ids(), _weights(), combiner=c) for c in ("mean", "sum", "sqrtn")],
        look(table, _ids(), combiner="sum", default_id=1),
        look(parts, _ids(), combiner="sum"),
        look(parts, _ids(), combiner="sum", partition_strategy="mod"),
        look(table, _ids(), combiner="sum", max_norm=0.5),
        look(table, deep, combiner="sum"),
        [
            attempt(look, None, _ids()),
            attempt(look, [], _ids()),
            attempt(look, table, _ids(), combiner="x"),
            attempt(look, [table, tf.cast(table, tf.float64)], _ids()),
            attempt(look, table, _ids(), samples.sparse([1, 2, 3, 4], tf.int32)),
        ],
    )


def _scattered():
    vector = tf.constant(pattern(17))
    parts = [tf.constant(pattern(17)[:9]), tf.constant(pattern(17)[9:])]
    words, numbers = tf.constant(["a", "b", "omar"]), tf.constant([[3, 5], [-1, 3]], tf.int64)
    look = embeddings.scattered_embedding_lookup
    look_sparse = embeddings.scattered_embedding_lookup_sparse
    sparse = samples.features()["h"]
    return (
        [look(vector, words, 4, hash_key=key) for key in (None, 7)],
        [look(vector, numbers, 3, hash_key=key) for key in (None, 7)],
        look(parts, words, 4, hash_key=7),
        [
            look_sparse(vector, sparse, 4, combiner=c, hash_key=key)
            for c in (None, "mean", "sum", "sqrtn")
            for key in (None, 9)
        ],
        look_sparse(vector, sparse, 4, combiner="sum", default_value="a"),
        look_sparse(vector, _ids(), 4, combiner="sum"),
        [
            attempt(look, vector, words, None),
            attempt(look_sparse, vector, words, 3),
            attempt(look_sparse, vector, sparse, 3, combiner="x"),
            attempt(look_sparse, vector, sparse, None),
        ],
    )


def _unique():
    table = tf.constant(pattern(6, 2, 2))
    parts = [tf.constant(pattern(6, 2, 2)[:3]), tf.constant(pattern(6, 2, 2)[3:])]
    ids = tf.constant([[1, 1, 5], [0, 5, 1]])
    look = layers.embedding_lookup_unique
    return look(table, ids), look(parts, ids), look(parts, ids, "div"), look(table, tf.constant(3))


def _distributed():
    table = tf.constant(pattern(6, 2))
    parts = [tf.constant(pattern(6, 2)[:3]), tf.constant(pattern(6, 2)[3:])]
    ids = tf.SparseTensor(
        [[0, 0], [1, 0], [1, 1], [2, 1]], tf.constant([0, 4, 2, 5], tf.int64), [3, 2]
    )
    weights = tf.SparseTensor(ids.indices, [1.0, 2.0, -1.0, 3.0], ids.dense_shape)
    look = embeddings.embedding_lookup_sparse_with_distributed_aggregation
    return (
        [look(table, ids, None, combiner=c) for c in (None, "mean", "sum", "sqrtn")],
        [look(parts, ids, weights, combiner=c) for c in ("mean", "sum", "sqrtn")],
        look(parts, ids, weights, "div", combiner="sum"),
        look(parts, ids, weights, combiner="sum", max_norm=0.5),
        [
            attempt(look, table, ids, None, combiner="x"),
            attempt(look, table, ids.values, None),
            attempt(look, table, ids, [1.0]),
        ],
    )


def _crossed():
    f = samples.features()
    dense = tf.constant([["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
    numbers = tf.constant([[1], [2], [-3], [4]], tf.int32)
    cross = crossing.sparse_feature_cross
    inputs = ([f["h"], f["i"]], [f["h"], dense, f["k"]], [dense, numbers], [numbers, f["i"]])
    return (
        [cross(tensors) for tensors in inputs],
        [cross(tensors, hashed_output=True, num_buckets=100) for tensors in inputs],
        [cross(tensors, hashed_output=True) for tensors in inputs],
        [cross(tensors, True, 100, hash_key=key) for tensors in inputs for key in (1, 2**40)],
        [cross(tensors, True, 0, hash_key=1) for tensors in inputs[:2]],
        cross([f["h"]], True, 7),
        [
            attempt(cross, (f["h"], f["i"])),
            attempt(cross, [f["h"], "a"]),
            attempt(cross, [f["h"], 1]),
            attempt(cross, []),
            attempt(cross, [f["h"], f["w"]]),
            attempt(cross, [f["h"], f["r"]], True, 10),
        ],
        crossing.SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY,
    )


def _sparse():
    convert = sparse_ops.dense_to_sparse_tensor
    return (
        convert([["a", ""], ["", "b"]]),
        convert([["a", ""], ["", "b"]], ignore_value="a"),
        convert([[1, -1], [0, 2]]),
        convert([[1, -1], [0, 2]], ignore_value=0),
        convert([1.0, -1.0, 0.0]),
        convert(np.array([[[1, -1]]], np.int64)),
        convert([True, False]),
        convert(tf.placeholder_with_default([[1, -1], [0, 2]], [None, None])),
        [attempt(convert, "a"), attempt(convert, [1], "a"), attempt(convert, None)],
    )


def _indicators():
    convert = sparse_ops.indicators_to_sparse_ids
    envelope = sparse_ops.sparse_row_envelope
    deep = tf.SparseTensor([[0, 0], [2, 0], [2, 1], [2, 2]], [0, 1, 2, 3], [3, 3])
    return (
        convert([["0", "1", ""], ["", "a", "b"]]),
        convert([[1, 0, 1], [0, 0, -1]]),
        convert([[1, 0, 1], [0, 0, -1]], ignore_value=-1, dtype=tf.int32),
        convert([[[0, 1], [1, 1]], [[0, 0], [1, 0]]]),
        convert([0, 1, 0, 1]),
        envelope(deep),
        envelope(deep, 1, 0),
    )


def _buckets():
    return [
        bucketization.bucketize(tf.constant(values), boundaries)
        for values in ([[0.0, 1.0], [2.5, 7.0]], [1, 2, 3])
        for boundaries in ([1.0, 2.5], (0,), [])
    ]


def _example(**values):
    example = tf.train.Example()
    for key, value in values.items():
        kind = {bytes: "bytes_list", int: "int64_list", float: "float_list"}[type(value[0])]
        getattr(example.features.feature[key], kind).value.extend(value)
    return example.SerializeToString()


def _parsed():
    serialized = tf.constant([_example(h=[b"a"], r=[1.0, 2.0], w=[2.0]), _example(r=[3.0, 4.0])])
    columns = [samples.WEIGHTED, samples.BUCKETS, samples.COLUMNS["embedding"]]
    return layers.parse_feature_columns_from_examples(serialized, columns, name="p")


def _parsed_sequences():
    example = tf.train.SequenceExample()
    example.context.feature["n"].float_list.value.append(5.0)
    steps = example.feature_lists.feature_list
    for value in (1.0, 2.0):
        steps["r"].feature.add().float_list.value.extend([value, value + 1])
    for value in (b"a", b"b"):
        steps["h"].feature.add().bytes_list.value.append(value)
    serialized = tf.constant(example.SerializeToString())
    parse = layers.parse_feature_columns_from_sequence_examples
    context, numbers = samples.COLUMNS["number"], samples.NUMBERS
    absent = layers.real_valued_column("a", default_value=1.0)
    spec = fc._create_sequence_feature_spec_for_parsing
    return (
        parse(serialized, [context], [numbers, samples.HASHED]),
        parse(serialized, None, [numbers]),
        parse(serialized, [context], None),
        parse(serialized, [context], [absent, samples.COLUMNS["var_len"]]),
        [
            attempt(parse, serialized, None, None),
            attempt(parse, serialized, [], []),
            attempt(parse, serialized, [context], ["x"]),
            attempt(parse, serialized, [context, context], None),
            attempt(spec, ["x"]),
            attempt(fc._get_feature_config, "x"),
        ],
        str(sorted(spec([numbers, samples.WEIGHTED, absent]).items())),
        str(spec([numbers], True)),
    )


def _restored():
    """Starts the weights of an embedding, of a cross and of shared embeddings from a checkpoint."""
    folder = tempfile.mkdtemp()
    try:
        path = os.path.join(folder, "model")
        with tf.Graph().as_default(), tf.Session() as session:
            for name, size in (("e", 10), ("x", 20)):
                tf.get_variable(name, initializer=pattern(size, 2))
            session.run(tf.global_variables_initializer())
            tf.train.Saver().save(session, path)
        embedding = layers.embedding_column(
            samples.HASHED, 2, "sum", None, path, "e", trainable=False
        )
        crossed = layers.crossed_column([samples.HASHED, samples.IDS], 20, "sum", path, "x")
        shared = layers.shared_embedding_columns(
            [samples.HASHED, samples.HASHED_TWIN], 2, "sum", "s", None, path, "e", trainable=False
        )

        def build(partitioner=None):
            with tf.variable_scope("", partitioner=partitioner):
                f = samples.features()
                sums = layers.weighted_sum_from_feature_columns(f, [crossed], 2, trainable=False)
                return (
                    layers.input_from_feature_columns(f, [embedding]),
                    layers.input_from_feature_columns(f, shared),
                    sums[0],
                )

        parts = tf.fixed_size_partitioner(2, axis=0)
        return [facts(build), facts(lambda: build(parts))]
    finally:
        shutil.rmtree(folder)


CASES = {
    "bucketized": lambda: facts(_buckets),
    "crossed": lambda: facts(_crossed),
    "distributed": lambda: facts(_distributed),
    "indicators": lambda: facts(_indicators),
    "parsed": lambda: facts(_parsed),
    "parsed_sequences": lambda: facts(_parsed_sequences),
    "restored": _restored,
    "safe": lambda: facts(_safe),
    "scattered": lambda: facts(_scattered),
    "signatures": signatures,
    "sparse": lambda: facts(_sparse),
    "unique": lambda: facts(_unique),
}
