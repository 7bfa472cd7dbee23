"""What `contrib.learn.io` makes of data."""

import importlib.util
import os
import re

import numpy as np
import tensorflow as tf

from tests.oracle.legacy import learn_io
from tests.oracle.observe import scratch

tf1 = getattr(tf, "compat", tf).v1


def write_files(folder):
    """Two text files and two TFRecord files of five records each."""
    for name in "ab":
        with open(os.path.join(folder, name + ".txt"), "w") as file:
            file.write("".join("%s%d\n" % (name, i) for i in range(5)))
        with tf.io.TFRecordWriter(os.path.join(folder, name + ".tfrecord")) as writer:
            for i in range(5):
                example = tf.train.Example()
                example.features.feature["x"].int64_list.value.append(i)
                example.features.feature["s"].bytes_list.value.extend([name.encode()] * i)
                writer.write(example.SerializeToString())


def plain(value):
    """JSON of what a session returned, without the names of folders."""
    if isinstance(value, dict):
        return {str(key): plain(value[key]) for key in value}
    if hasattr(value, "dense_shape"):
        return ["sparse", plain(value.indices), plain(value.values), plain(value.dense_shape)]
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (np.ndarray, np.generic)):
        return [str(value.dtype), plain(value.tolist())] if value.ndim else plain(value.item())
    if isinstance(value, complex):
        return str(value)
    return os.path.basename(value.decode()) if isinstance(value, bytes) else value


def shapes(value):
    """Names, types and static shapes of tensors."""
    if isinstance(value, dict):
        return {str(key): shapes(value[key]) for key in sorted(value)}
    if isinstance(value, (list, tuple)):
        return [shapes(item) for item in value]
    if isinstance(value, tf1.SparseTensor):
        return ["sparse", shapes([value.indices, value.values, value.dense_shape])]
    if value is None:
        return None
    known = value.shape.as_list() if value.shape.ndims is not None else "unknown"
    return [value.name, value.dtype.name, known]


def graph_of(graph):
    """Queues, summaries, variables, queue runners and constants' names: what users see."""
    queues = []
    for op in graph.get_operations():
        if re.match("(FIFO|RandomShuffle|PaddingFIFO)QueueV2", op.type):
            attributes = ["capacity", "min_after_dequeue", "seed", "seed2"]
            found = [int(op.get_attr(a)) for a in attributes if a in op.node_def.attr]
            types = [tf.as_dtype(dtype).name for dtype in op.get_attr("component_types")]
            queues.append([op.name, op.type, found, types])
    runners = [
        [
            runner.name,
            [op.name for op in runner.enqueue_ops],
            [kind.__name__ for kind in runner.queue_closed_exception_types],
        ]
        for runner in graph.get_collection("queue_runners")
    ]
    collections = ["variables", "local_variables", "trainable_variables", "summaries"]
    return {
        "queues": queues,
        "runners": runners,
        "readers": [op.name for op in graph.get_operations() if "Reader" in op.type],
        "collections": {name: [v.name for v in graph.get_collection(name)] for name in collections},
    }


def run(make, steps, with_graph=False):
    """Builds, runs up to `steps` times, and tells how it ended."""
    with tf.Graph().as_default() as graph:
        made = make()
        found = {"tensors": shapes(made)}
        if with_graph:
            found["graph"] = graph_of(graph)
        if not steps:
            return found
        found["batches"], found["end"] = [], None
        with tf1.Session() as session:
            session.run([tf1.global_variables_initializer(), tf1.local_variables_initializer()])
            coordinator = tf1.train.Coordinator()
            threads = tf1.train.start_queue_runners(session, coordinator)
            try:
                for _ in range(steps):
                    found["batches"].append(plain(session.run(made)))
            except tf.errors.OutOfRangeError as error:
                found["end"] = type(error).__name__
            taken = [v for v in graph.get_collection("variables") if "list" not in v.name]
            if found["end"]:
                found["variables"] = plain(session.run(taken))
            coordinator.request_stop()
            try:
                coordinator.join(threads, stop_grace_period_secs=5)
            except Exception as error:  # noqa: BLE001 - the error is the result
                found["join"] = type(error).__name__
        return found


def graph_io_cases(io, folder):
    """Files and their queues."""
    graph_io = io.graph_io
    text, records = os.path.join(folder, "*.txt"), os.path.join(folder, "*.tfrecord")
    lines, tfrecords = tf1.TextLineReader, tf1.TFRecordReader
    spec = {"x": tf.io.FixedLenFeature([], tf.int64), "s": tf.io.VarLenFeature(tf.string)}
    x_only = {"x": spec["x"]}
    once = {"randomize_input": False, "num_epochs": 1}
    examples, keyed = io.read_batch_examples, io.read_keyed_batch_examples
    features, keyed_features = io.read_batch_features, io.read_keyed_batch_features
    shared, shared_features = (
        io.read_keyed_batch_examples_shared_queue,
        io.read_keyed_batch_features_shared_queue,
    )
    helper = graph_io._read_keyed_batch_examples_helper

    def files(pattern, randomize=False):
        return [os.path.basename(name) for name in graph_io._get_file_names(pattern, randomize)]

    def even(keys, values):
        return tf.strings.regex_full_match(values, ".*[024]")

    def sparse(value):
        return tf1.SparseTensor([[0]], [value], [1])

    a, b = os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt")
    for title, pattern in (
        ("pattern", text),
        ("list", [b, a]),
        ("tuple", (b, a)),
        ("twice", [a, a]),
        ("one does not exist", [a, os.path.join(folder, "no*such")]),
        ("several patterns", [b, os.path.join(folder, "a*")]),
        ("none exists", os.path.join(folder, "no*such")),
        ("none of the list exists", [os.path.join(folder, "no*such")]),
        ("empty list", []),
        ("None", None),
        ("number", 5),
        ("numbers", [5]),
    ):
        yield "files: " + title, lambda pattern=pattern: files(pattern)
    yield "files in no order", lambda: sorted(files([b, a], True))
    yield "keys", lambda: graph_io.KEY_FEATURE_NAME

    built = {
        "examples": lambda: examples(text, 3, lines),
        "examples, unshuffled": lambda: examples(text, 3, lines, False),
        "examples, all options": lambda: keyed(
            [a, b], 3, lines, True, 2, 20, 2, 2, tf.identity, "NAME", 7
        ),
        "features": lambda: features(records, 3, spec, tfrecords),
        "features, all options": lambda: keyed_features(
            records, 3, spec, tfrecords, False, 1, 50, 2, 20, 3, tf.identity, "NAME", 2
        ),
        "record features": lambda: io.read_batch_record_features(records, 3, spec),
        "record features, all options": lambda: io.read_batch_record_features(
            records, 3, spec, False, 1, 50, 2, "NAME"
        ),
        "shared examples": lambda: shared(a, 3, lines),
        "shared examples, all options": lambda: shared(
            a, 3, lines, True, 1, 20, 2, 2, tf.identity, "NAME", 7
        ),
        "shared features": lambda: shared_features(
            os.path.join(folder, "a.tfrecord"), 3, spec, tfrecords, num_epochs=2
        ),
        "queue": lambda: io.queue_parsed_features(
            {"b": tf.constant([[1], [2]]), "a": tf1.sparse_placeholder(tf.string)},
            tf.constant(["k", "l"]),
        ),
        "queue, all options": lambda: io.queue_parsed_features(
            {"b": tf.constant([1.0])}, None, 7, 3, "NAME"
        ),
        "queue of one key": lambda: io.queue_parsed_features({}, tf.constant(["k"])),
    }
    for title, make in built.items():
        yield "graph: " + title, lambda make=make: run(make, 0, with_graph=True)
    for batch_size, capacity in ((3, 4), (3, 9), (3, 12), (3, 13), (30, 40), (1, 2)):
        yield (
            "room for shuffling: %d of %d" % (batch_size, capacity),
            lambda n=batch_size, c=capacity: run(
                lambda: examples(text, n, lines, queue_capacity=c), 0, with_graph=True
            ),
        )

    def twice():
        return [shared(a, 3, lines), shared(b, 3, lines)]

    def in_scope():
        with tf1.variable_scope("scope"):
            return shared(a, 3, lines, False)

    ran = {
        "examples": lambda: examples(text, 4, lines, **once),
        "two epochs": lambda: examples(text, 4, lines, False, 2),
        "for ever": lambda: keyed(text, 4, lines, False),
        "keyed": lambda: keyed(text, 3, lines, **once),
        "several at once": lambda: keyed(text, 3, lines, read_batch_size=4, **once),
        "reader with options": lambda: examples(
            text, 3, lambda: lines(skip_header_lines=2), **once
        ),
        "parse_fn": lambda: keyed(text, 3, lines, parse_fn=tf.strings.length, **once),
        "parse_fn to two": lambda: keyed(text, 3, lines, parse_fn=lambda v: [v, v], **once),
        "parse_fn to a dict": lambda: keyed(
            text, 3, lines, parse_fn=lambda v: {"q": v, "A": v, "__key__": v}, **once
        ),
        "parse_fn to a dict, unkeyed": lambda: examples(
            text, 3, lines, parse_fn=lambda v: {"q": v}, **once
        ),
        "parse_fn to sparse": lambda: examples(text, 2, lines, parse_fn=sparse, **once),
        "filter_fn": lambda: helper(text, 3, lines, read_batch_size=2, filter_fn=even, **once),
        "filter_fn of single records": lambda: helper(text, 3, lines, filter_fn=even, **once),
        "features": lambda: keyed_features(
            records, 3, spec, tfrecords, num_enqueue_threads=1, **once
        ),
        "features, unkeyed": lambda: features(
            records, 4, spec, tfrecords, num_enqueue_threads=1, read_batch_size=2, **once
        ),
        "shared": lambda: shared(text, 3, lines, False, 2),
        "shared for ever": lambda: shared(text, 3, lines, False),
        "shared by name": in_scope,
        "shared features": lambda: shared_features(
            records, 4, x_only, tfrecords, num_queue_runners=1, **once
        ),
    }
    for title, make in ran.items():
        yield "run: " + title, lambda make=make: run(make, 9)

    def shared_order():
        with tf.Graph().as_default(), tf1.Session() as session:
            shared([a, b, a, b, b], 3, lines, True, 4, seed=3)
            session.run(tf1.global_variables_initializer())
            listed = [v for v in tf1.global_variables() if "list" in v.name]
            return plain(session.run(listed))

    def queued(parsed, **options):
        return run(lambda: io.queue_parsed_features(parsed(), **options), 0)

    # The order in which a folder is listed is the file system's, so the files are given.
    yield "shared order has files", lambda: [sorted(shared_order()[0][1])]
    wrong = {
        "batch_size": (0, -1, None, "a"),
        "queue_capacity": (3, 0, None),
        "num_threads": (0, None),
        "read_batch_size": (0, -2, None),
        "num_epochs": (0, -1),
        "reader": (None, 5, lambda: 5),
        "parse_fn": (5,),
        "name": ("a b",),
    }
    for name, values in wrong.items():
        for number, value in enumerate(values):
            arguments = {"file_pattern": text, "batch_size": 3, "reader": lines}
            arguments[name] = value
            for function in (examples, shared):
                yield (
                    "wrong %s %d: %s" % (name, number, function.__name__),
                    lambda function=function, arguments=arguments: run(
                        lambda: function(**arguments), 0
                    ),
                )
    for title, options in (
        ("features is None", {"features": None}),
        ("features is empty", {"features": {}}),
        ("no threads to parse", {"num_enqueue_threads": 0}),
        ("no threads to read", {"reader_num_threads": 0}),
        ("no room for features", {"feature_queue_capacity": 0}),
        ("parse_fn to a dict", {"parse_fn": lambda v: {"v": v}}),
    ):
        arguments = {"features": spec, "reader": tfrecords}
        arguments.update(options)
        yield (
            "wrong features: " + title,
            lambda arguments=arguments: run(lambda: features(records, 3, **arguments), 0),
        )
    for title, parsed in (
        ("empty", dict),
        ("list", list),
        ("None", lambda: None),
        ("numbers", lambda: {"a": 5}),
        ("array", lambda: {"a": np.zeros(3)}),
    ):
        yield "wrong queue: " + title, lambda parsed=parsed: queued(parsed)
    yield "second shared queue", lambda: run(twice, 0)


def input_fn_cases(io):
    """NumPy and generators."""
    x = {"b": np.arange(5.0), "a": np.arange(10).reshape(5, 2)}
    y = np.arange(5)

    def arrays(*args, **options):
        steps = options.pop("steps", 4)
        options.setdefault("batch_size", 2)
        options.setdefault("shuffle", False)
        return run(lambda: io.numpy_input_fn(*args, **options)(), steps, with_graph=not steps)

    yield "numpy: graph", lambda: arrays(x, y, steps=0)
    yield "numpy: graph for ever", lambda: arrays(x, y, steps=0, shuffle=True, num_epochs=None)
    yield "numpy: defaults", lambda: run(lambda: io.numpy_input_fn(x, y)(), 0, with_graph=True)
    for title, args, options in (
        ("once", (x, y), {}),
        ("twice", (x, y), {"num_epochs": 2}),
        ("no epoch", (x, y), {"num_epochs": 0}),
        ("large batch", (x, y), {"batch_size": 10}),
        ("small queue", (x, y), {"queue_capacity": 1}),
        ("no labels", (x, None), {}),
        ("dict of labels", (x, {"t": y, "u": y}), {}),
        ("array", (y, y), {}),
        ("strings", ({"x": np.array(["a", "b"])}, None), {}),
        ("key twice", (x, {"a": y}), {}),
        ("too few labels", (x, y[1:]), {}),
        ("no features", ({}, y), {}),
        ("None", (None, y), {}),
        ("list", ([1, 2], y), {}),
        ("dict of lists", ({"a": [1, 2]}, None), {}),
        ("no labels in dict", (x, {}), {}),
        ("list of labels", (x, [1, 2, 3, 4, 5]), {}),
        ("shuffle is None", (x, y), {"shuffle": None}),
        ("no threads", (x, y), {"num_threads": 0}),
    ):
        yield "numpy: " + title, lambda args=args, options=options: arrays(*args, **options)

    def rows():
        for i in range(5):
            yield {"b": np.ones(2) * i, "a": np.array(i), "y": np.array([-i])}

    def grow():
        for i in range(5):
            yield {"a": np.arange(i + 1), "y": np.int32(i)}

    def generated(x, **options):
        steps = options.pop("steps", 4)
        options.setdefault("batch_size", 2)
        options.setdefault("shuffle", False)
        return run(lambda: io.generator_input_fn(x, **options)(), steps, with_graph=not steps)

    yield "generator: graph", lambda: generated(rows, steps=0, target_key="y")
    yield "generator: defaults", lambda: run(io.generator_input_fn(rows), 0, with_graph=True)
    for title, function, options in (
        ("once", rows, {}),
        ("label", rows, {"target_key": "y"}),
        ("labels", rows, {"target_key": ["y", "a"]}),
        ("tuple of labels", rows, {"target_key": ("y", "a")}),
        ("all are labels", rows, {"target_key": ["y", "b", "a"]}),
        ("list of one label", rows, {"target_key": ["y"]}),
        ("two epochs", rows, {"num_epochs": 2}),
        ("for ever", rows, {"num_epochs": None}),
        ("padded", grow, {"pad_value": 0}),
        ("padded by key", grow, {"pad_value": {"a": -1, "y": 0}}),
        ("not padded", grow, {}),
        ("keys that change", lambda: ({"a": y, "b%d" % i: y} for i in range(3)), {}),
        ("one feature", lambda: ({"a": np.array(i)} for i in range(3)), {}),
        ("unknown label", rows, {"target_key": "q"}),
        ("unknown labels", rows, {"target_key": ["y", "q"]}),
        ("no labels in list", rows, {"target_key": []}),
        ("label twice", rows, {"target_key": ["y", "y"]}),
        ("number for label", rows, {"target_key": 5}),
        ("None", None, {}),
        ("generator", rows(), {}),
        ("list", lambda: [{"a": np.array(1)}], {}),
        ("iterator", lambda: iter([{"a": np.array(1)}]), {}),
        ("arrays", lambda: (np.array(i) for i in range(3)), {}),
        ("numbers", lambda: ({"a": i} for i in range(3)), {}),
        ("empty dicts", lambda: ({} for _ in range(3)), {}),
        ("nothing", lambda: (i for i in ()), {}),
    ):
        yield (
            "generator: " + title,
            lambda function=function, options=options: generated(function, **options),
        )


def pandas_cases(io):
    """pandas, where it is installed."""
    import pandas as pd

    index = [9, 8, 7, 6, 5]
    frame = pd.DataFrame({"b": [1.0, 2, 3, 4, 5], "a": [1, 2, 3, 4, 5]}, index=index)
    series = pd.Series(range(5), index=index)
    strings = pd.DataFrame({"s": list("abcde")})

    def fed(*args, **options):
        options.setdefault("shuffle", False)
        steps = options.pop("steps", 4)
        make = lambda: io.pandas_input_fn(*args, batch_size=2, **options)()  # noqa: E731
        return run(make, steps, with_graph=not steps)

    yield "pandas: graph", lambda: fed(frame, series, steps=0)
    yield "pandas: defaults", lambda: run(io.pandas_input_fn(frame, series), 0, with_graph=True)
    for title, args, options in (
        ("once", (frame, series), {}),
        ("no labels", (frame,), {}),
        ("frame of labels", (frame, frame[["a"]]), {}),
        ("all are labels too", (frame, frame), {}),
        ("strings", (strings,), {}),
        ("string labels", (strings, strings["s"]), {}),
        ("frame of string labels", (strings, strings), {}),
        ("bool", (frame > 2, series), {}),
        ("numbers for names", (frame.rename(columns={"a": 5}), series), {}),
        ("another index", (frame, series.reset_index(drop=True)), {}),
        ("target_column that exists", (frame, series), {"target_column": "a"}),
        ("shuffle is None", (frame, series), {"shuffle": None}),
        ("array", (np.zeros(3), series), {}),
        ("array of labels", (frame, np.zeros(5)), {}),
        ("series", (series, series), {}),
        ("categories", (strings.astype("category"),), {}),
        ("dates", (pd.DataFrame({"d": pd.to_datetime(["2020-01-01"])}),), {}),
    ):
        yield "pandas: " + title, lambda args=args, options=options: fed(*args, **options)
    given = {
        "frame": frame,
        "one column": frame[["a"]],
        "one float column": frame[["b"]].astype("float32"),
        "series": series,
        "strings": strings,
        "series of strings": strings["s"],
        "bool": frame[["a"]] > 2,
        "no column": frame[[]],
        "categories": strings.astype("category"),
        "complex": frame.astype("complex64"),
        "objects": frame.astype(object),
        "array": np.arange(3.0),
        "list": [1, 2],
        "None": None,
    }
    for function in ("extract_pandas_data", "extract_pandas_labels", "extract_pandas_matrix"):
        for title, data in given.items():

            def extract(function=function, data=data):
                found = getattr(io, function)(data)
                if found is data:
                    return "as it is"
                return [str(found.dtype), list(found.shape), plain(found.tolist())]

            yield "%s: %s" % (function, title), extract


def cases():
    """Files, input_fns and data; pandas (< 1 for `extract_pandas_matrix`) where it is there."""
    folder = scratch()
    write_files(folder)
    groups = [graph_io_cases(learn_io, folder), input_fn_cases(learn_io)]
    if importlib.util.find_spec("pandas"):
        groups.append(pandas_cases(learn_io))
    for group in groups:
        for case in group:
            yield case


def recordable(name):
    """TF 1.15.5's `extract_pandas_matrix` is recorded with pandas < 1 alone."""
    import pandas as pd

    return not name.startswith("extract_pandas_matrix") or hasattr(pd.DataFrame, "as_matrix")
