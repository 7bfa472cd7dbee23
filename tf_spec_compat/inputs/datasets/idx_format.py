"""MNIST's file format: gzipped IDX files as NumPy arrays."""

from __future__ import annotations

import gzip
import math
from typing import IO, Any

import numpy as np
from absl import logging

__all__ = ["dense_to_one_hot", "extract_images", "extract_labels"]

_PIECE = 1 << 20


def dense_to_one_hot(labels_dense: Any, num_classes: int) -> Any:
    """Turns class numbers into rows of zeros with a one.

    Args:
      labels_dense: Integer array `[n]` or `[n, 1]`.
      num_classes: Width of the result.

    Returns:
      A float64 array `[n, num_classes]`.

    Raises:
      IndexError: A label is not in `[0, num_classes)`; contrib put some of those in another row.
    """
    labels = labels_dense.ravel()
    if labels.size and not (labels.min() >= 0 and labels.max() < num_classes):
        raise IndexError(
            f"labels must lie between 0 and num_classes - 1 = {num_classes - 1}, but go from "
            f"{labels.min()} to {labels.max()}."
        )
    return np.eye(num_classes)[labels]


def extract_images(f: IO[bytes]) -> Any:
    """Reads a gzipped IDX file of images.

    Args:
      f: The file, open for reading bytes.

    Returns:
      A uint8 array `[n, rows, columns, 1]`.

    Raises:
      ValueError: The file is of another kind, or shorter than it says.
      OSError, EOFError, zlib.error: It is no gzip file, or a damaged one.
    """
    return _read_idx(f, 2051, "image", 3)[..., np.newaxis]


def extract_labels(f: IO[bytes], one_hot: bool = False, num_classes: int = 10) -> Any:
    """Reads a gzipped IDX file of labels.

    Args:
      f: The file, open for reading bytes.
      one_hot: Return rows of zeros with a one.
      num_classes: Width of those rows.

    Returns:
      A uint8 array `[n]`, or a float64 one `[n, num_classes]`.

    Raises:
      ValueError: The file is of another kind, or shorter than it says.
      OSError, EOFError, zlib.error: It is no gzip file, or a damaged one.
    """
    labels = _read_idx(f, 2049, "label", 1)
    return dense_to_one_hot(labels, num_classes) if one_hot else labels


def _read_idx(f: IO[bytes], magic: int, what: str, rank: int) -> Any:
    logging.info("Extracting %s", f.name)
    with gzip.GzipFile(fileobj=f) as file:
        header = file.read(4 + 4 * rank).ljust(16, b"\0")
        found, *shape = np.frombuffer(header, dtype=">u4").tolist()
        if found != magic:
            raise ValueError(
                f"Invalid magic number {found} in MNIST {what} file: {f.name} must begin with "
                f"{magic}. Are the names of the images' and the labels' file interchanged?"
            )
        size = math.prod(shape[:rank])
        # In pieces: one read would take the memory that the header asks for, whatever the file has.
        content = bytearray()
        while len(content) < size and (piece := file.read(min(size - len(content), _PIECE))):
            content += piece
    if len(content) < size:
        raise ValueError(
            f"{f.name} says that it holds {size} bytes of {what}s but has only {len(content)}; "
            "fetch it again."
        )
    return np.frombuffer(bytes(content), dtype=np.uint8).reshape(shape[:rank])
