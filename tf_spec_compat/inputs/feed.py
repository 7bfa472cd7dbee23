"""Batches of arrays and iterators, and the placeholders that they are fed to."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1

__all__ = [
    "Feeder",
    "as_column",
    "as_labels",
    "check_batch_size",
    "check_examples",
    "each",
    "peek",
    "stacked_batches",
]


def check_batch_size(batch_size: int | None) -> None:
    """Raises TypeError or ValueError unless the size is a positive integer, or None."""
    if batch_size is not None and not hasattr(batch_size, "__index__"):
        raise TypeError(f"batch_size must be a positive integer or None, got {batch_size!r}.")
    if batch_size is not None and batch_size <= 0:
        raise ValueError(f"Invalid batch_size {batch_size!r}: it must be positive, or None.")


def check_examples(name: str, data: Any) -> None:
    """Checks that data is something of which a feeder can take examples.

    Raises:
      AttributeError: If it, or one of a dict, is no array and nothing that numpy makes one of.
      IndexError: If it is an array without a dimension, or a dict with nothing in it.
    """
    expected = f"{name} must be an array of shape [examples, ...] or a dict of them"
    if isinstance(data, dict) and not data:
        raise IndexError(f"{expected}, got an empty dict.")
    for value in data.values() if isinstance(data, dict) else [data]:
        if np.ndim(value) == 0:
            kind = IndexError if hasattr(value, "dtype") else AttributeError
            raise kind(f"{expected}, got {value!r}; for other input pass an input_fn.")


def as_column(data: Any) -> Any:
    """Makes an array of data; examples that are numbers get a dimension of their own."""
    data = np.asanyarray(data)
    return data.reshape(-1, 1) if data.ndim == 1 else data


def as_labels(data: Any) -> Any:
    """Makes an array of labels, without the second dimension where that is 1."""
    data = np.asanyarray(data)
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


def peek(iterator: Iterator[Any]) -> tuple[Any, Iterator[Any]]:
    """Returns the first item, and an iterator that has it still."""
    first = next(iterator)
    return first, itertools.chain([first], iterator)


def stacked_batches(examples: Iterator[Any], batch_size: int | None) -> Iterator[Any]:
    """Stacks examples, or those of each key, to arrays; without a size, all of them."""
    while batch := list(itertools.islice(examples, batch_size)):
        if isinstance(batch[0], dict):
            yield {key: np.stack([example[key] for example in batch]) for key in batch[0]}
        else:
            yield np.stack(batch)


class Feeder:
    """Features and labels, their placeholders, and the names to feed them by."""

    _shuffle = False

    def __init__(self, x: Any, y: Any, n_classes: Any, batch_size: int | None) -> None:
        check_batch_size(batch_size)
        self._x, self._y = x, y
        self._batch_size = batch_size or 1
        self.n_classes = n_classes
        self._input_placeholder: Any = None
        self._output_placeholder: Any = None
        self._epoch_placeholder: Any = None
        self._output_dtype: Any = np.float32

    def _describe(self, x: Any, y: Any, label_dtype: Callable[[Any, Any], Any]) -> None:
        """Takes shapes and dtypes from a batch; those of labels depend on their classes."""
        self._input_shape = each(lambda data: data.shape[1:], x)
        self._input_dtype = each(lambda data: data.dtype, x)
        if y is not None:
            self._output_dtype = each(label_dtype, y, self.n_classes)
            self._output_shape = each(
                lambda data, n: data.shape[1:] + ((n,) if (n or 0) > 1 else ()), y, self.n_classes
            )

    @property
    def x(self) -> Any:
        """The features."""
        return self._x

    @property
    def y(self) -> Any:
        """The labels."""
        return self._y

    @property
    def shuffle(self) -> bool:
        """Whether examples are shuffled; an iterator has its own order."""
        return self._shuffle

    @property
    def batch_size(self) -> int:
        """How many examples make a batch."""
        return self._batch_size

    @property
    def input_dtype(self) -> Any:
        """The numpy dtype of the features, a dict of them where the features are one."""
        return self._input_dtype

    @property
    def output_dtype(self) -> Any:
        """The numpy dtype of the labels, likewise; float32 without labels."""
        return self._output_dtype

    def input_builder(self) -> tuple[Any, Any]:
        """Makes placeholders in the default graph.

        Returns:
          Those of the features and of the labels, each a placeholder of shape `[None, ...]` or a
          dict of them; None without labels.
        """
        outputs = None
        if self._y is not None:
            outputs = _placeholders("output", self.output_dtype, self._output_shape)
        inputs = _placeholders("input", self.input_dtype, self._input_shape)
        self.set_placeholders(inputs, outputs)
        return inputs, outputs

    def set_placeholders(self, input_placeholder: Any, output_placeholder: Any) -> None:
        """Sets the placeholders that are fed."""
        self._input_placeholder = input_placeholder
        self._output_placeholder = output_placeholder

    def make_epoch_variable(self) -> Any:
        """Makes a placeholder of shape `[1]` for the number of the epoch.

        With an iterator nothing feeds it, as there are no epochs.
        """
        self._epoch_placeholder = tf1.placeholder(tf.int32, [1], name="epoch")
        return self._epoch_placeholder

    def get_feed_params(self) -> dict[str, int]:
        """Returns the `batch_size`; from arrays also where the feeder stands, `epoch`, `offset`."""
        return {"batch_size": self._batch_size}

    def _feed(self, x: Any, y: Any) -> dict[str, Any]:
        """Returns the `feed_dict` of a batch."""
        feed = _by_name(self._input_placeholder, x)
        if y is not None:
            labels = each(_one_hot, y, self.n_classes, self.output_dtype)
            feed.update(_by_name(self._output_placeholder, labels))
        return feed


def _placeholders(name: str, dtypes: Any, shapes: Any) -> Any:
    if isinstance(dtypes, dict):
        return {key: _placeholders(f"{name}_{key}", dtypes[key], shapes[key]) for key in dtypes}
    dtype = tf.string if np.dtype(dtypes).kind in "SUO" else tf.as_dtype(dtypes)
    return tf1.placeholder(dtype, [None, *shapes], name=name)


def _by_name(placeholder: Any, values: Any) -> dict[str, Any]:
    if isinstance(placeholder, dict):
        return {part.name: values[key] for key, part in placeholder.items()}
    return {} if placeholder is None else {placeholder.name: values}


def _one_hot(labels: Any, n_classes: Any, dtype: Any) -> Any:
    """Makes vectors of class numbers where there are classes."""
    if n_classes is None or n_classes < 2:
        return labels.astype(dtype, copy=False)
    return np.eye(n_classes, dtype=dtype)[labels.astype(np.int64)]
