"""The columns and features of the cases, and what is said about bad ones."""

import os

from tests.oracle.legacy import feature_column as fc
from tests.oracle.legacy import layers, tf

from .facts import attempt, text

VOCABULARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "columns_vocabulary.txt")

HASHED = layers.sparse_column_with_hash_bucket("h", 10)
HASHED_TWIN = layers.sparse_column_with_hash_bucket("h2", 10)
IDS = layers.sparse_column_with_integerized_feature("i", 5)
KEYS = layers.sparse_column_with_keys("k", ["omar", "marlo"])
NUMBERS = layers.real_valued_column("r", 2)
BUCKETS = layers.bucketized_column(NUMBERS, [1.0, 2.0, 2.0, 3.0])
WEIGHTED = layers.weighted_sparse_column(HASHED, "w")
CROSSED = layers.crossed_column([HASHED, IDS], 20)


def add_one(tensor):
    return tensor + 1


def half(*args, **kwargs):
    return tf.constant_initializer(0.5)(*args, **kwargs)


COLUMNS = {
    "hashed": HASHED,
    "hashed_ids": layers.sparse_column_with_hash_bucket("i", 7, "mean", tf.int64),
    "hashed_keys": layers.sparse_column_with_hash_bucket("h", 10, hash_keys=[[1, 2], [3, 4]]),
    "ids": IDS,
    "ids_32": layers.sparse_column_with_integerized_feature("i32", 5, "sqrtn", tf.int32),
    "keys": KEYS,
    "keys_default": layers.sparse_column_with_keys("k", ["omar", "x"], default_value=1),
    "keys_of_ids": layers.sparse_column_with_keys("i", [4, -1], dtype=tf.int64),
    "file": layers.sparse_column_with_vocabulary_file("h", VOCABULARY, 2, 3),
    "file_short": layers.sparse_column_with_vocabulary_file(
        "h", VOCABULARY, vocab_size=2, default_value=0
    ),
    "weighted": WEIGHTED,
    "weighted_keys": layers.weighted_sparse_column(KEYS, "w32", tf.int32),
    "one_hot": layers.one_hot_column(KEYS),
    "one_hot_weighted": layers.one_hot_column(layers.weighted_sparse_column(KEYS, "w")),
    "one_hot_crossed": layers.one_hot_column(CROSSED),
    "embedding": layers.embedding_column(HASHED, 2, initializer=half),
    "embedding_sum": layers.embedding_column(WEIGHTED, 3, "sum", half, max_norm=0.4),
    "embedding_sqrtn": layers.embedding_column(CROSSED, 2, "sqrtn", half),
    "embedding_fixed": layers.embedding_column(KEYS, 2, "mean", half, trainable=False),
    "scattered": layers.scattered_embedding_column("h", 100, 4, hash_key=7, initializer=half),
    "scattered_sqrtn": layers.scattered_embedding_column("h", 9, 3, 1, "sqrtn", half),
    "numbers": NUMBERS,
    "number": layers.real_valued_column("n", 1, normalizer=add_one),
    "buckets": BUCKETS,
    "buckets_of_one": layers.bucketized_column(
        layers.real_valued_column("n", normalizer=add_one), (0.0, 2.5)
    ),
    "crossed": CROSSED,
    "crossed_key": layers.crossed_column([KEYS, HASHED, BUCKETS], 30, "mean", hash_key=5),
    "crossed_buckets": layers.crossed_column([BUCKETS, IDS], 50),
    "crossed_all": layers.crossed_column(
        [layers.crossed_column({HASHED, IDS}, 20, hash_key=3), BUCKETS, KEYS], 31
    ),
    "var_len": fc._real_valued_var_len_column("p", 2.0),
    "var_len_sparse": fc._real_valued_var_len_column("w", is_sparse=True, normalizer=None),
}

SHARED = layers.shared_embedding_columns([HASHED_TWIN, HASHED], 2, initializer=half)
SHARED_MANY = layers.shared_embedding_columns(
    [layers.sparse_column_with_hash_bucket(name, 10) for name in "hzyxa"], 2, "sum"
)
SHARED_NAMED = layers.shared_embedding_columns([HASHED, WEIGHTED], 2, "sum", "n_m", half)
SHARED_ONE = layers.shared_embedding_columns([HASHED], 2)

_INDICES = [[0, 0], [1, 0], [1, 1], [3, 1]]


def sparse(values, dtype=None):
    return tf.SparseTensor(_INDICES, tf.constant(values, dtype), [4, 2])


def features():
    """Gives tensors for all of the columns; the third row has none of the sparse features."""
    return {
        "h": sparse(["omar", "stringer", "marlo", "omar"]),
        "h2": sparse(["a", "b", "omar", ""]),
        "i": sparse([0, 4, -1, 12], tf.int64),
        "i32": sparse([0, 4, -1, 12], tf.int32),
        "k": sparse(["omar", "stringer", "marlo", "marlo"]),
        "w": sparse([1.0, -2.0, 3.0, 0.5]),
        "w32": sparse([1, 2, 3, 0], tf.int32),
        "r": tf.constant([[0.0, 1.0], [2.5, 7.0], [-1.0, 3.0], [1.5, 2.0]]),
        "n": tf.constant([[1.0], [2.0], [-1.0], [1.5]]),
        "p": tf.constant([[1.0, 2.0], [2.0, 2.0], [3.0, 2.0], [4.0, 5.0]]),
    }


def dense_features():
    """Gives the features of ids as dense tensors, padded with what counts as nothing."""
    return {
        "h": tf.constant([["omar", ""], ["stringer", "marlo"], ["", ""]]),
        "i": tf.constant([[0, -1], [4, 3], [-1, 2]], tf.int64),
        "k": tf.constant(["omar", "", "marlo"]),
        "r": tf.constant([[0.0, 1.0], [2.5, 7.0], [-1.0, 3.0]]),
        "w": tf.constant([[1.0, 2.0], [2.0, -1.0], [3.0, 4.0]]),
    }


_ATTRIBUTES = (
    "name",
    "key",
    "config",
    "length",
    "lookup_config",
    "combiner",
    "hash_keys",
    "_variable_shape",
    "_num_buckets",
    "_parse_example_spec",
)


def described():
    """Gives the text and the attributes of each column."""
    columns = dict(COLUMNS)
    for title in ("SHARED", "SHARED_MANY", "SHARED_NAMED", "SHARED_ONE"):
        for place, column in enumerate(globals()[title]):
            columns["%s_%d" % (title.lower(), place)] = column
    found = {}
    for title, column in columns.items():
        found[title] = {a: text(getattr(column, a)) for a in _ATTRIBUTES if hasattr(column, a)}
        found[title]["text"] = text(column)
        found[title]["classes"] = [
            c.__name__ for c in type(column).__mro__ if c.__name__.startswith("_")
        ]
        found[title]["stddev"] = getattr(getattr(column, "initializer", None), "stddev", None)
    found["tuple"] = [type(SHARED).__name__, type(SHARED_ONE).__name__]
    found["compatible"] = [
        attempt(one.is_compatible, other)
        for one in (HASHED, IDS, WEIGHTED)
        for other in (HASHED, HASHED_TWIN, IDS, WEIGHTED)
    ]
    found["sorted"] = [c.name for c in sorted([KEYS, HASHED, IDS])]
    return found


def bad():
    """Gives what is raised for arguments that are wrong."""
    h, i, k, w, r, x = HASHED, IDS, KEYS, WEIGHTED, NUMBERS, CROSSED
    embedding, shared = layers.embedding_column, layers.shared_embedding_columns
    scattered, crossed = layers.scattered_embedding_column, layers.crossed_column
    hashed, ids = (
        layers.sparse_column_with_hash_bucket,
        layers.sparse_column_with_integerized_feature,
    )
    keys, lines = layers.sparse_column_with_keys, layers.sparse_column_with_vocabulary_file
    numbers, buckets = fc._real_valued_var_len_column, layers.bucketized_column
    other = tf.feature_column.categorical_column_with_hash_bucket("q", 3)
    calls = [
        *((hashed, ("h", size)) for size in (0, -1, None, "3")),
        *((hashed, ("h", 10, "sum", tf.string, key)) for key in ([], [1], 3, ((1, 2),))),
        (hashed, ("h", 10, "sum", tf.float32)),
        *((ids, ("i", size)) for size in (0, None)),
        *((ids, ("i", 5, "sum", dtype)) for dtype in (tf.string, tf.float32)),
        (keys, ("k", None)),
        (keys, ("k", ["a"], -1, "sum", tf.float32)),
        (lines, ("v", VOCABULARY)),
        (lines, ("v", VOCABULARY, 0, 3, -1, "sum", tf.float32)),
        (layers.weighted_sparse_column, (h, "w", tf.string)),
        (layers.weighted_sparse_column, (h, "w", "int32")),
        *((embedding, (column, 4)) for column in (r, "b", other)),
        (embedding, (h, 4, "mean", 3)),
        (embedding, (h, 4, "mean", None, "/x")),
        (embedding, (h, 4, "mean", None, None, "/x")),
        *((shared, (columns, 4)) for columns in ([], h, [h, i], [h, k], [h, r], {h}, "hh", [x, x])),
        (shared, ([h, hashed("h2", 11)], 4)),
        (shared, ([h, hashed("h2", 10, dtype=tf.int64)], 4)),
        (shared, ([k, keys("k2", ["a", "c"])], 4)),
        (shared, ([h, h], 4, "mean", None, 3)),
        (shared, ([h, h], 4, "mean", None, None, "/x")),
        *((scattered, ("s", size, d, 1)) for size, d in ((0, 4), (4, 0), (None, 4), (4, None))),
        (scattered, ("s", 9, 4, 1, "foo")),
        (scattered, ("s", 9, 4, 1, "sum", 1)),
        *((buckets, (r, at)) for at in ([], None, 1.0, "ab", [2, 1], {1.0})),
        *((buckets, (column, [1.0])) for column in (h, "r", numbers("v", 1.0))),
        *((crossed, (columns, 9)) for columns in ([h], [], h, "hk", [h, r], [h, w], [h, "k"])),
        *((crossed, ([h, k], size)) for size in (0, 1, None)),
        (crossed, ([h, k], 9, "sum", "/x")),
        (crossed, ([h, k], 9, "sum", None, "/x")),
        *((numbers, ("v", default)) for default in ([1.0], None, "a")),
        *((numbers, ("v", 1.0, dtype)) for dtype in (tf.string, "float32")),
        (fc._SparseColumn, ("a",)),
    ]
    return [attempt(function, *arguments) for function, arguments in calls]
