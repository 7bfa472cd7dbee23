"""What TensorFlow reads for this package: records, vocabularies, checkpoints."""

import struct

from tests.campaigns.reader import HOSTILE, NUMBERS, Reader


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


class SavedModelFile(WithTensorFlow):
    """`saved_model.pb`, as `signatures` and `testing.read_saved_model` read it."""

    file = "saved_model.pb"

    def __init__(self, folder):
        super().__init__(folder)
        from tf_spec_compat import testing

        self._read, self.documented = testing.read_saved_model, (testing.UnreadableModelError,)
        self.path = str(folder / self.file)
        v1 = self.v1
        with self.tf.Graph().as_default(), v1.Session() as session:
            numbers, words = v1.placeholder("float32", [None, 2]), v1.sparse_placeholder("string")
            inputs = {"x": numbers, "words": words}
            builder = v1.saved_model.Builder(str(folder / "made"))
            predict = v1.saved_model.predict_signature_def(inputs, {"y": numbers * 2.0})
            builder.add_meta_graph_and_variables(session, ["serve"], {"predict": predict})
            builder.add_meta_graph(["train", "other"], {"predict": predict, "": predict})
            builder.save(as_text=self.file.endswith("txt"))
        with open(folder / "made" / self.file, "rb") as file:
            self.samples = [file.read()]

    words = (
        b"\x0a\x05",
        b"\x12\x04",
        b"\x2a\x7f",
        b"\xff" * 9 + b"\x01",
        b"\x0b" * 50,
        b"\x08\x7f",
        b"predict",
    )

    def read(self, data):
        self.write(data)
        return f"{len(self._read(str(self.folder)).graphs)} graphs"


class SavedModelText(SavedModelFile):
    """The same as text, which TensorFlow 1 wrote where it was asked to."""

    file = "saved_model.pbtxt"
    words = (
        b"meta_graphs {",
        b"signature_def {",
        b'key: "predict"',
        b"value {",
        b"inputs {",
        b"dim { size: -1 }",
        b"dtype: DT_FLOAT",
        b"}" * 3,
        b"{" * 2000,
        b"# ",
        *NUMBERS,
        *HOSTILE,
    )
