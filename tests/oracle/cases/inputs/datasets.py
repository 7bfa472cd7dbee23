"""What `contrib.learn.datasets` gives."""

import gzip
import hashlib
import inspect
import json
import os
import struct
import tempfile
import time
import urllib.request

import numpy as np
import tensorflow as tf

from tests.oracle.legacy import datasets
from tests.oracle.observe import scratch

tf1 = getattr(tf, "compat", tf).v1

FUNCTIONS = {
    "": ["load_dataset", "make_dataset"],
    "base": [
        "load_boston",
        "load_csv_with_header",
        "load_csv_without_header",
        "load_iris",
        "maybe_download",
        "retry",
        "shrink_csv",
    ],
    "mnist": [
        "DataSet.__init__",
        "DataSet.next_batch",
        "dense_to_one_hot",
        "extract_images",
        "extract_labels",
        "load_mnist",
        "read_data_sets",
    ],
    "synthetic": ["circles", "spirals"],
    "text_datasets": ["load_dbpedia", "maybe_download_dbpedia"],
}


class RetriableError(Exception):
    """Raised by functions that are to be retried."""


def plain(value, digest=250):
    """Gives `value` as JSON data; of an array with more than `digest` numbers a checksum."""
    if hasattr(value, "_asdict"):
        return {key: plain(part, digest) for key, part in value._asdict().items()}
    if isinstance(value, np.ndarray):
        kind = "str" if value.dtype.kind in "US" else str(value.dtype)
        if value.size <= digest or kind == "str":
            return {"dtype": kind, "shape": list(value.shape), "values": value.ravel().tolist()}
        checksum = hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest()
        return {"dtype": kind, "shape": list(value.shape), "sha256": checksum}
    if isinstance(value, (list, tuple)):
        return [plain(part, digest) for part in value]
    return value


def signatures(datasets):
    """Names of the arguments of each function, and their defaults."""
    for module, names in FUNCTIONS.items():
        for name in names:
            function = getattr(datasets, module) if module else datasets
            for part in name.split("."):
                function = getattr(function, part)
            yield (
                "signature %s %s" % (module, name),
                lambda function=function: [
                    "%s=%r" % (p.name, p.default) if p.default is not p.empty else p.name
                    for p in inspect.signature(function).parameters.values()
                ],
            )


def shipped(datasets):
    """The data sets that come with the package."""
    for name in ("iris", "boston"):
        yield name, lambda name=name: datasets.load_dataset(name)
        yield (
            name + " first rows",
            lambda name=name: [part[:3] for part in getattr(datasets, "load_" + name)()],
        )

    def fake_dbpedia():
        texts = datasets.load_dataset("dbpedia", test_with_fake_data=True)
        titles = [texts.train.data[:, 0], texts.test.data[:, 0]]
        return [titles, texts.train.target, texts.validation, texts.test.target]

    yield "dbpedia's fake data", fake_dbpedia
    yield "no such data set", lambda: datasets.load_dataset("iri")
    yield "no such synthetic set", lambda: datasets.make_dataset("circle")
    yield "names", lambda: [sorted(datasets.DATASETS), sorted(datasets.SYNTHETIC)]


def synthetic(datasets):
    """The generators, with the state in which they leave NumPy's."""

    def call(name, arguments):
        np.random.seed(5)
        made = datasets.make_dataset(name, **arguments)
        return [made.data, made.target, np.random.randint(1000)]

    for name, arguments in (
        ("circles", {}),
        ("circles", {"n_samples": 21}),
        ("circles", {"n_samples": 23, "n_classes": 4, "seed": 1}),
        ("circles", {"n_samples": 2, "n_classes": 4, "seed": 1}),
        ("circles", {"n_samples": 20, "factor": 0.3, "n_classes": 3}),
        ("circles", {"n_samples": 20, "noise": 0.1}),
        ("circles", {"n_samples": 21, "noise": 0.1, "seed": 7}),
        ("circles", {"n_samples": 20, "noise": 0.1, "seed": None}),
        ("circles", {"n_samples": 20, "noise": 0, "seed": 7}),
        ("circles", {"n_samples": 20, "noise": -1}),
        ("circles", {"n_samples": 0}),
        ("circles", {"n_samples": 8.0}),
        ("circles", {"n_classes": 0}),
        ("circles", {"unknown": 1, "n_samples": 4}),
        ("spirals", {}),
        ("spirals", {"n_samples": 21}),
        ("spirals", {"n_samples": 21, "seed": 1}),
        ("spirals", {"n_samples": 20, "mode": "bernoulli"}),
        ("spirals", {"n_samples": 20, "mode": "fermat", "n_loops": 3}),
        ("spirals", {"n_samples": 20, "noise": 0.1, "n_loops": 1.5}),
        ("spirals", {"n_samples": 21, "noise": 0.1, "seed": 3}),
        ("spirals", {"n_samples": 1}),
        ("spirals", {"mode": "square"}),
        ("spirals", {"unknown": 1, "n_samples": 20}),
    ):
        title = "%s %s" % (name, json.dumps(arguments, sort_keys=True))
        yield title, lambda name=name, arguments=arguments: call(name, arguments)


def csv_files(datasets, folder):
    """The CSV readers on good and bad files, and `shrink_csv`."""
    base = datasets.base
    path = os.path.join(folder, "table.csv")

    def load(kind, content, *types, **options):
        with open(path, "w") as file:
            file.write(content)
        return getattr(base, "load_csv_%s_header" % kind)(path, *types, **options)

    good = "1,2,0\n3,4.5,1\n5,6,2\n"
    for title, kind, content, types, options in (
        ("numbers", "with", "3,2,a,b\n" + good, (int, np.float32), {}),
        ("first column", "with", "3,2\n" + good, (int, float), {"target_column": 0}),
        ("quotes", "with", '1,2\r\n1,"2",0\r\n', (np.int64, np.float32), {}),
        ("too few rows", "with", "5,2\n" + good, (int, np.float32), {}),
        ("too many rows", "with", "1,2\n" + good, (int, np.float32), {}),
        ("wider than it says", "with", "3,1\n" + good, (int, np.float32), {}),
        ("narrower than it says", "with", "3,3\n" + good, (int, np.float32), {}),
        ("names only", "with", "a,b,c\n" + good, (int, np.float32), {}),
        ("one number", "with", "3\n" + good, (int, np.float32), {}),
        ("label no number", "with", "1,2\n1,2,x\n", (int, np.float32), {}),
        ("feature no number", "with", "1,2\n1,x,2\n", (int, np.float32), {}),
        ("no such column", "with", "3,2\n" + good, (int, float), {"target_column": 5}),
        ("empty line", "with", "2,2\n1,2,0\n\n", (int, float), {}),
        ("numbers", "without", good, (np.int32, np.float64), {}),
        ("middle column", "without", "1,2,0\n3,4,1\n", (np.int32, float), {"target_column": 1}),
        ("words", "without", "1,abc\n22,d\n", (str, np.float32), {}),
        ("only words", "without", "1,abc,u\n22,def,v\n", (np.int32, str), {"target_column": 0}),
        ("no such column", "without", good, (int, float), {"target_column": 5}),
        ("empty line", "without", "1,2,0\n\n", (int, float), {}),
    ):
        yield (
            "csv %s header, %s" % (kind, title),
            lambda kind=kind, content=content, types=types, options=options: load(
                kind, content, *types, **options
            ),
        )
    missing = os.path.join(folder, "missing")
    for name in ("load_csv_with_header", "load_csv_without_header"):
        yield name + " without file", lambda name=name: getattr(base, name)(missing, int, float)
    yield "load_iris from elsewhere", lambda: base.load_iris(missing)

    def shrink(ratio):
        with open(path, "w") as file:
            file.write("".join('%d,"a, b"\n' % row for row in range(11)))
        base.shrink_csv(path, ratio)
        with open(os.path.join(folder, "table_small.csv"), newline="") as file:
            return file.read().splitlines()

    for ratio in (1, 3, 100, 0):
        yield "shrink_csv by %d" % ratio, lambda ratio=ratio: shrink(ratio)
    yield "shrink_csv without file", lambda: base.shrink_csv(missing, 2)


def downloads(datasets, folder):
    """Retries, with a clock that takes no time, and files that are or are not there."""
    base = datasets.base

    class Clock(object):
        def __init__(self):
            self.slept = []

        def sleep(self, seconds):
            self.slept.append(round(seconds, 3))

    def calls(function, *arguments):
        clock, real = Clock(), time.sleep
        time.sleep = clock.sleep
        try:
            function(*arguments)
        except (OSError, RetriableError, KeyError) as error:
            return [type(error).__name__, len(clock.slept), clock.slept]
        finally:
            time.sleep = real

    def retried(error, **options):
        made = []

        def fail():
            made.append(1)
            raise error

        return [calls(base.retry(jitter=0, **options)(fail)), len(made)]

    def always(error):
        return isinstance(error, RetriableError)

    yield (
        "retry as long as it may",
        lambda: retried(RetriableError(), initial_delay=1, max_delay=10, is_retriable=always),
    )
    yield (
        "retry ever more slowly",
        lambda: retried(
            RetriableError(), initial_delay=5, max_delay=40, factor=1.5, is_retriable=always
        ),
    )
    yield (
        "retry not at all",
        lambda: retried(RetriableError(), initial_delay=5, max_delay=2, is_retriable=always),
    )
    yield (
        "retry another error",
        lambda: retried(KeyError(), initial_delay=1, max_delay=10, is_retriable=always),
    )
    yield "retry without delay", lambda: retried(RetriableError(), initial_delay=1, max_delay=10)
    yield (
        "retry ever faster",
        lambda: retried(RetriableError(), initial_delay=1, max_delay=9, factor=0.5),
    )

    def fetched(error):
        def fail(*unused):
            raise error

        request = getattr(base, "urllib", urllib).request  # the original's own is of six
        real, request.urlretrieve = request.urlretrieve, fail
        try:
            return calls(base.urlretrieve_with_retry, "http://localhost/", "file")[:2]
        finally:
            request.urlretrieve = real

    yield "fetch with a timeout", lambda: fetched(OSError(110, "timed out"))
    yield "fetch refused", lambda: fetched(OSError(111, "refused"))

    def download(*urls):
        place = tempfile.mkdtemp(dir=folder)
        source = os.path.join(place, "source")
        with open(source, "w") as file:
            file.write("content")
        for url in urls:
            url = url or "file://" + source
            path = base.maybe_download("copy", os.path.join(place, "new", "folder"), url)
        with open(path) as file:
            return [os.path.relpath(path, place), file.read(), os.path.exists(source)]

    yield "fetch from nowhere", lambda: download("file:///no/such/file")
    yield "fetch from no URL", lambda: download("nonsense")
    yield "fetch", lambda: download(None)
    yield "fetch what is there", lambda: download(None, "file:///no/such/file")


def texts(datasets, folder):
    """DBpedia from an archive."""
    real = os.environ.get("TF_EXP_BASE_DIR")

    def load(**options):
        os.environ["TF_EXP_BASE_DIR"] = folder
        try:
            loaded = datasets.load_dataset("dbpedia", **options)
        finally:
            del os.environ["TF_EXP_BASE_DIR"]
            if real is not None:
                os.environ["TF_EXP_BASE_DIR"] = real
        return [loaded.train.data[:5], loaded.train.target[:5], len(loaded.test.target)]

    tables = os.path.join(folder, "dbpedia_data", "dbpedia_csv")
    os.makedirs(tables)
    for name, rows in (("train", 3500), ("test", 2001)):
        with open(os.path.join(tables, name + ".csv"), "w") as file:
            for row in range(rows):
                file.write('%d,"title %d","a ""text"", %d"\n' % (row % 14 + 1, row, row))
    yield "dbpedia small", load
    yield "dbpedia large", lambda: load(size="large")


def write_idx(path, array, magic=None):
    """Writes a uint8 array as a gzipped IDX file."""
    header = struct.pack(">" + "I" * (1 + array.ndim), magic or 2048 + array.ndim, *array.shape)
    with gzip.open(path, "wb") as file:
        file.write(header + array.tobytes())


def mnist(datasets, folder):
    """MNIST's reader and batches, on made-up images."""
    module = datasets.mnist
    random = np.random.RandomState(0)
    for name, count in (("train", 60), ("t10k", 9)):
        prefix = os.path.join(folder, name)
        images = random.randint(0, 256, size=(count, 4, 3))
        write_idx(prefix + "-images-idx3-ubyte.gz", images.astype(np.uint8))
        labels = random.randint(0, 10, size=count)
        write_idx(prefix + "-labels-idx1-ubyte.gz", labels.astype(np.uint8))
    write_idx(os.path.join(folder, "wrong-magic.gz"), np.zeros(5, np.uint8), magic=7)
    with open(os.path.join(folder, "not-gzipped.gz"), "wb") as file:
        file.write(b"hello")

    def read(part="train", **options):
        options.setdefault("validation_size", 10)
        data = getattr(module.read_data_sets(folder, seed=3, **options), part)
        first = [data.num_examples, data.images, data.labels]
        batches = [data.next_batch(25) for _ in range(3)] if data.num_examples >= 25 else []
        return [*first, batches, data.images, data.labels, data.epochs_completed]

    for options in (
        {},
        {"part": "validation"},
        {"part": "test"},
        {"one_hot": True, "reshape": False, "dtype": tf.uint8},
        {"one_hot": True, "reshape": False, "dtype": tf.uint8, "part": "validation"},
        {"validation_size": 0},
        {"validation_size": 60, "part": "validation"},
        {"validation_size": -1},
        {"validation_size": 61},
        {"dtype": "float32"},
        {"dtype": np.uint8},
        {"dtype": tf.float64},
    ):
        title = ", ".join("%s=%r" % option for option in sorted(options.items()))
        yield "mnist(%s)" % title, lambda options=options: read(**options)

    def fake(**options):
        data = module.read_data_sets(folder, fake_data=True, **options)
        images, labels = data.test.next_batch(2, fake_data=True)
        return [data.train.num_examples, np.array(images), labels]

    yield "mnist fake", fake
    yield "mnist fake, one hot", lambda: fake(one_hot=True)

    def rows(n=10, **options):
        images = np.arange(n, dtype=np.uint8).reshape(n, 1, 1, 1)
        return module.DataSet(images, np.arange(n) + 100, dtype=tf.uint8, **options)

    def batches(data, sizes, **options):
        found = [list(data.next_batch(size, **options)) for size in sizes]
        return [found, data.images, data.labels, data.epochs_completed]

    for sizes in ([4, 4, 4, 4, 10, 5, 5], [5, 5, 5], [10, 10, 10], [15, 4, 4], [0, 3, 0]):
        for shuffle in (True, False):
            yield (
                "batches of %s, shuffle=%s" % (sizes, shuffle),
                lambda sizes=sizes, shuffle=shuffle: batches(rows(seed=3), sizes, shuffle=shuffle),
            )
    yield "no images", lambda: batches(rows(0), [3])

    def graph_seed(**options):
        with tf.Graph().as_default():
            tf1.set_random_seed(7)
            return batches(rows(**options), [7, 7])

    yield "the graph's seed", graph_seed
    yield "the graph's seed and another", lambda: graph_seed(seed=3)

    def numpy_seed():
        data = rows()
        np.random.seed(3)
        return batches(data, [7, 7])

    yield "NumPy's seed", numpy_seed
    for seed in (0, 2**31, 2**32, -1, "a"):
        yield "seed %r" % (seed,), lambda seed=seed: batches(rows(seed=seed), [7])
    for shape, labels, reshape in (
        ((3, 4, 5, 1), 3, True),
        ((3, 4, 5, 2), 3, True),
        ((3, 4, 5, 2), 3, False),
        ((3, 4, 5), 3, True),
        ((3, 4, 5), 3, False),
        ((3, 4, 5, 1), 4, True),
    ):
        yield (
            "images of %s, %d labels, reshape=%s" % (shape, labels, reshape),
            lambda shape=shape, labels=labels, reshape=reshape: list(
                module.DataSet(
                    np.full(shape, 51, np.uint8), np.zeros(labels), reshape=reshape
                ).images.shape
            ),
        )

    def extract(name, what, **options):
        with open(os.path.join(folder, name), "rb") as file:
            return getattr(module, "extract_" + what)(file, **options)

    for name, what, options in (
        ("t10k-images-idx3-ubyte.gz", "images", {}),
        ("t10k-labels-idx1-ubyte.gz", "labels", {}),
        ("t10k-labels-idx1-ubyte.gz", "labels", {"one_hot": True, "num_classes": 12}),
        ("t10k-labels-idx1-ubyte.gz", "images", {}),
        ("t10k-images-idx3-ubyte.gz", "labels", {}),
        ("wrong-magic.gz", "labels", {}),
        ("not-gzipped.gz", "labels", {}),
    ):
        yield (
            "extract_%s from %s %s" % (what, name, json.dumps(options, sort_keys=True)),
            lambda name=name, what=what, options=options: extract(name, what, **options),
        )
    yield "one hot", lambda: module.dense_to_one_hot(np.array([1, 0, 2]), 3)
    yield "one hot of a column", lambda: module.dense_to_one_hot(np.array([[1], [0]]), 3)
    yield "one hot, label too high", lambda: module.dense_to_one_hot(np.array([0, 3]), 3)


def cases():
    """All cases; none reads anything from a network."""
    folder = scratch()
    groups = [signatures(datasets), shipped(datasets), synthetic(datasets)]
    for function in (csv_files, downloads, texts, mnist):
        part = os.path.join(folder, function.__name__)
        os.makedirs(part)
        groups.append(function(datasets, part))
    for group in groups:
        for name, case in group:
            yield name, lambda case=case: plain(case())
