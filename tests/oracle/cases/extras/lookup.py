"""Tables: each public name of `tf.contrib.lookup`."""

import functools
import os
import tempfile

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

lookup = contrib.lookup
WORDS = tf.constant


@functools.lru_cache(None)
def vocabulary():
    path = os.path.join(tempfile.mkdtemp(), "words")
    with open(path, "w") as file:
        file.write("emerson\t5\nlake\t6\npalmer\t7\n")
    return path


def plain_vocabulary():
    path = vocabulary() + ".plain"
    with open(path, "w") as file:
        file.write("emerson\nlake\npalmer\n")
    return path


def seen(make, keys, dtype=None):
    """A table's names, its dtypes, and what it gives for some keys."""
    table = make()
    found = table.lookup(tf.constant(keys, dtype))
    ops = [op.type for op in tf.get_default_graph().get_operations() if "Table" in op.type]
    return [
        table.name,
        table.key_dtype.name,
        table.value_dtype.name,
        found.name,
        found.dtype.name,
        found.shape.as_list(),
        sorted(ops),
        [op.name for op in tf.get_collection(tf.GraphKeys.TABLE_INITIALIZERS)],
        run([found, table.size()]),
    ]


def ids(values):
    return np.array(values, "int64")


def index_cases():
    mapping = ["emerson", "lake", "palmer"]
    words = ["emerson", "palmer", "king", "crimson"]
    for name in ("index_table_from_tensor", "string_to_index_table_from_tensor"):
        make = getattr(lookup, name)
        for title, arguments, options in (
            ("", (mapping,), {}),
            (" buckets", (mapping, 2), {}),
            (" default", (mapping, 0, 7), {"name": "n"}),
            (
                " strong",
                (mapping,),
                {"num_oov_buckets": 3, "hasher_spec": lookup.StrongHashSpec((1, 2))},
            ),
            (" keywords", (), {"mapping": mapping, "default_value": -7, "name": "n"}),
            (" none", (None,), {}),
            (" negative", (mapping, -1), {}),
            (" wrong hash", (mapping, 1, -1, 3), {}),
            (" empty", ([],), {}),
            (" matrix", ([mapping],), {}),
            (" twice", (["a", "a"],), {}),
        ):
            yield (
                name + title,
                lambda m=make, a=arguments, o=options: seen(lambda: m(*a, **o), words),
            )
    table_of = lookup.index_table_from_tensor
    yield (
        "index_table_from_tensor of integers",
        lambda: seen(lambda: table_of([42, 1, -1000], 1, dtype=tf.int64), ids([1, 5])),
    )
    yield (
        "index_table_from_tensor of floats",
        lambda: seen(lambda: table_of([1.0], dtype=tf.float32), [1.0]),
    )
    yield "index_table_from_tensor of other dtype", lambda: seen(lambda: table_of([1, 2]), words)

    def sparse():
        table = table_of(mapping)
        keys = tf.SparseTensor([[0, 0], [1, 1]], ["lake", "x"], [2, 2])
        return [list(part) for part in map(np.ndarray.tolist, run(table.lookup(keys)))]

    yield "index_table_from_tensor, sparse keys", sparse
    for name in ("index_table_from_file", "string_to_index_table_from_file"):
        make = getattr(lookup, name)
        for title, options in (
            ("", {}),
            (" buckets", {"num_oov_buckets": 2}),
            (" size", {"vocab_size": 2, "default_value": -5, "name": "n"}),
            (" too large", {"vocab_size": 9}),
            (" no file", {"vocabulary_file": None}),
            (" zero size", {"vocab_size": 0}),
        ):
            yield (
                name + title,
                lambda m=make, o=options: seen(
                    lambda: m(**dict({"vocabulary_file": plain_vocabulary()}, **o)), words
                ),
            )
    yield (
        "index_table_from_file of columns",
        lambda: seen(
            lambda: lookup.index_table_from_file(
                vocabulary(), key_column_index=0, value_column_index=1
            ),
            words,
        ),
    )
    for name, first in (
        ("index_to_string_table_from_tensor", lambda: mapping),
        ("index_to_string_table_from_file", plain_vocabulary),
    ):
        make = getattr(lookup, name)
        yield name, lambda m=make, f=first: seen(lambda: m(f()), ids([0, 9]))
        yield (
            name + " default",
            lambda m=make, f=first: seen(lambda: m(f(), default_value="?", name="n"), ids([0, 9])),
        )
        yield name + " none", lambda m=make: seen(lambda: m(None), ids([0]))
    for name, keys in (("index_to_string", ids([[0, 5]])), ("string_to_index", ["lake", "x"])):
        make = getattr(lookup, name)
        for title, options in (("", {}), (" named", {"name": "n"}), (" none", {"mapping": None})):
            options = dict({"mapping": mapping}, **options)

            def looked(m=make, k=keys, o=options):
                found = m(tf.constant(k), **o)
                return [found.name, run(found)]

            yield name + title, looked
    yield (
        "index_to_string default",
        lambda: run(lookup.index_to_string(tf.constant(ids([5])), mapping, "?")),
    )
    yield (
        "string_to_index default",
        lambda: run(lookup.string_to_index(tf.constant(["x"]), mapping, 8)),
    )
    yield "string_to_index of integers", lambda: lookup.string_to_index(tf.constant([1]), mapping)
    yield "index_to_string of int32", lambda: lookup.index_to_string(tf.constant([1]), mapping)


def table_cases():
    pairs = lookup.KeyValueTensorInitializer
    table = lookup.HashTable
    yield "HashTable", lambda: seen(lambda: table(pairs(["a", "b"], [1, 2]), -1), ["b", "x"])
    yield (
        "HashTable named",
        lambda: seen(
            lambda: table(pairs(["a"], [1], tf.string, tf.int64, "i"), -1, "shared", "n"), ["a"]
        ),
    )

    def shared():
        first = table(pairs(["a"], [1]), -1, shared_name="one")
        second = table(pairs(["a"], [1]), -1, shared_name="one")
        other = table(pairs(["a"], [1]), -1)
        with tf.Session() as session:
            session.run(first.init)
            found = [int(session.run(second.size()))]
            try:
                session.run(other.size())
            except tf.errors.FailedPreconditionError:
                found.append("apart")
        names = [
            op.get_attr("shared_name")
            for op in tf.get_default_graph().get_operations()
            if op.type == "HashTableV2"
        ]
        return found + names[:2]

    yield "HashTable shared", shared
    yield "HashTable, init", lambda: table(pairs(["a"], [1]), -1).init is not None
    yield "HashTable of other default", lambda: table(pairs(["a"], [1]), "x")
    yield "HashTable, export", lambda: run(table(pairs(["a"], [1]), -1).export())
    yield "HashTable of wrong keys", lambda: table(pairs(["a"], [1]), -1).lookup(tf.constant([1]))
    files = {
        "TextFileInitializer": lambda: lookup.TextFileInitializer(
            vocabulary(), tf.string, 0, tf.int64, 1, delimiter="\t"
        ),
        "TextFileInitializer lines": lambda: lookup.TextFileInitializer(
            plain_vocabulary(),
            tf.string,
            lookup.TextFileIndex.WHOLE_LINE,
            tf.int64,
            lookup.TextFileIndex.LINE_NUMBER,
            vocab_size=3,
        ),
        "TextFileIdTableInitializer": lambda: lookup.TextFileIdTableInitializer(plain_vocabulary()),
        "TextFileInitializer wrong": lambda: lookup.TextFileInitializer(
            vocabulary(), tf.string, -2, tf.int64, 1
        ),
        "TextFileIdTableInitializer of no file": lambda: lookup.TextFileIdTableInitializer(
            "nosuch"
        ),
    }
    for name, make in files.items():
        yield name, lambda m=make: seen(lambda: table(m(), -1), ["lake"])
    yield (
        "TextFileStringTableInitializer",
        lambda: seen(
            lambda: table(lookup.TextFileStringTableInitializer(plain_vocabulary()), "UNK"),
            ids([1, 8]),
        ),
    )

    def buckets(**options):
        inner = table(pairs(["a"], [0], value_dtype=tf.int64), -1)
        return lookup.IdTableWithHashBuckets(inner, 2, **options)

    yield "IdTableWithHashBuckets", lambda: seen(buckets, ["a", "b", "c"])
    yield (
        "IdTableWithHashBuckets strong",
        lambda: seen(
            lambda: buckets(hasher_spec=lookup.StrongHashSpec([3, 4]), name="n"), ["a", "b", "c"]
        ),
    )
    yield (
        "IdTableWithHashBuckets alone",
        lambda: run(lookup.IdTableWithHashBuckets(None, 3).lookup(tf.constant(["a", "b"]))),
    )
    yield "IdTableWithHashBuckets of nothing", lambda: lookup.IdTableWithHashBuckets(None, 0)
    yield "StrongHashSpec, wrong", lambda: lookup.StrongHashSpec([1])
    yield "hasher specs", lambda: [list(lookup.FastHashSpec), lookup.HasherSpec("a", 1).hasher]

    def changed(make, keys, values, more=()):
        table = make()
        insert = table.insert(tf.constant(keys), tf.constant(values))
        found = run(insert, [table.lookup(tf.constant(keys)), table.size(), *more])
        return [table.name, found]

    mutable = lookup.MutableHashTable
    yield (
        "MutableHashTable",
        lambda: changed(lambda: mutable(tf.string, tf.int64, -1), ["a", "b"], ids([1, 2])),
    )
    yield (
        "MutableHashTable named",
        lambda: changed(
            lambda: mutable(tf.string, tf.float32, [0.0, 0.0], name="n", checkpoint=False),
            ["a"],
            [[1.0, 2.0]],
        ),
    )
    yield (
        "MutableHashTable of other values",
        lambda: changed(lambda: mutable(tf.string, tf.int64, -1), ["a"], ["b"]),
    )

    def removed():
        table = mutable(tf.string, tf.int64, -1)
        insert = table.insert(tf.constant(["a", "b"]), tf.constant(ids([1, 2])))
        with tf.Session() as session:
            session.run(insert)
            session.run(table.remove(tf.constant(["a"])))
            return session.run(table.export())

    yield "MutableHashTable, remove", removed
    dense = lookup.MutableDenseHashTable
    yield (
        "MutableDenseHashTable",
        lambda: changed(
            lambda: dense(tf.int64, tf.int64, -1, empty_key=0, deleted_key=-1),
            ids([1, 2]),
            ids([5, 6]),
        ),
    )
    yield (
        "MutableDenseHashTable named",
        lambda: changed(
            lambda: dense(tf.int64, tf.int64, -1, 0, -1, 16, "n", False), ids([1]), ids([5])
        ),
    )
    yield (
        "saved tables",
        lambda: [
            type(s).__name__ in ("_Saveable", "SaveableCompatibilityConverter", "MutableHashTable")
            for _ in [mutable(tf.string, tf.int64, -1, name="t")]
            for s in tf.get_collection(tf.GraphKeys.SAVEABLE_OBJECTS)
        ],
    )
    yield (
        "bases",
        lambda: [
            issubclass(lookup.HashTable, lookup.InitializableLookupTableBase),
            issubclass(lookup.MutableHashTable, lookup.LookupInterface),
            issubclass(lookup.TextFileInitializer, lookup.TableInitializerBase),
        ],
    )


def cases():
    for part in (index_cases, table_cases):
        for case in part():
            yield case
