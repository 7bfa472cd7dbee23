"""`tensorflow.contrib.learn.io.pandas_io`: batches and matrices from pandas."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import estimator, silenced_deprecations

__all__ = [
    "HAS_PANDAS",
    "PANDAS_DTYPES",
    "extract_pandas_data",
    "extract_pandas_labels",
    "extract_pandas_matrix",
    "pandas_input_fn",
]

# Found but not loaded: whoever passes a DataFrame has loaded it.
HAS_PANDAS = importlib.util.find_spec("pandas") is not None

_INTS = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
_FLOATS = ("float16", "float32", "float64")
PANDAS_DTYPES = {**dict.fromkeys(_INTS, "int"), **dict.fromkeys(_FLOATS, "float"), "bool": "i"}


@silenced_deprecations()
def pandas_input_fn(
    x: Any,
    y: Any = None,
    batch_size: int = 128,
    num_epochs: int | None = 1,
    shuffle: bool = True,
    queue_capacity: int = 1000,
    num_threads: int = 1,
    target_column: str = "target",
) -> Callable[[], Any]:
    """Returns an input_fn that feeds a pandas `DataFrame` through a queue.

    It is `tf.compat.v1.estimator.inputs.pandas_input_fn`, with contrib's default of shuffling, and
    takes the strings of pandas 3 too.

    Args:
      x: A `DataFrame`; each column becomes a feature of shape `[batch_size]`.
      y: The labels: a `Series` or a `DataFrame` with the index of `x`; or `None`.
      batch_size: The number of rows in a batch.
      num_epochs: How often to go over the data; `None` for ever.
      shuffle: Whether to shuffle.
      queue_capacity: How many rows the queue holds.
      num_threads: How many threads fill the queue.
      target_column: A name for the labels that no column of `x` has.

    Returns:
      A function that returns `(features, labels)`, or the features alone if `y` is `None`.

    Raises:
      TypeError: pandas is not installed, or `x` is a `Series`; or, from the input_fn, a column's
        type is none of TensorFlow's.
      ValueError: `shuffle` is no bool, the indices differ, or `x` has a column `target_column`.
      AttributeError: `x` or `y` is not of pandas.
    """
    if _is_a("Series", x):
        raise TypeError(
            "data must be either a numpy array or pandas DataFrame if pandas is installed; got "
            "Series, pass x.to_frame()."
        )
    input_fn = estimator.inputs.pandas_input_fn(
        _with_objects(x),
        _with_objects(y),
        batch_size,
        num_epochs,
        shuffle,
        queue_capacity,
        num_threads,
        target_column,
    )
    return silenced_deprecations()(input_fn)


def extract_pandas_data(data: Any) -> Any:
    """Returns the values of a `DataFrame` of numbers as float64 `[rows, columns]`.

    What is not a `DataFrame`, a `Series` for one, is returned as it is.

    Raises:
      ValueError: A column is neither int, float nor bool.
    """
    if not _is_a("DataFrame", data):
        return data
    _check("pandas data", data)
    return data.to_numpy(dtype="float64")


def extract_pandas_matrix(data: Any) -> Any:
    """Returns the values of a `DataFrame` as `[rows, columns]`; all else as it is."""
    return data.to_numpy() if _is_a("DataFrame", data) else data


def extract_pandas_labels(labels: Any) -> Any:
    """Returns the values of a `DataFrame` of one column as `[rows, 1]`, of the column's type.

    What is not a `DataFrame`, a `Series` for one, is returned as it is.

    Raises:
      ValueError: There are several columns, or the column is neither int, float nor bool.
    """
    if not _is_a("DataFrame", labels):
        return labels
    if len(labels.columns) > 1:
        raise ValueError(
            f"Only one column for labels is allowed. Got {list(labels.columns)}; pass one of them, "
            "or use a model_fn with several heads and an input_fn."
        )
    _check("labels", labels)
    return labels.to_numpy()


def _is_a(kind: str, data: Any) -> bool:
    """Whether it is pandas' `DataFrame` or `Series`: nothing can be before pandas is loaded."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(data, getattr(pandas, kind))


def _check(what: str, frame: Any) -> None:
    wrong = [
        f"{name!r} type='{dtype}'" if what == "pandas data" else f"{name!r} type={dtype}"
        for name, dtype in zip(frame.columns, frame.dtypes)
        if str(dtype) not in PANDAS_DTYPES
    ]
    if wrong:
        raise ValueError(
            f"Data types for extracting {what} must be int, float, or bool. Found: "
            f"{', '.join(wrong)}; convert them with DataFrame.astype, or use pandas_input_fn and "
            "feature columns."
        )


def _with_objects(data: Any) -> Any:
    """Turns strings that are not objects, as pandas 3 has them, into such; all else stays."""
    if _is_a("Series", data):
        return data.astype(object) if _is_string(data.dtype) else data
    if _is_a("DataFrame", data) and any(map(_is_string, data.dtypes)):
        return data.astype(dict.fromkeys(data.columns[data.dtypes.map(_is_string)], object))
    return data


def _is_string(dtype: Any) -> bool:
    return isinstance(dtype, sys.modules["pandas"].StringDtype)
