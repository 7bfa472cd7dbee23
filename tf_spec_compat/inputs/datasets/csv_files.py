"""CSV files as arrays, irises and Boston's house prices among them."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from absl import logging

__all__ = [
    "Dataset",
    "Datasets",
    "load_boston",
    "load_csv_with_header",
    "load_csv_without_header",
    "load_iris",
    "shrink_csv",
]

# The values that a header may promise; a whole file has one for two bytes or more.
_MOST_FOR_A_BYTE = 1000

_DATA = os.path.join(os.path.dirname(__file__), "data")


class Dataset(NamedTuple):
    """Examples and their labels, one row of each for one example."""

    data: Any
    target: Any


class Datasets(NamedTuple):
    """The three parts of a data set; a part that does not exist is `None`."""

    train: Any
    validation: Any
    test: Any


def load_iris(data_path: str | None = None) -> Dataset:
    """Loads Fisher's irises: 150 flowers, four measures in cm, species 0, 1 or 2.

    Args:
      data_path: Another file in the format of `load_csv_with_header`.

    Returns:
      A `Dataset` of float64 `[150, 4]` and int64 `[150]`.
    """
    path = os.path.join(_DATA, "iris.csv") if data_path is None else data_path
    return load_csv_with_header(path, target_dtype=int, features_dtype=float)


def load_boston(data_path: str | None = None) -> Dataset:
    """Loads the Boston house prices of 1978: 506 tracts, 13 features, the median price in $1000s.

    Args:
      data_path: Another file in the format of `load_csv_with_header`.

    Returns:
      A `Dataset` of float64 `[506, 13]` and float64 `[506]`.
    """
    path = os.path.join(_DATA, "boston_house_prices.csv") if data_path is None else data_path
    return load_csv_with_header(path, target_dtype=float, features_dtype=float)


def load_csv_with_header(
    filename: str, target_dtype: Any, features_dtype: Any, target_column: int = -1
) -> Dataset:
    """Loads a CSV file whose first line begins with the number of rows and of features.

    Args:
      filename: Any path that TensorFlow can read.
      target_dtype: NumPy type of the labels.
      features_dtype: NumPy type of the features. Unlike contrib, `str` keeps whole strings.
      target_column: Which column holds the labels.

    Returns:
      A `Dataset` of features `[rows, features]` and labels `[rows]`. As with contrib, rows that the
      header promises and the file lacks are zeros; here the log says so.

    Raises:
      tf.errors.NotFoundError: There is no such file.
      IndexError: A row has no `target_column`, or there are more rows than the header says.
      ValueError: The header does not begin with two numbers, or they are negative or far beyond
        what a file of this size holds; a row is of another width; a value is not of its type; the
        file is no UTF-8 text.
      OverflowError: A number is too large for its type.
      csv.Error: A field is longer than `csv.field_size_limit()`.
    """
    rows = _read_rows(filename)
    header = next(rows, [])
    try:
        n_rows, n_features = int(header[0]), int(header[1])
    except (IndexError, ValueError) as error:
        kind = IndexError if len(header) == 1 else ValueError
        raise kind(
            f"{filename} should begin with its number of rows and of features, as in '150,4', but "
            f"begins with {','.join(header)!r}; correct it, or use load_csv_without_header."
        ) from error
    if n_rows < 0 or n_features < 0:
        raise ValueError(
            f"negative dimensions are not allowed: {filename} begins with {','.join(header)!r}; "
            "give its number of rows and of features."
        )
    data, target = _split(filename, rows, target_dtype, features_dtype, target_column, n_features)
    data = data.reshape(len(target), n_features)
    missing = n_rows - len(target)
    if missing < 0:
        raise IndexError(
            f"{filename} has {len(target)} rows but its header says {n_rows}; correct it."
        )
    if missing:
        _check_promise(filename, n_rows, n_features)
        message = "%s: the header says %d rows; the last %d are missing and taken as zeros."
        logging.warning(message, filename, n_rows, missing)
        data = np.concatenate([data, np.zeros((missing, n_features), dtype=features_dtype)])
        target = np.concatenate([target, np.zeros(missing, dtype=target_dtype)])
    return Dataset(data, target)


def load_csv_without_header(
    filename: str, target_dtype: Any, features_dtype: Any, target_column: int = -1
) -> Dataset:
    """Loads a CSV file that begins with its first row.

    Args:
      filename: Any path that TensorFlow can read.
      target_dtype: NumPy type of the labels.
      features_dtype: NumPy type of the features.
      target_column: Which column holds the labels.

    Returns:
      A `Dataset` of features `[rows, columns - 1]` and labels `[rows]`.

    Raises:
      tf.errors.NotFoundError: There is no such file.
      IndexError: A row has no `target_column`.
      ValueError: A row is of another width than the first one, which contrib let pass, a value is
        not of its type, or the file is no UTF-8 text.
      OverflowError: A number is too large for its type.
      csv.Error: A field is longer than `csv.field_size_limit()`.
    """
    return _split(filename, _read_rows(filename), target_dtype, features_dtype, target_column)


def _read_rows(filename: str) -> Iterator[list[str]]:
    from tf_spec_compat._tf import tf  # data sets are imported without TensorFlow, and fast

    with tf.io.gfile.GFile(filename) as file:
        reader = csv.reader(file)
        try:
            yield from reader
        except csv.Error as error:
            raise csv.Error(f"{error}: {filename}, line {reader.line_num}; correct it.") from None


def _check_promise(filename: str, n_rows: int, n_features: int) -> None:
    """Refuses a header that would fill the memory with zeros."""
    from tf_spec_compat._tf import tf  # data sets are imported without TensorFlow, and fast

    size = tf.io.gfile.stat(filename).length
    if n_rows * (n_features + 1) > _MOST_FOR_A_BYTE * size:
        raise ValueError(
            f"{filename} has {size} bytes, and its header says that it holds {n_rows} rows of "
            f"{n_features} features; correct the header, or fetch the file again."
        )


def _split(
    filename: str,
    rows: Iterable[list[str]],
    target_dtype: Any,
    features_dtype: Any,
    target_column: int,
    n_features: int | None = None,
) -> Dataset:
    """Takes the label out of each row and checks that the rest has the same width everywhere."""
    data, target = [], []
    for number, row in enumerate(rows, start=1):
        try:
            label = row.pop(target_column)
        except IndexError:
            raise IndexError(
                f"{filename}: row {number} has no column {target_column}; it is {','.join(row)!r}. "
                "Remove empty lines, or pass another target_column."
            ) from None
        n_features = len(row) if n_features is None else n_features
        if len(row) != n_features:
            raise ValueError(
                f"{filename}: row {number} has {len(row)} features beside its label where "
                f"{n_features} are expected; correct the row, or the header if there is one."
            )
        try:
            target.append(np.asarray(label, dtype=target_dtype))
            data.append(np.asarray(row, dtype=features_dtype))
        except (OverflowError, ValueError) as error:
            raise type(error)(f"{filename}: row {number}: {error}") from error
    if not data:
        return Dataset(np.array([], dtype=features_dtype), np.array([], dtype=target_dtype))
    return Dataset(np.array(data), np.array(target))


def shrink_csv(filename: str, ratio: int) -> None:
    """Writes every `ratio`-th row of a CSV file, the first one too, to `NAME_small.EXT` beside it.

    contrib put `_small` before every dot of the path, and emptied a file without any.
    """
    from tf_spec_compat._tf import tf  # data sets are imported without TensorFlow, and fast

    stem, extension = os.path.splitext(filename)
    with tf.io.gfile.GFile(f"{stem}_small{extension}", "w") as file:
        rows = enumerate(_read_rows(filename))
        csv.writer(file).writerows(row for number, row in rows if number % ratio == 0)
