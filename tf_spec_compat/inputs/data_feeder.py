"""Feeders: batches of arrays and iterators for the placeholders of a graph.

`Estimator.fit(x=..., y=...)` works through them. For the same arguments the batches are contrib's,
the order of shuffled examples included.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat.inputs.feed import (
    Feeder,
    as_column,
    as_labels,
    check_batch_size,
    check_examples,
    each,
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
    if _is_dask(x) or _is_dask(y):
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
    data = as_column(x)
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
          AttributeError, IndexError: If `x` or `y` is no array, or `x` an empty dict.
          TypeError, ValueError: If `batch_size` is no positive integer.
        """
        super().__init__(x, y, n_classes, batch_size)
        check_examples("x", x)
        if y is not None and not (isinstance(y, dict) and not y):  # The model says what it lacks.
            check_examples("y", y)
        self._x = each(as_column, x)
        self._y = None if y is None else each(as_labels, y)
        # Labels keep their dtype, but not in a dict with numbers of classes, or with one or none.
        as_floats = isinstance(self._y, dict) and n_classes is not None

        def label_dtype(data: Any, classes: Any) -> Any:
            keeps = not as_floats and (classes is None or not classes < 2)
            return data.dtype if keeps else np.dtype(np.float32)

        self._describe(self._x, self._y, label_dtype)
        first = next(iter(self._x.values())) if isinstance(self._x, dict) else self._x
        self._count = len(first)
        self._batch_size = self._count if batch_size is None else batch_size
        self._shuffle = shuffle
        self.max_epochs = epochs
        self.random_state = np.random.RandomState(42) if random_state is None else random_state
        self.indices = self._order()
        self.offset = 0
        self.epoch = 0

    def _order(self) -> Any:
        if self._shuffle:
            return self.random_state.permutation(self._count)
        return np.arange(self._count)

    def get_feed_params(self) -> dict[str, int]:
        """Returns where the feeder stands, by `epoch` and `offset`, and its `batch_size`."""
        return {"epoch": self.epoch, "offset": self.offset, "batch_size": self._batch_size}

    def get_feed_dict_fn(self) -> Callable[[], dict[str, Any]]:
        """Returns a function that makes the next `feed_dict`.

        It raises `StopIteration` after the last epoch, and `IndexError` if there are fewer labels
        than examples, or none at all to go through in order.
        """

        def feed_dict_fn() -> dict[str, Any]:
            if self.max_epochs is not None and self.epoch + 1 > self.max_epochs:
                raise StopIteration
            if not self._count and not self._shuffle:
                raise IndexError("There are no examples in x: its first dimension is 0.")
            epoch = {}
            if self._epoch_placeholder is not None:
                epoch[self._epoch_placeholder.name] = [self.epoch]
            end = min(self._count, self.offset + self._batch_size)
            rows: Any = slice(self.offset, end)
            if self._shuffle:  # Else a batch is a view, and nothing is copied.
                rows = self.indices[rows]
            elif self._y is not None:
                each(lambda data: self._check_labels(data, end), self._y)
            x = each(lambda data: data[rows], self._x)
            y = None if self._y is None else each(lambda data: data[rows], self._y)
            feed = self._feed(x, y)
            self.offset = end
            if self.offset >= self._count:
                self.indices = self._order()
                self.offset = 0
                self.epoch += 1
            return {**epoch, **feed}

        return feed_dict_fn

    def _check_labels(self, data: Any, end: int) -> None:
        if end > len(data):
            raise IndexError(f"There are {self._count} examples in x but {len(data)} in y.")


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
        super().__init__(x, y, n_classes, batch_size)
        # The first of them as batches of one. A number is an example of shape [1], as in arrays.
        first_x, self._x = peek(x)
        first_x = each(lambda value: as_column([value]), first_x)
        first_y = None
        if y is not None:
            first_y, self._y = peek(y)
            first_y = each(lambda value: as_labels([value]), first_y)
        floats = np.dtype(np.float32)
        self._describe(
            first_x, first_y, lambda data, classes: data.dtype if classes is None else floats
        )

    def get_feed_dict_fn(self) -> Callable[[], dict[str, Any]]:
        """Returns a function that makes the next `feed_dict`.

        It raises `StopIteration` where an iterator ends.
        """
        features = stacked_batches(self._x, self._batch_size)
        labels = None if self._y is None else stacked_batches(self._y, self._batch_size)

        def feed_dict_fn() -> dict[str, Any]:
            batch = each(
                lambda data, shape: data.reshape(len(data), *shape),
                next(features),
                self._input_shape,
            )
            return self._feed(batch, None if labels is None else each(as_labels, next(labels)))

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
        x, y = (data.compute() if _is_dask(data) else data for data in (x, y))
        super().__init__(x, y, n_classes, batch_size, shuffle, random_state, epochs)

    def get_feed_dict_fn(  # type: ignore[override]
        self, input_placeholder: Any, output_placeholder: Any
    ) -> Callable[[], dict[str, Any]]:
        """Returns a function that makes the next `feed_dict`, for the placeholders given."""
        self.set_placeholders(input_placeholder, output_placeholder)
        return super().get_feed_dict_fn()


def _is_dask(data: Any) -> bool:
    return type(data).__module__.partition(".")[0] in ("dask", "dask_expr")
