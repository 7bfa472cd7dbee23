"""Feeders: batches of arrays and iterators for the placeholders of a graph.

`Estimator.fit(x=..., y=...)` works through them. For the same arguments the batches are contrib's,
the order of shuffled examples included.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.inputs.feed import (
    Feeder,
    as_array,
    check_batch_size,
    column,
    each,
    flat,
    is_dask,
    label_dtype,
    label_shape,
    one_hot,
    peek,
    stacked_batches,
)

__all__ = [
    "HAS_DASK",
    "HAS_PANDAS",
    "DaskDataFeeder",
    "DataFeeder",
    "StreamingDataFeeder",
    "check_array",
    "setup_predict_data_feeder",
    "setup_processor_data_feeder",
    "setup_train_data_feeder",
]

HAS_DASK = importlib.util.find_spec("dask") is not None
HAS_PANDAS = importlib.util.find_spec("pandas") is not None


def setup_train_data_feeder(
    x: Any,
    y: Any,
    n_classes: Any,
    batch_size: int | None = None,
    shuffle: bool = True,
    epochs: int | None = None,
) -> Any:
    """Makes the feeder that fits the data.

    Args:
      x: Features: an array of shape `[examples, ...]`, a `DataFrame`, a dict of them, or an
        iterator of examples.
      y: Labels: likewise, or None.
      n_classes: Where labels become one-hot vectors, of how many; a dict where labels are one.
      batch_size: How many examples make a batch. None takes all of them, of an iterator one.
      shuffle: Whether to shuffle the examples of arrays, each time anew.
      epochs: How many times to go through arrays; None never ends.

    Raises:
      ValueError: If only one of `x` and `y` is an iterator, or `batch_size` is not positive.
    """
    if is_dask(x) or is_dask(y):
        return DaskDataFeeder(x, y, n_classes, batch_size, shuffle=shuffle, epochs=epochs)
    if isinstance(x, Iterator) or isinstance(y, Iterator):
        if not isinstance(x, Iterator) or not (y is None or isinstance(y, Iterator)):
            raise ValueError(
                "Both x and y should be iterators for streaming learning to work, got "
                f"{type(x)} and {type(y)}."
            )
        return StreamingDataFeeder(x, y, n_classes, batch_size)
    return DataFeeder(x, y, n_classes, batch_size, shuffle=shuffle, epochs=epochs)


def setup_predict_data_feeder(x: Any, batch_size: int | None = None) -> Iterable[Any]:
    """Returns the batches of `x`, in order.

    Args:
      x: An array of shape `[examples, ...]`, a `DataFrame`, or an iterator of examples.
      batch_size: How many examples make a batch; None takes all of them.

    Raises:
      ValueError: If `batch_size` is not positive.
    """
    check_batch_size(batch_size)
    if isinstance(x, Iterator):
        return stacked_batches(x, batch_size)
    data = column(as_array(x))
    size = batch_size or max(len(data), 1)
    return [data[start : start + size] for start in range(0, len(data), size)]


def setup_processor_data_feeder(x: Any) -> Any:
    """Returns what a preprocessor goes through: `x`, of a `DataFrame` its values."""
    return x.values if hasattr(x, "columns") and hasattr(x, "values") else x


def check_array(array: Any, dtype: Any) -> Any:
    """Returns `array` as a numpy array of the dtype, itself if it is one."""
    return np.asarray(array, dtype=dtype)


class DataFeeder(Feeder):
    """Feeds arrays in batches."""

    def __init__(
        self,
        x: Any,
        y: Any,
        n_classes: Any,
        batch_size: int | None = None,
        shuffle: bool = True,
        random_state: Any = None,
        epochs: int | None = None,
    ) -> None:
        """Takes the data and how to go through it.

        Args:
          x: An array of shape `[examples, ...]`, what numpy makes one of, or a dict of them.
            Examples that are numbers get a dimension of their own.
          y: Labels, likewise, or None. A second dimension of 1 is taken away.
          n_classes: Where labels become one-hot vectors, of how many.
          batch_size: How many examples make a batch; None takes all of them. The last batch of an
            epoch has what is left.
          shuffle: Whether to shuffle the examples, each time anew.
          random_state: A `numpy.random.RandomState`; None is one with the seed 42.
          epochs: How many times to go through the data; None never ends.

        Raises:
          ValueError: If `batch_size` is not positive.
        """
        super().__init__()
        check_batch_size(batch_size)
        self._x = each(lambda data: column(as_array(data)), x)
        self._y = None if y is None else each(lambda data: flat(as_array(data)), y)
        self.n_classes = n_classes
        self.max_epochs = epochs
        self._shuffle = shuffle
        self._has_labels = y is not None
        first = next(iter(self._x.values())) if isinstance(self._x, dict) else self._x
        self._count = len(first)
        self._batch_size = self._count if batch_size is None else batch_size
        self._input_shape = each(lambda data: data.shape[1:], self._x)
        self._input_dtype = each(lambda data: data.dtype, self._x)
        self._output_dtype: Any = np.float32
        if y is not None:
            in_dict, given = isinstance(self._y, dict), n_classes is not None
            self._output_dtype = each(
                lambda data, classes: label_dtype(data, classes, in_dict, given),
                self._y,
                n_classes,
            )
            self._output_shape = each(
                lambda data, classes: data.shape[1:] + ((classes,) if (classes or 0) > 1 else ()),
                self._y,
                n_classes,
            )
        self.random_state = np.random.RandomState(42) if random_state is None else random_state
        self.indices = self._order()
        self.offset = 0
        self.epoch = 0
        self._epoch_placeholder: Any = None

    def _order(self) -> Any:
        if self._shuffle:
            return self.random_state.permutation(self._count)
        return np.arange(self._count)

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
        """Whether examples are shuffled."""
        return self._shuffle

    @property
    def batch_size(self) -> int:
        """How many examples make a batch."""
        return self._batch_size

    def make_epoch_variable(self) -> Any:
        """Makes a placeholder of shape `[1]` that is fed with the number of the epoch."""
        self._epoch_placeholder = tf1.placeholder(tf.int32, [1], name="epoch")
        return self._epoch_placeholder

    def get_feed_params(self) -> dict[str, int]:
        """Returns where the feeder stands, by `epoch` and `offset`, and its `batch_size`."""
        return {"epoch": self.epoch, "offset": self.offset, "batch_size": self._batch_size}

    def get_feed_dict_fn(self) -> Callable[[], dict[str, Any]]:
        """Returns a function that makes the next `feed_dict`.

        It raises `StopIteration` after the last epoch, and `IndexError` if there are fewer labels
        than examples.
        """

        def feed_dict_fn() -> dict[str, Any]:
            if self.max_epochs is not None and self.epoch + 1 > self.max_epochs:
                raise StopIteration
            feed: dict[str, Any] = {}
            if self._epoch_placeholder is not None:
                feed[self._epoch_placeholder.name] = [self.epoch]
            end = min(self._count, self.offset + self._batch_size)
            rows: Any = slice(self.offset, end)
            # Without shuffling a batch is a view, and nothing is copied.
            rows = self.indices[rows] if self._shuffle else rows
            self._feed(feed, self._input_placeholder, each(lambda data: data[rows], self._x))
            if self._y is not None:
                labels = each(
                    lambda data, classes, dtype: self._labels(data, rows, end, classes, dtype),
                    self._y,
                    self.n_classes,
                    self.output_dtype,
                )
                self._feed(feed, self._output_placeholder, labels)
            self.offset = end
            if self.offset >= self._count:
                self.indices = self._order()
                self.offset = 0
                self.epoch += 1
            return feed

        return feed_dict_fn

    def _labels(self, data: Any, rows: Any, end: int, classes: Any, dtype: Any) -> Any:
        if isinstance(rows, slice) and end > len(data):
            raise IndexError(f"There are {self._count} examples in x but {len(data)} in y.")
        return one_hot(data[rows], classes, dtype)


class StreamingDataFeeder(Feeder):
    """Feeds examples of iterators in batches; they are stacked as they come."""

    def __init__(self, x: Any, y: Any, n_classes: Any, batch_size: int | None) -> None:
        """Looks at the first example.

        Args:
          x: An iterator of features: arrays of shape `[...]`, numbers, or dicts of them.
          y: An iterator of labels, likewise, or None.
          n_classes: Where labels become one-hot vectors, of how many.
          batch_size: How many examples make a batch; None is 1. The last batch has what is left.

        Raises:
          ValueError: If `batch_size` is not positive.
          StopIteration: If there are no examples.
        """
        super().__init__()
        check_batch_size(batch_size)
        self._has_labels = y is not None
        self._batch_size = batch_size or 1
        self.n_classes = n_classes
        first_x, self._x = peek(x)
        first_x = each(np.asarray, first_x)
        # A number is an example of shape [1], as in a DataFeeder.
        self._input_shape = each(lambda data: data.shape or (1,), first_x)
        self._input_dtype = each(lambda data: data.dtype, first_x)
        self._output_dtype: Any = np.float32
        self._y = None
        if y is not None:
            first_y, self._y = peek(y)
            first_y = each(np.asarray, first_y)
            self._output_shape = each(
                lambda data, classes: label_shape(data.shape, classes), first_y, n_classes
            )
            self._output_dtype = each(
                lambda data, classes: data.dtype if classes is None else np.dtype(np.float32),
                first_y,
                n_classes,
            )

    @property
    def x(self) -> Any:
        """The iterator of features."""
        return self._x

    @property
    def y(self) -> Any:
        """The iterator of labels."""
        return self._y

    @property
    def shuffle(self) -> bool:
        """False: an iterator has its own order."""
        return False

    @property
    def batch_size(self) -> int:
        """How many examples make a batch."""
        return self._batch_size

    def make_epoch_variable(self) -> Any:
        """Makes a placeholder; nothing feeds it, as there are no epochs."""
        return tf1.placeholder(tf.int32, [1], name="epoch")

    def get_feed_params(self) -> dict[str, int]:
        """Returns the `batch_size`."""
        return {"batch_size": self._batch_size}

    def get_feed_dict_fn(self) -> Callable[[], dict[str, Any]]:
        """Returns a function that makes the next `feed_dict`.

        It raises `StopIteration` where an iterator ends.
        """
        features = stacked_batches(self._x, self._batch_size)
        labels = None if self._y is None else stacked_batches(self._y, self._batch_size)

        def feed_dict_fn() -> dict[str, Any]:
            feed: dict[str, Any] = {}
            batch = next(features)
            batch = each(
                lambda data, shape: data.reshape(len(data), *shape), batch, self._input_shape
            )
            self._feed(feed, self._input_placeholder, batch)
            if labels is not None:
                hot = each(one_hot, each(flat, next(labels)), self.n_classes, self.output_dtype)
                self._feed(feed, self._output_placeholder, hot)
            return feed

        return feed_dict_fn


class DaskDataFeeder(DataFeeder):
    """Feeds dask data, which is computed as a whole first: unlike contrib's, not in parts."""

    def __init__(
        self,
        x: Any,
        y: Any,
        n_classes: Any,
        batch_size: int | None,
        shuffle: bool = True,
        random_state: Any = None,
        epochs: int | None = None,
    ) -> None:
        """Takes what a `DataFeeder` takes, or what computes to it."""
        x, y = (data.compute() if is_dask(data) else data for data in (x, y))
        super().__init__(x, y, n_classes, batch_size, shuffle, random_state, epochs)

    def get_feed_dict_fn(  # type: ignore[override]
        self, input_placeholder: Any, output_placeholder: Any
    ) -> Callable[[], dict[str, Any]]:
        """Returns a function that makes the next `feed_dict`, for the placeholders given."""
        self.set_placeholders(input_placeholder, output_placeholder)
        return super().get_feed_dict_fn()
