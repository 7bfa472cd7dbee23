"""What reads text or files in this package, for `tests/campaigns/fuzz.py`.

A reader has right `samples`, `words` of which inputs are made up, the exceptions that are
`documented`, and reads bytes: `read` gives the name of what came of it.
"""

import abc
import csv
import gzip
import io
import json
import pickle
import struct
import tarfile
import zlib

import numpy as np

from tests.campaigns import mutation

NUMBERS = [
    b"0",
    b"1",
    b"-1",
    b"1e400",
    b"nan",
    b"9" * 25,
    b"9" * 400,
    b"9" * 5000,
    b"0x10",
    "٣".encode(),
]
HOSTILE = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\x1a", b"\\", b"'", b'"', b"../", b" "]
CODE = [b"__import__('os').system('true')", b"!!python/object/apply:os.system ['true']", b"%s{0}"]


class Reader(abc.ABC):
    """One that reads bytes; `folder` is for its files."""

    samples = ()
    words = ()
    documented = ()
    cpu_seconds = 1  # more for an input are a problem

    def __init__(self, folder):
        self.folder, self.path = folder, str(folder / "file")

    def generated(self, source):
        """Returns an input of the words in random order."""
        return mutation.joined(self.words, source)

    @abc.abstractmethod
    def read(self, data):
        """Reads an input; gives the name of what came of it."""

    def write(self, data):
        with open(self.path, "wb") as file:
            file.write(data)
        return self.path


class Pickles(Reader):
    """`VocabularyProcessor.restore`."""

    documented = (pickle.UnpicklingError,)

    def __init__(self, folder):
        super().__init__(folder)
        from tests.campaigns import hostile_pickles

        self._own = hostile_pickles
        self.samples, self.words = [hostile_pickles.good()], hostile_pickles.NAMES

    def generated(self, source):
        return self._own.generated(source)

    def read(self, data):
        restored = self._own.VocabularyProcessor.restore(self.write(data))
        return type(restored).__name__


def json_text(source, names, values, depth=3):
    """Returns a JSON object, mostly a right one, of some of the names."""

    def value():
        if depth and source.random() < 0.4:
            return json_text(source, names, values, depth - 1)
        return source.choice([b"null", b"true", b"NaN", b"[]", b"[1,null]", *values])

    chosen = source.sample(names, source.randrange(4))
    return b"{" + b",".join(name + b":" + value() for name in chosen) + b"}"


class HParamsText(Reader):
    """`HParams.parse`."""

    samples = (
        b"rate=0.1,steps=100,name=relu,deep=true,sizes=[1,2,3]",
        b"sizes=[ 4 , 5 ],names=[a,b],rate=1e-3",
        b"names=[x],deep=0,steps=-1",
    )
    words = (
        *(b"rate=|steps=|name=|deep=|sizes=|names=|none=|[|]|[1]=|,|=|true|False|relu".split(b"|")),
        *NUMBERS,
        *HOSTILE,
        *CODE,
    )
    documented = (ValueError, TypeError)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.extras.training.hparam import HParams

        self._class = HParams

    def make(self):
        return self._class(
            rate=0.5, steps=1, name="a", deep=False, sizes=[1], names=["a", "b"], none=None
        )

    def read(self, data):
        made = self.make()
        self.give(made, data.decode("utf-8", "surrogateescape"))
        self.check(made)
        return "read"

    def give(self, hparams, text):
        hparams.parse(text)

    def check(self, hparams):
        """What was taken has the type that it had."""
        for name, value in hparams.values().items():
            kind = type(getattr(self.make(), name))
            assert isinstance(value, kind) or name == "none", (name, value)


class HParamsJson(HParamsText):
    """`HParams.parse_json`, and with it `override_from_dict`."""

    samples = (
        b'{"rate": 0.1, "steps": 100, "name": "relu", "deep": true, "sizes": [1, 2]}',
        b'{"names": ["a", "b"], "none": {"x": [1, null]}, "rate": 1}',
    )
    words = (
        *(b'{|}|[|]|:|,|"rate"|"steps"|"name"|"deep"|"sizes"|"none"|true|null|"a"|NaN'.split(b"|")),
        b"[" * 10000,
        b'{"none":' * 10000,
        *NUMBERS,
        *HOSTILE,
    )
    documented = (ValueError, KeyError, AttributeError, OverflowError)

    def generated(self, source):
        return json_text(source, self.words[6:12], [b'"a"', b'["a"]', b"[1]", *NUMBERS])

    def give(self, hparams, text):
        hparams.parse_json(text)


class TFConfig(Reader):
    """`RunConfig()` with a `TF_CONFIG`."""

    samples = (
        json.dumps(
            {
                "cluster": {"master": ["a:1"], "ps": ["b:1", "c:2"], "worker": ["d:1", "e:1"]},
                "task": {"type": "worker", "index": 1},
                "environment": "cloud",
                "model_dir": "/tmp/x",
            }
        ).encode(),
        b'{"cluster": {"ps": {"0": "a:1"}}, "task": {"type": "ps", "index": "0"}}',
        b"{}",
    )
    words = (
        *(b'{|}|[|]|:|,|"cluster"|"task"|"type"|"index"|"environment"|"service"'.split(b"|")),
        *(b'"model_dir"|"worker"|"ps"|"master"|"chief"|"a:1"|null|true'.split(b"|")),
        b"[" * 10000,
        b'{"task":' * 10000,
        *NUMBERS,
        *HOSTILE[1:],  # an environment variable has no zero byte
    )
    documented = (ValueError, AttributeError, TypeError, OverflowError)

    def __init__(self, folder):
        super().__init__(folder)
        import os

        from tf_spec_compat.contrib import learn

        # Behind the back of the C library, which keeps for ever all that it was ever given.
        self._class, self._environment = learn.RunConfig, os.environ._data
        self._values = [b'"a:1"', b'"worker"', b'"ps"', b'["a:1"]', *NUMBERS]

    def generated(self, source):
        return json_text(source, self.words[6:18], self._values)

    def read(self, data):
        self._environment[b"TF_CONFIG"] = data.replace(b"\0", b"0")
        config = self._class()
        return "chief" if config.is_chief else "member"


class Csv(Reader):
    """`load_csv_without_header`."""

    samples = (
        b"1,2.5,3\n4,5,6\n7,8,9\n",
        b'"1",2,0\r\n-3e5,"4",1\r\n',
    )
    words = (b",", b"\n", b"\r\n", b"1", b"2.5", b'"', b'""', b"x" * 140000, *NUMBERS, *HOSTILE)
    documented = (ValueError, IndexError, OverflowError, csv.Error)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.contrib.learn.python.learn.datasets import base

        self._base = base

    def read(self, data):
        self._base.load_csv_without_header(self.write(data), np.int32, np.float64)
        return "read"


class CsvWithHeader(Csv):
    """`load_csv_with_header`, which `load_iris` and `load_boston` call."""

    samples = (b"3,2,a,b\n1,2.5,3\n4,5,6\n7,8,9\n", b"2,1\n1,0\n2,1\n")
    words = (b"99999999999,4\n", b"3,99999999999\n", b"-3,-3\n", b"0,0\n", b"2,1\n", *Csv.words)

    def read(self, data):
        self._base.load_csv_with_header(self.write(data), np.int64, str)
        self._base.load_csv_with_header(self.path, np.int32, np.float32, target_column=0)
        return "read"


class Idx(Reader):
    """`mnist.extract_images` and `extract_labels`, gzip and what is in it."""

    samples = (
        struct.pack(">IIII", 2051, 2, 2, 3) + bytes(12),
        struct.pack(">II", 2049, 3) + b"\1\2\3",
        gzip.compress(struct.pack(">II", 2049, 3) + b"\1\2\3", 1, mtime=0),
    )
    words = tuple(
        struct.pack(">I", number) for number in (0, 1, 2, 2049, 2051, 0x7FFFFFFF, 0xFFFFFFFF)
    )
    documented = (ValueError, OSError, EOFError, zlib.error)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.contrib.learn.python.learn.datasets import mnist

        self._mnist = mnist

    def read(self, data):
        # What begins as gzip does is the archive itself, the rest is what one holds.
        self.write(data if data.startswith(b"\x1f\x8b") else gzip.compress(data, 1, mtime=0))
        refusals = []
        for extract in (self._mnist.extract_labels, self._mnist.extract_images):
            with open(self.path, "rb") as file:
                try:
                    extract(file)
                except ValueError as error:
                    refusals.append(error)
        if len(refusals) == 2:
            raise refusals[0]
        return "read"


class Archive(Reader):
    """`load_dbpedia`'s archive."""

    documented = (*Csv.documented, OSError, EOFError, zlib.error, tarfile.TarError)

    def __init__(self, folder):
        super().__init__(folder)
        import os

        from tf_spec_compat.contrib.learn.python.learn.datasets import text_datasets

        self._read = text_datasets.load_dbpedia
        os.environ["TF_EXP_BASE_DIR"] = str(folder)
        (folder / "dbpedia_data").mkdir()
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as tar:
            for name in ("train.csv", "test.csv", "../up.csv", "../../../up.csv"):
                member = tarfile.TarInfo(f"dbpedia_csv/{name}")
                member.size = 16
                tar.addfile(member, io.BytesIO(b'1,"a","b c"\n2,d\n'))
            link = tarfile.TarInfo("dbpedia_csv/train.csv")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(link)
        good = io.BytesIO()
        with tarfile.open(fileobj=good, mode="w") as tar:
            for name in ("train.csv", "test.csv"):
                member = tarfile.TarInfo(f"dbpedia_csv/{name}")
                member.size = 12
                tar.addfile(member, io.BytesIO(b'1,"a","b c"\n'))
        self.samples = [good.getvalue()]
        self.words = [good.getvalue()[:512], out.getvalue(), out.getvalue()[2048:2560], b"\0" * 512]

    def read(self, data):
        import shutil

        shutil.rmtree(self.folder / "dbpedia_data" / "dbpedia_csv", ignore_errors=True)
        compressed = gzip.compress(data, 1, mtime=0)
        (self.folder / "dbpedia_data" / "dbpedia_csv.tar.gz").write_bytes(compressed)
        self._read()
        return "read"


PROGRAM = b"""# coding: utf-8
import tensorflow as tf
from tensorflow.contrib import learn, layers as L
from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib

class Net(object):
    loss = property(lambda self: tf.losses.log_loss(self.y, [x for x in self.z if x]))

def model_fn(features, labels, mode, params=None, *args, **kwargs):
    with tf.variable_scope("a") as scope:
        logits = L.fully_connected(features, 10, activation_fn=None)
    try:
        return learn.ModelFnOps(mode, {"p": logits}, tf.reduce_sum(logits), None)
    except (ValueError, TypeError) as error:
        raise KeyError("%s" % error)

if __name__ == "__main__":
    learn.learn_runner.run(lambda run_config, hparams: None, "dir")
"""


class Programs(Reader):
    """What `check` reads: a source, its syntax tree, and what its names stand for."""

    samples = (
        PROGRAM,
        b"\xef\xbb\xbf" + PROGRAM.replace(b"\n", b"\r\n"),
        b"import urllib2\n" + PROGRAM.replace(b"raise ", b"print 'a', 0777;raise "),
    )
    cpu_seconds = 10  # fissix has a look at what is no Python 3
    words = (
        *PROGRAM.split(b"\n"),
        *(b"    |print 'a'|exec 'b'|0777|`x`|import tensorflow as tf|global tf|del tf".split(b"|")),
        *(b"# coding: latin-1|# coding: nosuch|# coding: rot13|lambda:|await|yield|*".split(b"|")),
        b"tf = getattr(tf, 'contrib')",
        b"from . import x",
        b"from tensorflow import *",
        b"(" * 500,
        b"-" * 20000,
        b"tf" + b".contrib" * 50,  # fissix takes n**3 for n attributes in a row: 2 s for 200
        *HOSTILE,
    )

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.migrate import analysis, sources

        self._analyze, self._read = analysis.analyze, sources.read
        self.documented = (sources.Unreadable,)
        self.path = str(folder / "program.py")

    def generated(self, source):
        lines = source.choices(self.words, k=source.randrange(30))
        return source.choice((b"\n", b"\n", b"\n    ", b" ")).join(lines)

    def read(self, data):
        source = self._read(self.write(data))
        tree, _ = source.parse()
        found = self._analyze(source.text, source.path, tree=tree)
        for line, *_ in found.names:
            source.place(line)
        return "names" if found.names else "no names"


class Notebooks(Programs):
    """The same of a notebook."""

    words = (
        *(b'{|}|[|]|:|,|"cells"|"cell_type"|"source"|"input"|"worksheets"|"code"'.split(b"|")),
        b'{"cell_type":"code","source":["%%time\\n","!pip install x\\\\\\n","y\\n","import z"]}',
        b'{"cell_type":"code","input":"x = %magic y?\\nimport tensorflow"}',
        *(b'"%matplotlib"|"!ls"|"x?"|null|1|"a\\nb"|"(\\n% b)"|"markdown"|"\\ud800"'.split(b"|")),
        b"[" * 10000,
        *HOSTILE,
    )

    def __init__(self, folder):
        super().__init__(folder)
        self.path = str(folder / "notebook.ipynb")
        lines = PROGRAM.decode().splitlines(keepends=True)
        code = {"cell_type": "code", "metadata": {}, "outputs": []}
        cells = [
            {"cell_type": "markdown", "source": ["# Title"]},
            {**code, "source": ["%matplotlib inline\n", "!pip install a \\\n", "  b\n", *lines]},
            {**code, "source": "%%bash\nls"},
            {**code, "input": "x = !ls\ntf.contrib.learn?"},
        ]
        old = {"worksheets": [{"cells": cells[1:]}], "nbformat": 3}
        python2 = {"cells": [{**code, "source": "import urllib2\nprint urllib2"}]}
        self.samples = [json.dumps(one).encode() for one in ({"cells": cells}, old, python2)]

    def generated(self, source):
        names, values = self.words[6:11], [*self.words[11:25]]
        cells = [json_text(source, names, values, 2) for _ in range(source.randrange(4))]
        made = b"[" + b",".join([*cells, *source.choices(values, k=source.randrange(2))]) + b"]"
        name = source.choice((b"cells", b"cells", b"worksheets"))
        return b'{"%s":%s}' % (name, made)


class WithTensorFlow(Reader):
    """One whose errors are TensorFlow's."""

    def __init__(self, folder):
        super().__init__(folder)
        import tensorflow as tf

        self.tf, self.v1 = tf, tf.compat.v1
        self.documented = (*self.documented, tf.errors.OpError)


def record(data):
    """A record of a TFRecord file, with right checksums."""

    def masked(data):
        crc = _crc32c(data)
        return struct.pack("<I", (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF)

    length = struct.pack("<Q", len(data))
    return length + masked(length) + data + masked(data)


def _crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = (byte >> 1) ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


_CRC = _crc_table()


def _crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = (crc >> 8) ^ _CRC[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


class TFRecords(WithTensorFlow):
    """`tf.python_io.tf_record_iterator`, as programs call it."""

    samples = (record(b"one") + record(b"") + record(b"x" * 100), b"")
    words = (record(b""), record(b"a"), b"\xff" * 8, b"\0" * 8, struct.pack("<Q", 1 << 40))

    def read(self, data):
        return f"{len(list(self.v1.io.tf_record_iterator(self.write(data)))) > 0}"


class RecordFeatures(WithTensorFlow):
    """`learn.read_batch_features`: files, queues and `tf.Example`s."""

    # TensorFlow's own: its message quotes a record that cannot be parsed, which may be no UTF-8.
    documented = (UnicodeDecodeError,)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.contrib import learn

        tf = self.tf
        feature = tf.train.Feature
        values = {
            "x": feature(float_list=tf.train.FloatList(value=[1.0, 2.0])),
            "n": feature(int64_list=tf.train.Int64List(value=[3])),
            "s": feature(bytes_list=tf.train.BytesList(value=[b"word", b""])),
        }
        example = tf.train.Example(features=tf.train.Features(feature=values))
        self.samples = [example.SerializeToString()]
        self.words = [
            b"\x0a\x05",
            b"\x12\x04",
            b"\xff" * 9 + b"\x01",
            b"\x0b" * 50,
            b"\x01x",
            b"\0",
        ]
        self.write(record(self.samples[0]))
        with tf.Graph().as_default() as self._graph:
            batch = learn.read_batch_features(
                self.path,
                2,
                {
                    "x": tf.io.FixedLenFeature([2], tf.float32),
                    "n": tf.io.FixedLenFeature([], tf.int64, default_value=0),
                    "s": tf.io.VarLenFeature(tf.string),
                },
                self.v1.TFRecordReader,
                randomize_input=False,
                num_epochs=1,
                queue_capacity=4,
                reader_num_threads=1,
                num_enqueue_threads=1,
            )
            self._batch = batch
            self._start = [
                self.v1.global_variables_initializer(),
                self.v1.local_variables_initializer(),
            ]

    def read(self, data):
        # An odd length: the record itself is altered, else what it holds.
        self.write(record(data) if len(data) % 2 == 0 else record(b"")[:8] + data)
        v1 = self.v1
        with v1.Session(graph=self._graph) as session:
            session.run(self._start)
            coordinator = v1.train.Coordinator()
            threads = v1.train.start_queue_runners(session, coordinator)
            try:
                session.run(self._batch)
            finally:
                coordinator.request_stop()
                # The queue's own error is the one that counts; it was raised by `run`.
                coordinator.join(threads, stop_grace_period_secs=30, ignore_live_threads=False)
        return "read"


class Vocabulary(WithTensorFlow):
    """`sparse_column_with_vocabulary_file`'s table: a file of words, the line is the number."""

    # TensorFlow's own: its message quotes a word that is there twice, which may be no UTF-8.
    documented = (UnicodeDecodeError,)

    samples = (b"a\nb\nc\n", b"one\r\ntwo\r\nthree", "é\n語\n".encode())
    words = (b"\n", b"\r\n", b"a", b"a\na\n", b"x" * 100000, *HOSTILE, *NUMBERS)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.contrib import lookup

        self.write(self.samples[0])
        with self.tf.Graph().as_default() as self._graph:
            words = self.tf.constant(["a", "b", "nothing"])
            found = [
                lookup.index_table_from_file(self.path, num_oov_buckets=1, default_value=-1),
                lookup.index_table_from_file(self.path, vocab_size=2),
                lookup.string_to_index_table_from_file(self.path),
            ]
            self._found = [table.lookup(words) for table in found]
            self._start = self.v1.tables_initializer()

    def read(self, data):
        self.write(data)
        with self.v1.Session(graph=self._graph) as session:
            session.run(self._start)
            found = session.run(self._found)
        # Of a file of n words, a number is less than n, or that of the bucket for other words.
        assert max(found[0]) <= data.count(b"\n") + 2, found
        assert max(found[1]) < 2, found
        return "read"


class CheckpointState(WithTensorFlow):
    """The `checkpoint` file of a folder, as `fit`, `latest_checkpoint` and `load_*` read it."""

    documented = (ValueError,)

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat.contrib import framework, learn

        self._framework = framework
        self.path = str(folder / "checkpoint")
        with self.tf.Graph().as_default(), self.v1.Session() as session:
            weight = self.v1.get_variable("weight", [2], initializer=self.v1.ones_initializer())
            session.run(weight.initializer)
            self.v1.train.Saver([weight]).save(session, str(folder / "model.ckpt"), 1)
        with open(self.path, "rb") as file:
            one = file.read()
        self.samples = [
            one + b'all_model_checkpoint_paths: "model.ckpt-0"\nlast_preserved_timestamp: 1.5\n',
            one,
        ]
        self.words = [
            b"model_checkpoint_path: ",
            b"all_model_checkpoint_paths: ",
            b"all_model_checkpoint_timestamps: ",
            b'"model.ckpt-1"\n',
            b'"/etc/passwd"\n',
            b'"gs://bucket/a"\n',
            b'"\\377\\0"',
            b'"' + b"../" * 2000 + b'"',
            b"{" * 2000,
            *NUMBERS,
            *HOSTILE,
        ]
        self._estimator = learn.Estimator(lambda features: None, model_dir=str(folder))

    def read(self, data):
        self.write(data)
        found = self.v1.train.latest_checkpoint(str(self.folder))
        names = [name for name, _ in self._framework.list_variables(str(self.folder))]
        assert names == ["weight"], names
        self._framework.load_variable(str(self.folder), "weight")
        assert self._estimator.get_variable_names() == ["weight"]
        return "latest" if found else "none"


class CheckpointIndex(WithTensorFlow):
    """The index and the data of a checkpoint, as `load_variable` reads them."""

    # MemoryError is TensorFlow's own: it makes room for what an index says before it looks.
    documented = (ValueError, RuntimeError, IndexError, MemoryError)

    def __init__(self, folder):
        super().__init__(folder)
        state = CheckpointState(folder)
        self._framework = state._framework
        self.path = str(folder / "model.ckpt-1.index")
        with open(self.path, "rb") as file:
            self.samples = [file.read()]
        self.words = [b"\xff" * 8, b"\0" * 8, b"weight", b"\x57\xfb\x80\x8b\x24\x75\x47\xdb"]

    def read(self, data):
        self.write(data)
        for name, _ in self._framework.list_variables(str(self.folder)):
            self._framework.load_variable(str(self.folder), name)
        return "read"


KINDS = {
    "pickles": Pickles,
    "hparams": HParamsText,
    "hparams_json": HParamsJson,
    "tf_config": TFConfig,
    "csv": Csv,
    "csv_with_header": CsvWithHeader,
    "idx": Idx,
    "archives": Archive,
    "tfrecords": TFRecords,
    "record_features": RecordFeatures,
    "vocabularies": Vocabulary,
    "checkpoint_states": CheckpointState,
    "checkpoint_indices": CheckpointIndex,
    "programs": Programs,
    "notebooks": Notebooks,
}
