"""What reads data sets."""

import csv
import gzip
import io
import os
import struct
import tarfile
import zlib

import numpy as np

from tests.campaigns.reader import HOSTILE, NUMBERS, Reader


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
