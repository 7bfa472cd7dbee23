"""The data sets agree with TF 1.15.5's, and where they differ on purpose they say why."""

import csv
import errno
import gzip
import struct
import subprocess
import sys
import tarfile
import tracemalloc
import urllib.error
import urllib.request
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from tests.oracle.cases.inputs.datasets import write_idx
from tf_spec_compat.contrib.learn import datasets
from tf_spec_compat.contrib.learn.datasets import base, mnist, synthetic, text_datasets


def sparse_member(name):
    """The header of a file of an archive that has holes of 8 GB, and no data."""
    info = tarfile.TarInfo(name)
    info.type = tarfile.GNUTYPE_SPARSE
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[386:410] = b"00000000000\0" * 2
    header[483:495] = b"77777777777\0"
    total = sum(header[:148]) + 8 * ord(" ") + sum(header[156:])
    header[148:156] = b"%06o\0 " % total
    return header


def test_import_loads_no_tensorflow():
    """Importing the data sets loads no TensorFlow; only their use does."""
    code = (
        "import sys; from tf_spec_compat.contrib.learn import datasets;"
        "from tf_spec_compat.contrib.learn.datasets import base, synthetic, text_datasets;"
        "assert 'mnist' in dir(datasets); made = datasets.make_dataset('circles');"
        "print(len(made.data), 'tensorflow' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["100", "False"]


def test_old_attribute_paths():
    """The modules are reached through one another as contrib's were."""
    assert datasets.mnist is mnist
    assert mnist.base is text_datasets.base is datasets.base is base
    assert datasets.DATASETS["iris"] is datasets.load_iris is base.load_iris
    assert mnist.read_data_sets.__defaults__[2] is tf.float32
    with pytest.raises(AttributeError, match=r"datasets\.cifar'"):
        _ = datasets.cifar


def test_unknown_names_are_answered_with_the_known_ones():
    """The error for an unknown data set lists those that exist."""
    with pytest.raises(ValueError, match="iri; there are boston, dbpedia, iris, mnist"):
        datasets.load_dataset("iri")
    with pytest.raises(ValueError, match="ring; there are circles, spirals"):
        datasets.make_dataset("ring")


def test_make_dataset_takes_positional_options():
    """Further positional arguments reach the generator, which contrib's call did not allow."""
    made = datasets.make_dataset("circles", 9, None, 1, 0.5, 3)
    same = synthetic.circles(9, None, 1, factor=0.5, n_classes=3)
    np.testing.assert_array_equal(made.data, same.data)
    np.testing.assert_allclose(np.linalg.norm(made.data, axis=1), 0.5**made.target)


class TestCsv:
    """The CSV readers' deliberate differences and their messages."""

    def write(self, folder, content):
        path = folder / "table.csv"
        path.write_text(content)
        return str(path)

    def test_strings_are_kept_whole(self, tmp_path):
        """Strings keep all their letters where contrib kept one."""
        path = self.write(tmp_path, "2,2\n1,abc,setosa\n22,d,virginica\n")
        loaded = base.load_csv_with_header(path, str, str)
        assert loaded.target.tolist() == ["setosa", "virginica"]
        assert loaded.data.tolist() == [["1", "abc"], ["22", "d"]]

    def test_missing_rows_are_reported(self, tmp_path, caplog):
        """Rows that the header promises are zeros, and the log says so."""
        loaded = base.load_csv_with_header(self.write(tmp_path, "3,2\n1,2,1\n"), int, float)
        assert loaded.data.tolist() == [[1, 2], [0, 0], [0, 0]]
        assert loaded.target.tolist() == [1, 0, 0]
        assert "the last 2 are missing" in caplog.text

    def test_only_a_header(self, tmp_path):
        """A header without rows gives arrays of the shape that it says."""
        loaded = base.load_csv_with_header(self.write(tmp_path, "2,3\n"), int, np.float32)
        assert loaded.data.shape == (2, 3)
        assert loaded.data.dtype == np.float32
        empty = base.load_csv_with_header(self.write(tmp_path, "0,3\n"), int, float)
        assert (empty.data.shape, empty.target.shape) == ((0, 3), (0,))

    def test_empty_file(self, tmp_path):
        """An empty file has no rows without a header, and is an error with one."""
        path = self.write(tmp_path, "")
        assert len(base.load_csv_without_header(path, int, float).data) == 0
        with pytest.raises(ValueError, match="should begin with its number of rows"):
            base.load_csv_with_header(path, int, float)

    @pytest.mark.parametrize(
        ("content", "error", "words"),
        [
            ("1,2,0\n3,4\n", ValueError, "row 2 has 1 features beside its label where 2"),
            ("1,2,0\n\n", IndexError, "row 2 has no column -1"),
            ("1,2,0\n3,x,1\n", ValueError, "row 2: could not convert"),
        ],
    )
    def test_bad_rows_are_named(self, tmp_path, content, error, words):
        """The error for a bad row gives the file and the row's number."""
        path = self.write(tmp_path, content)
        with pytest.raises(error, match=words) as caught:
            base.load_csv_without_header(path, int, float)
        assert path in str(caught.value)

    def test_header_without_the_rows_columns(self, tmp_path):
        """A row of one feature is not spread over as many as the header says."""
        with pytest.raises(ValueError, match="has 1 features beside its label where 2"):
            base.load_csv_with_header(self.write(tmp_path, "1,2\n1,0\n"), int, float)

    @pytest.mark.parametrize(
        ("content", "error", "words"),
        [
            ("1000000000,4\n1,2,3,4,0\n", ValueError, "bytes, and its header says.* 1000000000"),
            ("1,1000000000\n", ValueError, "bytes, and its header says that it holds 1 rows"),
            ("-1,2\n", ValueError, "^negative dimensions are not allowed: .*table.csv"),
            ("1,-2\n", ValueError, "^negative dimensions are not allowed"),
            ("1,1\n1,99999999999999999999\n", OverflowError, "table.csv: row 1: "),
            (f"1,1\n1,{'x' * 140000}\n", csv.Error, "^field larger than.*table.csv, line 2"),
        ],
    )
    def test_bad_headers_and_numbers_are_named(self, tmp_path, content, error, words):
        """A header that is far beyond what the file can hold takes no memory; errors say where."""
        with pytest.raises(error, match=words):
            base.load_csv_with_header(self.write(tmp_path, content), int, float)

    def test_shrink_touches_only_the_files_name(self, tmp_path):
        """Dots elsewhere in the path stay, and a name without extension is no trap."""
        folder = tmp_path / "v1.0"
        folder.mkdir()
        for name, small in (("a.b.csv", "a.b_small.csv"), ("plain", "plain_small")):
            (folder / name).write_text("1\n2\n3\n")
            base.shrink_csv(str(folder / name), 2)
            assert (folder / small).read_text().split() == ["1", "3"]
            assert (folder / name).read_text() == "1\n2\n3\n"

    def test_shrink_leaves_nothing_behind_when_it_fails(self, tmp_path):
        """A missing file has no small one."""
        with pytest.raises(tf.errors.NotFoundError):
            base.shrink_csv(str(tmp_path / "no.csv"), 2)
        assert list(tmp_path.iterdir()) == []


class TestDownloads:
    """What happens to files that do not come with the package."""

    def test_retried_function_keeps_its_name_and_result(self):
        """A decorated function still is itself."""

        @base.retry(initial_delay=1, max_delay=10)
        def add(a, b=1):
            """Adds."""
            return a + b

        assert (add.__name__, add.__doc__, add(1, b=2)) == ("add", "Adds.", 3)

    def test_timeouts_are_waited_out(self, monkeypatch):
        """A connection that times out twice is tried three times, ever later, with jitter."""
        slept, answers = [], [OSError(errno.ETIMEDOUT, "late"), TimeoutError("later"), "there"]

        def urlretrieve(*args):
            answer = answers.pop(0)
            if isinstance(answer, OSError):
                raise answer
            return answer

        monkeypatch.setattr(urllib.request, "urlretrieve", urlretrieve)
        monkeypatch.setattr("time.sleep", slept.append)
        assert base.urlretrieve_with_retry("http://localhost", "file") == "there"
        assert slept == [pytest.approx(1, abs=0.25), pytest.approx(2, abs=0.5)]

    def test_failed_download_says_where_to_put_the_file(self, tmp_path):
        """The error names the URL, the reason and the path, and leaves no half of a file."""
        folder = tmp_path / "new"
        with pytest.raises(urllib.error.URLError) as caught:
            base.maybe_download("x.csv", str(folder), "file:///no/such/x.csv")
        message = str(caught.value)
        assert message.startswith("file:///no/such/x.csv could not be fetched")
        assert f"put the file at {folder / 'x.csv'} by hand" in message
        assert list(folder.iterdir()) == []

    def test_answer_of_a_server_goes_through(self, monkeypatch, tmp_path):
        """An HTTP error keeps its code."""

        def urlretrieve(url, path):
            raise urllib.error.HTTPError(url, 404, "Not Found", {}, None)

        monkeypatch.setattr(urllib.request, "urlretrieve", urlretrieve)
        with pytest.raises(urllib.error.HTTPError) as caught:
            base.maybe_download("x.csv", str(tmp_path), "http://localhost/x.csv")
        assert caught.value.code == 404
        caught.value.close()

    def test_dbpedia_has_to_be_provided(self, tmp_path, monkeypatch):
        """Without DBpedia's files the error says what to put where, and nothing is downloaded."""
        monkeypatch.setenv("TF_EXP_BASE_DIR", str(tmp_path))
        monkeypatch.setattr(urllib.request, "urlretrieve", None)
        with pytest.raises(urllib.error.URLError) as caught:
            datasets.load_dataset("dbpedia")
        assert text_datasets.DBPEDIA_URL in str(caught.value)
        assert str(tmp_path / "dbpedia_data" / "dbpedia_csv.tar.gz") in str(caught.value)

    def test_dbpedia_is_unpacked_into_its_folder_alone(self, tmp_path, monkeypatch):
        """An archive is unpacked once, and members that point elsewhere are left out."""
        data = tmp_path / "dbpedia_data"
        data.mkdir()
        for name in ("train.csv", "test.csv"):
            (tmp_path / name).write_text('3,"title","text"\n')
        with tarfile.open(data / "dbpedia_csv.tar.gz", "w:gz") as tar:
            for name in ("train.csv", "test.csv"):
                tar.add(tmp_path / name, f"dbpedia_csv/{name}")
            tar.add(tmp_path / "train.csv", "dbpedia_csv/../../escaped.csv")
        monkeypatch.setenv("TF_EXP_BASE_DIR", str(tmp_path))
        loaded = datasets.load_dataset("dbpedia", size="large")
        assert loaded.train.data.tolist() == loaded.test.data.tolist() == [["title", "text"]]
        assert loaded.train.target.tolist() == [3]
        assert not list(tmp_path.rglob("escaped.csv"))
        (data / "dbpedia_csv.tar.gz").unlink()
        assert datasets.load_dataset("dbpedia").test.target.tolist() == [3]

    def test_dbpedia_is_there_as_a_whole_or_not_at_all(self, tmp_path, monkeypatch):
        """What fails while it is unpacked leaves no half of a file, which would pass for all."""
        for name in ("train.csv", "test.csv"):
            (tmp_path / name).write_text('3,"title","text"\n' * 100)
        with tarfile.open(tmp_path / "dbpedia_csv.tar.gz", "w:gz") as tar:
            for name in ("train.csv", "test.csv"):
                tar.add(tmp_path / name, f"dbpedia_csv/{name}")

        def copy(source, target):
            target.write(source.read(50))
            raise OSError("no space left")

        with monkeypatch.context() as patch:
            patch.setattr(text_datasets.shutil, "copyfileobj", copy)
            with pytest.raises(OSError, match="no space left"):
                text_datasets.maybe_download_dbpedia(str(tmp_path))
        assert list((tmp_path / "dbpedia_csv").iterdir()) == []
        text_datasets.maybe_download_dbpedia(str(tmp_path))
        unpacked = tmp_path / "dbpedia_csv" / "train.csv"
        assert unpacked.read_text() == (tmp_path / "train.csv").read_text()

    def test_dbpedia_of_an_archive_that_lacks_a_file(self, tmp_path):
        """What is missing is named; a file that says it is larger than any disk is left out."""
        (tmp_path / "test.csv").write_text('3,"title","text"\n')
        with tarfile.open(tmp_path / "dbpedia_csv.tar.gz", "w:gz") as tar:
            tar.add(tmp_path / "test.csv", "dbpedia_csv/test.csv")
            tar.fileobj.write(sparse_member("dbpedia_csv/train.csv"))
        with pytest.raises(urllib.error.URLError, match=r"lacks train\.csv of dbpedia_csv"):
            text_datasets.maybe_download_dbpedia(str(tmp_path))

    def test_mnist_that_says_it_is_larger_takes_no_memory(self, tmp_path):
        """A header of 4 GB before three bytes is an error, without 4 GB being asked for."""
        path = tmp_path / "labels.gz"
        path.write_bytes(gzip.compress(struct.pack(">II", 2049, 0xFFFFFFFF) + b"abc"))
        tracemalloc.start()
        try:
            with path.open("rb") as file, pytest.raises(ValueError, match="has only 3"):
                mnist.extract_labels(file)
            assert tracemalloc.get_traced_memory()[1] < 1 << 26
        finally:
            tracemalloc.stop()

    def test_mnist_by_its_name(self, tmp_path, monkeypatch):
        """`load_dataset("mnist")` looks into MNIST-data in the working directory."""
        monkeypatch.chdir(tmp_path)
        with pytest.raises(urllib.error.URLError, match=f"not in {tmp_path / 'MNIST-data'}"):
            datasets.load_dataset("mnist")

    def test_mnist_has_to_be_provided(self, tmp_path, monkeypatch):
        """Without MNIST's files the error lists those that are missing, and the folder."""
        monkeypatch.setattr(urllib.request, "urlretrieve", None)
        write_idx(tmp_path / "train-labels-idx1-ubyte.gz", np.zeros(1, np.uint8))
        with pytest.raises(urllib.error.URLError) as caught:
            mnist.load_mnist(str(tmp_path))
        message = str(caught.value)
        assert "train-images-idx3-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels" in message
        assert "train-labels" not in message
        assert f"are not in {tmp_path}; fetch them from {mnist.DEFAULT_SOURCE_URL}" in message

    def test_mnist_from_a_place_of_ones_own(self, tmp_path):
        """A `source_url` that is given is used."""
        source, folder = tmp_path / "source", tmp_path / "folder"
        source.mkdir()
        for part in ("train", "t10k"):
            write_idx(source / f"{part}-images-idx3-ubyte.gz", np.zeros((2, 3, 3), np.uint8))
            write_idx(source / f"{part}-labels-idx1-ubyte.gz", np.zeros(2, np.uint8))
        read = mnist.read_data_sets(str(folder), validation_size=1, source_url=f"file://{source}/")
        assert [part.images.shape for part in read] == [(1, 9), (1, 9), (2, 9)]
        assert len(list(folder.iterdir())) == 4


class TestMnist:
    """The reader's deliberate differences."""

    def test_file_cut_short(self, tmp_path):
        """A file with less in it than it says is an error, of labels too."""
        for content in (b"\0\0\x08\x01\0\0\0\x05abc", b"\0\0\x08\x01\0\0"):
            path = tmp_path / "labels.gz"
            path.write_bytes(gzip.compress(content))
            with path.open("rb") as file:
                if len(content) < 8:
                    assert mnist.extract_labels(file).size == 0
                else:
                    with pytest.raises(ValueError, match="holds 5 bytes of labels but has only 3"):
                        mnist.extract_labels(file)

    def test_every_label_has_its_class(self):
        """A label too high is an error in every row; contrib noticed it in the last one alone."""
        with pytest.raises(IndexError, match="between 0 and num_classes - 1 = 2, but go"):
            mnist.dense_to_one_hot(np.array([0, 3, 1]), 3)
        with pytest.raises(IndexError, match="go from -1 to 1"):
            mnist.dense_to_one_hot(np.array([-1, 1]), 3)
        assert mnist.dense_to_one_hot(np.array([], dtype=int), 3).shape == (0, 3)

    def test_batch_larger_than_the_data(self):
        """A batch of several epochs has all its rows, and the next one goes on where it ended."""
        images = np.arange(4, dtype=np.uint8).reshape(4, 1, 1, 1)
        data = mnist.DataSet(images, np.arange(4), dtype=tf.uint8, seed=1)
        batch, labels = data.next_batch(11)
        np.testing.assert_array_equal(batch.ravel(), labels)
        assert sorted(labels[:4]) == sorted(labels[4:8]) == [0, 1, 2, 3]
        assert data.epochs_completed == 2
        rest = data.next_batch(1)[1]
        assert sorted([*labels[8:], *rest]) == [0, 1, 2, 3]

    def test_callers_arrays_stay_as_they_were(self):
        """Shuffling and scaling are done on copies."""
        images = np.arange(20, dtype=np.uint8).reshape(5, 2, 2, 1)
        labels = np.arange(5)
        before = images.copy()
        for dtype in (tf.uint8, tf.float32):
            mnist.DataSet(images, labels, dtype=dtype, seed=1).next_batch(3)
        np.testing.assert_array_equal(images, before)
        assert labels.tolist() == [0, 1, 2, 3, 4]
