"""`tensorflow.contrib.learn.datasets.text_datasets`: DBpedia's titles and abstracts, 14 classes."""

from __future__ import annotations

import os
import shutil
import tarfile
import tempfile
from typing import IO

import numpy as np

from tf_spec_compat.inputs.datasets.csv_files import Datasets, load_csv_without_header, shrink_csv
from tf_spec_compat.inputs.datasets.download import MissingDataError

__all__ = ["DBPEDIA_URL", "load_dbpedia", "maybe_download_dbpedia"]

DBPEDIA_URL = "https://github.com/le-scientifique/torchDatasets/raw/master/dbpedia_csv.tar.gz"

_ARCHIVE = "dbpedia_csv.tar.gz"
_FOLDER = "dbpedia_csv"
_FAKE = os.path.join(os.path.dirname(__file__), "data")


def maybe_download_dbpedia(data_dir: str) -> None:
    """Sees to it that `data_dir/dbpedia_csv` holds `train.csv` and `test.csv`.

    Unlike contrib this downloads nothing: it unpacks `data_dir/dbpedia_csv.tar.gz` if it is there.

    Raises:
      MissingDataError: Neither the files nor the archive are there, or the archive lacks one of
        them; a `URLError`.
      OSError, EOFError, tarfile.TarError, zlib.error: The archive is none, or damaged.
    """
    folder = os.path.join(data_dir, _FOLDER)
    if not _missing(folder):
        return
    archive = os.path.join(data_dir, _ARCHIVE)
    if not os.path.exists(archive):
        raise MissingDataError(
            f"DBpedia is not under {os.path.abspath(data_dir)}, and is not downloaded from here; "
            f"fetch {DBPEDIA_URL} to {archive}, or put its train.csv and test.csv into {folder}."
        )
    os.makedirs(folder, exist_ok=True)
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            where, name = os.path.split(member.name)
            # What is sparse may say that it is larger than any disk.
            whole = member.isfile() and not member.issparse()
            content = tar.extractfile(member) if whole else None
            if content is not None and where == _FOLDER and name.endswith((".csv", ".txt")):
                _write(content, os.path.join(folder, name))
    if _missing(folder):
        raise MissingDataError(
            f"{archive} lacks {' and '.join(_missing(folder))} of {_FOLDER}; fetch {DBPEDIA_URL} "
            "again."
        )


def _missing(folder: str) -> list[str]:
    return [n for n in ("train.csv", "test.csv") if not os.path.exists(os.path.join(folder, n))]


def _write(content: IO[bytes], path: str) -> None:
    """Writes a file that is there as a whole, or not at all."""
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(path), delete=False) as file:
        try:
            shutil.copyfileobj(content, file)
            file.close()
            os.replace(file.name, path)
        except BaseException:
            file.close()
            os.unlink(file.name)
            raise


def load_dbpedia(size: str = "small", test_with_fake_data: bool = False) -> Datasets:
    """Loads DBpedia from `dbpedia_data`, in `TF_EXP_BASE_DIR` or else the working directory.

    Args:
      size: `"small"` for every thousandth row, anything else for all of them.
      test_with_fake_data: Take the few made-up rows that come with the package.

    Returns:
      `Datasets` without a validation part; `data` is `[rows, 2]`, title and abstract, `target` the
      int32 class, from 1 on.

    Raises:
      MissingDataError: The files are not there; a `URLError`.
      What `maybe_download_dbpedia` and `load_csv_without_header` raise.
    """
    folder, names = _FAKE, ["text_train.csv", "text_test.csv"]
    if not test_with_fake_data:
        data_dir = os.path.join(os.environ.get("TF_EXP_BASE_DIR", ""), "dbpedia_data")
        maybe_download_dbpedia(data_dir)
        folder, names = os.path.join(data_dir, _FOLDER), ["train.csv", "test.csv"]
        if size == "small":
            for name in names:
                shrink_csv(os.path.join(folder, name), 1000)
            names = ["train_small.csv", "test_small.csv"]
    train, test = (
        load_csv_without_header(os.path.join(folder, name), np.int32, str, target_column=0)
        for name in names
    )
    return Datasets(train=train, validation=None, test=test)
