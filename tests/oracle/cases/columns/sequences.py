"""Each public name of `tf.contrib.feature_column`: columns of sequences."""

from tests.oracle.legacy import module, tf

columns = module("feature_column")

# TF 1.15 had two generations of columns, each with its own function; contrib's were of the first.
core = tf.feature_column if tf.__version__.startswith("1.") else tf.compat.v2.feature_column


def spec(column):
    """What parsing needs, by the core function for it."""
    parsed = core.make_parse_example_spec([column])
    return {key: [type(value).__name__, value.dtype.name] for key, value in parsed.items()}


def category(column):
    return [spec(core.embedding_column(column, 2)), column._num_buckets, column.name]


def cases():
    new = "sequence_categorical_column_with_"
    for title, make in (
        ("hash_bucket", lambda make: make("a", 5)),
        ("identity", lambda make: make("a", 4, default_value=1)),
        ("vocabulary_list", lambda make: make("a", ["x", "y"], num_oov_buckets=2)),
        ("vocabulary_file", lambda make: make("a", "nosuch", 3)),
    ):
        yield title, lambda t=title, m=make: category(m(getattr(columns, new + t)))
    yield (
        "hash_bucket of none",
        lambda: columns.sequence_categorical_column_with_hash_bucket("a", 0),
    )
    yield "numeric", lambda: spec(columns.sequence_numeric_column("a", (2,), 1.0))
    yield "numeric, wrong", lambda: columns.sequence_numeric_column("a", shape=(0,))
