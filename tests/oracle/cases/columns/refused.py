"""What columns refuse, beside what the other groups of columns try."""

from tests.oracle.legacy import feature_column, layers, module, tf

crosses = module("layers.python.ops.sparse_feature_cross_op")


def built(columns, function=None, **features):
    tensors = {name: make() for name, make in features.items()}
    made = (function or layers.input_from_feature_columns)(tensors, columns)
    return str(made.shape.as_list())


def words():
    return lambda: tf.constant([["a"], ["b"]])


def zeros(*shape):
    return lambda: tf.zeros(shape)


def unknown():
    return tf.placeholder(tf.float32)


def ids():
    return tf.SparseTensor([[0, 0]], [1.0], [2, 1])


def hashed(name="w"):
    return layers.sparse_column_with_hash_bucket(name, 10)


def shared(dimension):
    return layers.shared_embedding_columns(
        [hashed("w"), hashed("v")], dimension, shared_embedding_name="same"
    )


def shared_twice(first, second):
    one = shared(first)
    two = shared(second)
    features = {"w": words(), "v": words()}
    return [built(one, **features), built(two, **features)]


def target(make, labels, logits=(2, 3)):
    return make().loss(tf.zeros(logits), labels(), {})


SEQUENCE = layers.sequence_input_from_feature_columns
REFUSED = {
    "bucketized: of no dimension": lambda: layers.bucketized_column(
        feature_column._real_valued_var_len_column("x", default_value=0.0), [1.0]
    ),
    "bucketized: sequence": lambda: built(
        [layers.bucketized_column(layers.real_valued_column("x"), [1.0])],
        SEQUENCE,
        x=zeros(2, 3, 1),
    ),
    "crossed: sequence": lambda: built(
        [layers.one_hot_column(layers.crossed_column([hashed("w"), hashed("v")], 5))],
        SEQUENCE,
        w=words(),
        v=words(),
    ),
    "shared: other dimension": lambda: shared_twice(2, 3),
    "real_valued: sparse": lambda: built([layers.real_valued_column("x")], x=ids),
    "real_valued: sparse sequence": lambda: built(
        [layers.real_valued_column("x")], SEQUENCE, x=ids
    ),
    "real_valued: flat sequence": lambda: built(
        [layers.real_valued_column("x")], SEQUENCE, x=zeros(2)
    ),
    "real_valued: unknown": lambda: built([layers.real_valued_column("x")], x=unknown),
    "real_valued: unknown sequence": lambda: built(
        [layers.real_valued_column("x")], SEQUENCE, x=unknown
    ),
    "one_hot: flat sequence": lambda: built([layers.one_hot_column(hashed())], SEQUENCE, w=words()),
    "sparse: bucket_size and lookup_config": lambda: feature_column._SparseColumn(
        "w", bucket_size=3, lookup_config=feature_column._SparseIdLookupConfig(keys=("a",))
    ),
    "sparse: neither": lambda: feature_column._SparseColumn("w"),
    "cross of no list": lambda: crosses.sparse_feature_cross(tf.zeros([2, 2], tf.int64)),
    "target: label_name": lambda: target(
        lambda: layers.regression_target(label_name="y"), lambda: {"z": tf.zeros([2, 1])}, (2, 1)
    ),
    "target: one class": lambda: layers.multi_class_target(1),
    "target: no classes": lambda: layers.multi_class_target(0),
    "weighted: no weights": lambda: built(
        [layers.embedding_column(layers.weighted_sparse_column(hashed(), "g"), 2)], w=words()
    ),
}


def cases():
    for name in sorted(REFUSED):
        yield name, REFUSED[name]
