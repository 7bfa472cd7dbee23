"""Each public name of `tf.contrib.data`."""

import functools
import os
import re
import sqlite3
import tempfile

import numpy as np

from tests.oracle.legacy import module, tf
from tests.oracle.observe import as_json, run

data = module("data")
Dataset = tf.data.Dataset


def elements(dataset, limit=8, initialize=False):
    """The shapes of a dataset, and its first elements."""
    if initialize:
        iterator = tf.data.make_initializable_iterator(dataset)
    else:
        iterator = tf.data.make_one_shot_iterator(dataset)
    following, found = iterator.get_next(), []
    with tf.Session() as session:
        if initialize:
            session.run([tf.tables_initializer(), iterator.initializer])
        while len(found) < limit:
            try:
                found.append(as_json(session.run(following)))
            except tf.errors.OutOfRangeError:
                break
    shapes = str(tf.data.get_output_shapes(dataset))
    return [re.sub(r"Dimension\((\w+)\)", r"\1", shapes), found]


def numbers(count=6):
    return Dataset.range(count)


def applied(transformation, dataset=None, **options):
    return elements((dataset or numbers()).apply(transformation), **options)


def open_shapes():
    dataset = numbers(2).map(lambda x: tf.stack([x, x]))
    hold = lambda x: tf.placeholder_with_default(x, None)  # noqa: E731
    return dataset.map(hold)


@functools.lru_cache(None)
def files():
    folder = tempfile.mkdtemp()
    records, table = os.path.join(folder, "records"), os.path.join(folder, "table.csv")
    with tf.python_io.TFRecordWriter(records) as writer:
        for number in range(5):
            feature = tf.train.Feature(int64_list=tf.train.Int64List(value=[number]))
            example = tf.train.Example(features=tf.train.Features(feature={"a": feature}))
            writer.write(example.SerializeToString())
    with open(table, "w") as file:
        file.write("a,b\n1,x\n2,y\n3,z\n")
    connection = sqlite3.connect(os.path.join(folder, "base"))
    connection.execute("create table t (a integer, b text)")
    connection.executemany("insert into t values (?, ?)", [(1, "x"), (2, "y")])
    connection.commit()
    return records, table, os.path.join(folder, "base")


def schema():
    return {"a": tf.FixedLenFeature([], tf.int64)}


def own_cases():
    shape = data.assert_element_shape
    for title, expected, dataset in (
        ("", tf.TensorShape([2]), open_shapes),
        (" wrong", tf.TensorShape([3]), open_shapes),
        (" open", tf.TensorShape([None]), open_shapes),
        (" known", [2], lambda: numbers(2).map(lambda x: tf.stack([x, x]))),
        (" known wrong", tf.TensorShape([3]), lambda: numbers(2).map(lambda x: tf.stack([x, x]))),
        (" pair", (tf.TensorShape([]), tf.TensorShape([])), lambda: Dataset.zip((numbers(2),) * 2)),
        (" too many", (tf.TensorShape([]), tf.TensorShape([])), lambda: numbers(2)),
    ):
        yield "assert_element_shape" + title, lambda e=expected, d=dataset: applied(shape(e), d())
    yield "batch_and_drop_remainder", lambda: applied(data.batch_and_drop_remainder(4))
    padded = data.padded_batch_and_drop_remainder
    yield (
        "padded_batch_and_drop_remainder",
        lambda: applied(padded(2, [None], np.int64(-1)), numbers(5).map(lambda x: tf.fill([x], x))),
    )
    for arguments in (
        {"window_size": 3},
        {"window_size": 3, "stride": 2},
        {"window_size": 3, "window_shift": 2},
        {"window_size": 3, "window_stride": 2},
        {"window_size": 2, "stride": 1, "window_shift": 1},
        {"window_size": 4, "window_shift": 3, "window_stride": 1},
    ):
        yield (
            "sliding_window_batch %r" % sorted(arguments.items()),
            lambda a=arguments: applied(data.sliding_window_batch(**a)),
        )
    yield (
        "sliding_window_batch of pairs",
        lambda: applied(data.sliding_window_batch(2), Dataset.zip((numbers(3), numbers(3)))),
    )
    yield (
        "sliding_window_batch of dict",
        lambda: applied(data.sliding_window_batch(2), numbers(3).map(lambda x: {"a": x, "b": -x})),
    )
    yield (
        "sloppy_interleave",
        lambda: sorted(
            applied(
                data.sloppy_interleave(lambda x: Dataset.from_tensors(x).repeat(2), 2), numbers(2)
            )[1]
        ),
    )
    reducer = lambda: data.Reducer(  # noqa: E731
        lambda _: tf.constant(1, tf.int64), lambda state, x: state + x, lambda state: state * 2
    )
    yield "reduce_dataset", lambda: run(data.reduce_dataset(numbers(), reducer()))
    yield "reduce_dataset of nothing", lambda: run(data.reduce_dataset(numbers(0), reducer()))
    yield "reduce_dataset of list", lambda: data.reduce_dataset([1], reducer())
    yield "group_by_reducer", lambda: applied(data.group_by_reducer(lambda x: x % 2, reducer()))

    def read():
        batch = data.read_batch_features(
            files()[0], 2, schema(), randomize_input=False, num_epochs=1
        )
        with tf.Session() as session:
            return [as_json(session.run(batch)) for _ in range(3)]

    yield "read_batch_features", read


def core_cases():
    pairs = lambda: Dataset.zip((numbers(4), numbers(4).map(lambda x: 10 * x)))  # noqa: E731
    lengths = lambda: numbers(4).map(lambda x: tf.fill([x + 1], x))  # noqa: E731
    errors = lambda: Dataset.from_tensor_slices([1.0, 0.0]).map(  # noqa: E731
        lambda x: tf.check_numerics(1.0 / x, "no")
    )
    for title, case in (
        (
            "bucket_by_sequence_length",
            lambda: applied(data.bucket_by_sequence_length(tf.size, [3], [2, 1]), lengths()),
        ),
        (
            "bucket_by_sequence_length padded",
            lambda: applied(
                data.bucket_by_sequence_length(
                    tf.size, [3], [2, 2], pad_to_bucket_boundary=False, padding_values=np.int64(9)
                ),
                lengths(),
            ),
        ),
        (
            "dense_to_sparse_batch",
            lambda: applied(data.dense_to_sparse_batch(2, [5]), lengths())[1],
        ),
        ("enumerate_dataset", lambda: applied(data.enumerate_dataset(3), numbers(2))),
        ("get_single_element", lambda: run(data.get_single_element(numbers(1)))),
        (
            "group_by_window",
            lambda: applied(
                data.group_by_window(
                    lambda x: x % 2, lambda key, window: window.batch(3), window_size=3
                )
            ),
        ),
        (
            "group_by_window none",
            lambda: applied(data.group_by_window(lambda x: x, lambda k, w: w)),
        ),
        ("ignore_errors", lambda: applied(data.ignore_errors(), errors())),
        ("map_and_batch", lambda: applied(data.map_and_batch(lambda x: x + 1, 4))),
        (
            "map_and_batch dropped",
            lambda: applied(data.map_and_batch(lambda x: x + 1, 4, None, True, 2)),
        ),
        (
            "map_and_batch batches",
            lambda: applied(data.map_and_batch(lambda x: x, 2, num_parallel_batches=2), numbers(4)),
        ),
        (
            "map_and_batch both",
            lambda: applied(
                data.map_and_batch(lambda x: x, 2, num_parallel_batches=1, num_parallel_calls=2)
            ),
        ),
        (
            "parallel_interleave",
            lambda: applied(
                data.parallel_interleave(lambda x: Dataset.from_tensors(x).repeat(2), 2, 1),
                numbers(2),
            ),
        ),
        (
            "parse_example_dataset",
            lambda: applied(
                data.parse_example_dataset(schema()), tf.data.TFRecordDataset(files()[0]).batch(2)
            ),
        ),
        (
            "rejection_resample",
            lambda: (
                len(
                    applied(
                        data.rejection_resample(
                            lambda x: tf.cast(x % 2, tf.int32), [0.5, 0.5], [0.5, 0.5], 1
                        ),
                        numbers(6),
                    )[1]
                )
                > 0
            ),
        ),
        ("scan", lambda: applied(data.scan(np.int64(0), lambda s, x: (s + x, s + x)))),
        (
            "shuffle_and_repeat",
            lambda: sorted(applied(data.shuffle_and_repeat(3, 2), numbers(3))[1]),
        ),
        ("unbatch", lambda: applied(data.unbatch(), numbers(4).batch(2))),
        ("unique", lambda: applied(data.unique(), Dataset.from_tensor_slices([1, 2, 1]))),
        (
            "choose_from_datasets",
            lambda: elements(
                data.choose_from_datasets(
                    [numbers(2), numbers(2).map(lambda x: x + 10)],
                    Dataset.from_tensor_slices(np.array([1, 0, 1], "int64")),
                )
            ),
        ),
        (
            "sample_from_datasets",
            lambda: sorted(
                elements(data.sample_from_datasets([numbers(2), numbers(2)], [0.5, 0.5], seed=1))[1]
            ),
        ),
        (
            "sample_from_datasets one",
            lambda: elements(data.sample_from_datasets([numbers(3), numbers(2)], [1.0, 0.0]), 3),
        ),
        (
            "prefetch_to_device",
            lambda: applied(data.prefetch_to_device("/cpu:0"), numbers(2), initialize=True),
        ),
        ("Counter", lambda: elements(data.Counter(3, 2), 3)),
        ("RandomDataset", lambda: len(elements(data.RandomDataset(1), 3)[1])),
        (
            "CsvDataset",
            lambda: elements(data.CsvDataset(files()[1], [tf.int32, tf.string], header=True)),
        ),
        (
            "make_csv_dataset",
            lambda: sorted(
                map(
                    str,
                    elements(
                        data.make_csv_dataset(
                            files()[1], 2, num_epochs=1, shuffle=False, label_name="b"
                        )
                    )[1],
                )
            ),
        ),
        (
            "SqlDataset",
            lambda: elements(
                data.SqlDataset("sqlite", files()[2], "select a, b from t", (tf.int32, tf.string)),
                initialize=True,
            ),
        ),
        (
            "make_batched_features_dataset",
            lambda: elements(
                data.make_batched_features_dataset(
                    files()[0], 2, schema(), num_epochs=1, shuffle=False, label_key="a"
                ),
                2,
            )[1],
        ),
        ("AUTOTUNE", lambda: data.AUTOTUNE),
        ("pairs", lambda: elements(pairs())),
    ):
        yield title, case

    def optional():
        iterator = tf.data.make_one_shot_iterator(numbers(1))
        value = data.get_next_as_optional(iterator)
        return [run([value.has_value(), value.get_value()]), isinstance(value, data.Optional)]

    yield "get_next_as_optional", optional

    def written():
        path = os.path.join(tempfile.mkdtemp(), "w")
        run(data.TFRecordWriter(path).write(Dataset.from_tensor_slices(["x", "y"])))
        return elements(tf.data.TFRecordDataset(path))

    yield "TFRecordWriter", written
    yield (
        "make_saveable_from_iterator",
        lambda: [
            spec.name is not None
            for spec in data.make_saveable_from_iterator(
                tf.data.make_initializable_iterator(numbers())
            ).specs
        ],
    )


def cases():
    for part in (own_cases, core_cases):
        for case in part():
            yield case
