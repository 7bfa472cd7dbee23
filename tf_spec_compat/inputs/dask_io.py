"""`tensorflow.contrib.learn.io.dask_io`: data and labels from dask."""

from __future__ import annotations

import importlib.util
import itertools
import sys
from typing import Any

__all__ = ["HAS_DASK", "extract_dask_data", "extract_dask_labels"]

# Found but not loaded: whoever passes data of dask has loaded it.
HAS_DASK = importlib.util.find_spec("dask") is not None


def extract_dask_data(data: Any) -> Any:
    """Numbers the rows of a dask `DataFrame` or `Series`, which computes the partitions' sizes.

    Differs from contrib: this works with a dask of today, and without dask, where contrib ended in
    a `NameError`.

    Returns:
      The same data with the index 0, 1, 2, ... and the divisions that belong to it. What is not of
      dask is returned as it is.
    """
    return _numbered(data) if _is_dask(data) else data


def extract_dask_labels(labels: Any) -> Any:
    """Numbers the rows of labels as `extract_dask_data` does for data.

    Raises:
      ValueError: It is a dask `DataFrame` of several columns.
    """
    if not _is_dask(labels):
        return labels
    columns = list(getattr(labels, "columns", ())) if labels.ndim > 1 else ()
    if len(columns) > 1:
        raise ValueError(f"Only one column for labels is allowed. Got {columns}; pass one of them.")
    return _numbered(labels)


def _is_dask(data: Any) -> bool:
    frames = sys.modules.get("dask.dataframe")
    return frames is not None and isinstance(data, (frames.DataFrame, frames.Series))


def _numbered(data: Any) -> Any:
    frames = sys.modules["dask.dataframe"]
    import dask

    parts = data.to_delayed()
    sizes = dask.compute(*[dask.delayed(len)(part) for part in parts])
    filled = [(part, size) for part, size in zip(parts, sizes) if size]
    if not filled:
        return data
    ends = list(itertools.accumulate(size for _, size in filled))
    starts = [0, *ends[:-1]]
    number = dask.delayed(_with_index)
    rows = [number(part, start, end) for (part, _), start, end in zip(filled, starts, ends)]
    divisions = (*starts, ends[-1] - 1)
    return frames.from_delayed(rows, meta=_with_index(data._meta, 0, 0), divisions=divisions)


def _with_index(part: Any, start: int, end: int) -> Any:
    return part.set_axis(range(start, end), axis=0)
