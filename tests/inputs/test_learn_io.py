"""`learn.io` with what came after TF 1.15.5; the oracle compares the two."""

import importlib.util
import logging
import random

import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.util import deprecation

from tests.oracle.cases.inputs.learn_io import run, write_files
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import learn_io
from tf_spec_compat.contrib.learn.learn_io import graph_io

tf1 = tf.compat.v1
HAS_PANDAS = importlib.util.find_spec("pandas") is not None


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The text and TFRecord files of the recorded cases."""
    path = tmp_path_factory.mktemp("files")
    write_files(str(path))
    return path


def test_pandas_and_dask_are_not_needed():
    """`learn.io` tells what is installed, and hands on what is of neither."""
    assert learn.io.HAS_PANDAS == HAS_PANDAS
    assert learn.io.HAS_DASK is (importlib.util.find_spec("dask") is not None)
    given = [1]
    assert learn.extract_pandas_data(given) is learn.extract_pandas_labels(given) is given
    assert learn.extract_dask_data(given) is learn.extract_dask_labels(given) is given
    if not HAS_PANDAS:
        with pytest.raises(TypeError, match="pandas installed"):
            learn.io.pandas_input_fn(given, shuffle=False)


def test_names_of_learn_are_those_of_io():
    """The functions are under `learn` and `learn.io`, one and the same."""
    for name in ("read_batch_examples", "read_batch_features", "extract_pandas_matrix"):
        assert getattr(learn, name) is getattr(learn.io, name)
    assert learn.io is learn_io
    assert learn.io.graph_io is graph_io


class TestFiles:
    """Reading from files, where the recording says nothing."""

    def test_wrong_files_are_named(self, folder):
        """The error has the pattern that matches nothing."""
        with pytest.raises(ValueError, match=r"No files match /no/such/\*\. Check the path"):
            graph_io._get_file_names("/no/such/*", False)
        with pytest.raises(ValueError, match=r"No files match \."):
            graph_io._get_file_names("", True)
        with pytest.raises(TypeError, match="a file pattern or a list of them, got 5"):
            graph_io._get_file_names(5, True)

    def test_list_may_be_any_iterable(self, folder):
        """A generator of names works; contrib took it for empty."""
        names = [str(folder / "b.txt"), str(folder / "a.txt")]
        assert graph_io._get_file_names((name for name in names), False) == sorted(names)

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"batch_size": 0}, "Invalid batch_size 0, with queue_capacity 20"),
            (
                {"batch_size": 20},
                "Invalid batch_size 20, with queue_capacity 20.*few batches",
            ),
            ({"num_epochs": -1}, "Invalid num_epochs -1.*positive number"),
        ],
    )
    def test_wrong_numbers_are_named(self, graph, folder, options, words):
        """The error says which number is wrong, and which it is."""
        arguments = {"batch_size": 2, "queue_capacity": 20, **options}
        with pytest.raises(ValueError, match=words):
            learn.read_batch_examples(str(folder / "*.txt"), reader=tf1.TextLineReader, **arguments)
        assert not graph.get_operations()

    def test_dict_for_features_is_explained(self, graph, folder):
        """A parse_fn that parses too early is told where dicts belong."""
        with pytest.raises(TypeError, match="read_keyed_batch_examples takes a dict"):
            learn.read_batch_features(
                str(folder / "*.tfrecord"),
                2,
                {"x": tf.io.FixedLenFeature([], tf.int64)},
                tf1.TFRecordReader,
                parse_fn=lambda value: {"x": value},
            )

    def test_seed_fixes_the_order_and_leaves_random_alone(self, folder):
        """The same seed gives the same order of files, and `random`'s state stays."""
        names = [str(folder / name) for name in ("a.txt", "b.txt", "a.tfrecord", "b.tfrecord")]

        def order(seed):
            with tf.Graph().as_default(), tf1.Session() as session:
                learn.read_keyed_batch_examples_shared_queue(
                    names, 2, tf1.TextLineReader, num_epochs=3, seed=seed
                )
                session.run(tf1.global_variables_initializer())
                listed = [v for v in tf1.global_variables() if "list" in v.name]
                return session.run(listed)[0].tolist()

        state = random.getstate()
        first = order(5)
        assert order(5) == first != order(6)
        assert random.getstate() == state
        names = [name.encode() for name in names]
        for epoch in (first[:4], first[4:8], first[8:]):
            assert sorted(epoch) == sorted(names)

    def test_monitored_session_reads_to_the_end(self, graph, folder):
        """A session such as an Estimator's starts the queues and stops at the end of the files."""
        spec = {"x": tf.io.FixedLenFeature([], tf.int64)}
        features = learn.read_batch_features(
            str(folder / "*.tfrecord"), 4, spec, tf1.TFRecordReader, num_epochs=2
        )
        tf1.train.get_or_create_global_step()
        read = []
        with tf1.train.MonitoredSession() as session:
            while not session.should_stop():
                read += session.run(features)["x"].tolist()
        assert sorted(read) == sorted([0, 1, 2, 3, 4] * 4)

    def test_workers_divide_the_files(self, tmp_path):
        """Two workers read each file of an epoch once between them."""
        for number in range(20):
            (tmp_path / f"{number}.txt").write_text(f"{number}\n")
        server = tf.distribute.Server.create_local_server()
        workers = [self.worker(server, tmp_path, name) for name in ("first", "second")]
        first = [next(workers[0]) for _ in range(3)]
        second = list(workers[1])
        first += workers[0]
        assert len(first) > 3
        assert len(second) > 3
        assert sorted(first + second) == list(range(20))

    @staticmethod
    def worker(server, folder, name):
        """Yields what one worker reads; the first one initializes the variables of all."""
        with tf.Graph().as_default(), tf1.Session(server.target) as session:
            batch = learn.io.read_keyed_batch_examples_shared_queue(
                str(folder / "*.txt"),
                1,
                tf1.TextLineReader,
                randomize_input=False,
                num_epochs=1,
                queue_capacity=2,
                parse_fn=lambda value: tf.strings.to_number(value, tf.int32),
                name=name,
            )
            if name == "first":
                session.run(tf1.global_variables_initializer())
            coordinator = tf1.train.Coordinator()
            threads = tf1.train.start_queue_runners(session, coordinator)
            try:
                while True:
                    yield int(session.run(batch)[1][0])
            except tf.errors.OutOfRangeError:
                coordinator.request_stop()
                coordinator.join(threads)

    def test_deprecations_are_the_callers_own(self, graph, folder, monkeypatch):
        """What the readers stand on is silent; what the caller's parse_fn calls is not."""
        lines = []
        handler = logging.Handler()
        handler.emit = lambda record: lines.append(record.getMessage())
        logger = logging.getLogger("tensorflow")
        monkeypatch.setattr(deprecation, "_PRINTED_WARNING", {})
        logger.addHandler(handler)
        try:
            spec = {"x": tf.io.FixedLenFeature([], tf.int64)}
            learn.read_batch_record_features(str(folder / "*.tfrecord"), 2, spec)
            learn.io.numpy_input_fn(np.zeros(3))()
            learn.io.generator_input_fn(lambda: ({"x": np.zeros(1)} for _ in range(2)))()
            assert not [line for line in lines if "deprecated" in line]
            learn.read_batch_examples(
                str(folder / "*.txt"),
                2,
                tf1.TextLineReader,
                parse_fn=lambda value: tf1.to_float(tf.strings.length(value)),
            )
        finally:
            logger.removeHandler(handler)
        assert [line for line in lines if "to_float" in line]


class TestGenerator:
    """What the error says."""

    def test_called_generator_is_explained(self):
        """A generator in place of its function is told so."""

        def rows():
            yield {"x": np.zeros(1)}

        with pytest.raises(TypeError, match="got generator; pass the function itself"):
            learn.io.generator_input_fn(rows())
        with pytest.raises(KeyError, match=r"\['x'\].*got y"):
            learn.io.generator_input_fn(rows, target_key="y")
        with pytest.raises(StopIteration, match="at least one dict"):
            learn.io.generator_input_fn(lambda: (row for row in ()))


class TestPandas:
    """pandas of any age."""

    @pytest.fixture
    def pd(self):
        return pytest.importorskip("pandas")

    @pytest.mark.parametrize("dtype", ["string", "object", None])
    def test_strings_of_any_type(self, pd, dtype):
        """Strings are fed whichever of its types pandas has them in, and the frame stays."""
        frame = pd.DataFrame({"s": pd.Series(["x", "y"], dtype=dtype), "n": [1, 2]})
        before = frame.dtypes.to_dict()

        def make():
            return learn.io.pandas_input_fn(frame, frame["s"], batch_size=2, shuffle=False)()

        found = run(make, 1)["batches"]
        strings = ["object", ["x", "y"]]
        assert found == [[{"n": ["int64", [1, 2]], "s": strings}, strings]]
        assert frame.dtypes.to_dict() == before

    def test_wrong_columns_are_all_named(self, pd):
        """The error lists the columns that are no numbers, with their types."""
        frame = pd.DataFrame({"a": [1], "s": ["x"], "d": pd.to_datetime(["2020-01-01"])})
        for extract in (learn.extract_pandas_data, learn.extract_pandas_labels):
            data = frame if extract is learn.extract_pandas_data else frame[["s"]]
            with pytest.raises(ValueError, match=r"must be int, float, or bool. Found: 's' type="):
                extract(data)
        with pytest.raises(ValueError, match="'d' type='datetime64"):
            learn.extract_pandas_data(frame)
        with pytest.raises(ValueError, match=r"Only one column .* Got \['a', 's', 'd'\]"):
            learn.extract_pandas_labels(frame)

    def test_two_columns_of_one_name(self, pd):
        """Columns may share a name; contrib ended in an AttributeError."""
        frame = pd.DataFrame([[1, 2]], columns=["a", "a"])
        np.testing.assert_array_equal(learn.extract_pandas_data(frame), [[1.0, 2.0]])


class TestDask:
    """dask, where it is installed."""

    @pytest.fixture
    def frame(self):
        """Three partitions, the one in the middle empty, of unknown divisions."""
        frames = pytest.importorskip("dask.dataframe")
        from dask import delayed

        pd = pytest.importorskip("pandas")
        data = pd.DataFrame({"a": [1, 2, 3, 4, 5], "b": 0.5}, index=[5, 6, 7, 1, 2])
        parts = [delayed(data.iloc[:3]), delayed(data.iloc[3:3]), delayed(data.iloc[3:])]
        return frames.from_delayed(parts, meta=data.iloc[:0])

    def test_rows_are_numbered(self, frame):
        """The index counts the rows, and the divisions say where each partition begins."""
        found = learn.extract_dask_data(frame)
        assert found.divisions == (0, 3, 4)
        assert found.compute().index.tolist() == [0, 1, 2, 3, 4]
        assert found.compute()["a"].tolist() == [1, 2, 3, 4, 5]
        labels = learn.extract_dask_labels(frame["a"])
        assert labels.divisions == (0, 3, 4)
        assert labels.loc[3].compute().tolist() == [4]
        assert learn.extract_dask_labels(frame[["a"]]).compute()["a"].tolist() == [1, 2, 3, 4, 5]

    def test_labels_are_one_column(self, frame):
        """Several columns of labels are an error that lists them."""
        with pytest.raises(ValueError, match=r"one column, got \['a', 'b'\]"):
            learn.extract_dask_labels(frame)
