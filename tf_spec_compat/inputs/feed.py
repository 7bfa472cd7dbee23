"""Parts of the feeders of `data_feeder`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1

__all__ = [
    "Feeder",
    "as_array",
    "check_batch_size",
    "column",
    "each",
    "flat",
    "is_dask",
    "label_dtype",
    "label_shape",
    "one_hot",
    "peek",
    "stacked_batches",
]


def is_dask(data: Any) -> bool:
    """Whether data is of dask."""
    return type(data).__module__.partition(".")[0] in ("dask", "dask_expr")


def check_batch_size(batch_size: int | None) -> None:
    """Raises a `ValueError` for a batch size that is no positive number."""
    if batch_size is not None and batch_size <= 0:
        raise ValueError(f"Invalid batch_size {batch_size!r}: it must be positive, or None.")


def as_array(data: Any) -> Any:
    """Returns data as an array."""
    return data if isinstance(data, np.ndarray) else np.asarray(data)


def column(data: Any) -> Any:
    """Gives examples that are numbers a dimension of their own."""
    return data.reshape(-1, 1) if data.ndim == 1 else data


def flat(data: Any) -> Any:
    """Takes the second dimension of labels away where it is 1."""
    return data.reshape(-1) if data.ndim == 2 and data.shape[1] == 1 else data


def each(function: Callable[..., Any], data: Any, *others: Any) -> Any:
    """Applies a function to data, or to each of a dict, with what other dicts have for it."""
    if not isinstance(data, dict):
        return function(data, *others)
    return {
        key: function(
            value, *(other.get(key) if isinstance(other, dict) else other for other in others)
        )
        for key, value in data.items()
    }


def label_dtype(data: Any, n_classes: Any, in_dict: bool, given: bool) -> Any:
    """Labels keep their dtype; in a dict with numbers of classes, or with none, they are floats."""
    if (n_classes is not None and n_classes < 2) or (in_dict and given):
        return np.dtype(np.float32)
    return data.dtype


def one_hot(labels: Any, n_classes: Any, dtype: Any) -> Any:
    """Makes vectors of class numbers where there are classes."""
    if n_classes is None or n_classes < 2:
        return labels.astype(dtype, copy=False)
    return np.eye(n_classes, dtype=dtype)[labels.astype(np.int64)]


def _placeholder(name: str, dtype: Any, shape: Any) -> Any:
    kind = tf.string if np.dtype(dtype).kind in "SUO" else tf.as_dtype(dtype)
    return tf1.placeholder(kind, [None, *shape], name=name)


def _placeholders(name: str, dtypes: Any, shapes: Any) -> Any:
    if not isinstance(dtypes, dict):
        return _placeholder(name, dtypes, shapes)
    return {key: _placeholder(f"{name}_{key}", dtypes[key], shapes[key]) for key in dtypes}


class Feeder:
    """Placeholders for features and labels, and the names to feed them by."""

    _input_dtype: Any
    _output_dtype: Any
    _input_shape: Any
    _output_shape: Any
    _has_labels: bool

    @property
    def input_dtype(self) -> Any:
        """The numpy dtype of the features, a dict of them where the features are one."""
        return self._input_dtype

    @property
    def output_dtype(self) -> Any:
        """The numpy dtype of the labels, likewise; float32 without labels."""
        return self._output_dtype

    def __init__(self) -> None:
        self._input_placeholder: Any = None
        self._output_placeholder: Any = None

    def input_builder(self) -> tuple[Any, Any]:
        """Makes placeholders in the default graph.

        Returns:
          Those of the features and of the labels, each a placeholder of shape `[None, ...]` or a
          dict of them; None without labels.
        """
        outputs = None
        if self._has_labels:
            outputs = _placeholders("output", self.output_dtype, self._output_shape)
        inputs = _placeholders("input", self.input_dtype, self._input_shape)
        self.set_placeholders(inputs, outputs)
        return inputs, outputs

    def set_placeholders(self, input_placeholder: Any, output_placeholder: Any) -> None:
        """Sets the placeholders that are fed."""
        self._input_placeholder = input_placeholder
        self._output_placeholder = output_placeholder

    def _feed(self, feed: dict[str, Any], placeholder: Any, values: Any) -> None:
        if isinstance(placeholder, dict):
            for key, part in placeholder.items():
                feed[part.name] = values[key]
        elif placeholder is not None:
            feed[placeholder.name] = values


def label_shape(shape: Any, n_classes: Any) -> Any:
    """Returns the shape of a batch of labels, with a place for each class of several."""
    shape = () if shape == (1,) else shape
    return shape + ((n_classes,) if (n_classes or 0) > 1 else ())


def peek(iterator: Iterator[Any]) -> tuple[Any, Iterator[Any]]:
    """Returns the first item, and an iterator of all items."""
    first = next(iterator)

    def again() -> Iterator[Any]:
        yield first
        yield from iterator

    return first, again()


def stacked_batches(examples: Iterator[Any], batch_size: int | None) -> Iterator[Any]:
    """Stacks examples, or those of each key, to arrays."""
    batch: list[Any] = []
    for example in examples:
        batch.append(example)
        if len(batch) == batch_size:
            yield _stack(batch)
            batch = []
    if batch:
        yield _stack(batch)


def _stack(batch: list[Any]) -> Any:
    if isinstance(batch[0], dict):
        return {key: np.stack([example[key] for example in batch]) for key in batch[0]}
    return np.stack(batch)
