"""Input of an estimator: by `input_fn`, or by `x` and `y`, which a feeder feeds to placeholders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import audible_deprecations, silenced_deprecations, tf, tf1
from tf_spec_compat.inputs.data_feeder import setup_train_data_feeder
from tf_spec_compat.training.types import Arrays, FeedFn, InputFn

__all__ = ["Source", "StopAfter", "check_arguments", "source_of"]


def check_arguments(
    x: Arrays, y: Arrays, input_fn: InputFn | None, feed_fn: FeedFn | None, batch_size: int | None
) -> None:
    """Checks that input comes either from `x` and `y` or from an `input_fn`.

    Raises:
      ValueError: If it comes from both, or from nowhere, or `x` or `y` is a tensor.
    """
    if x is None and input_fn is None:
        raise ValueError("Either x or input_fn must be provided.")
    if input_fn is None:
        if feed_fn is not None:
            raise ValueError("Can not provide both feed_fn and x or y; feed_fn goes with input_fn.")
        for name, data in (("x", x), ("y", y)):
            if tf.is_tensor(data):
                raise ValueError(
                    f"Inputs cannot be tensors. Please provide input_fn. {name} is {data!r}."
                )
        return
    if x is not None or y is not None:
        raise ValueError("Can not provide both input_fn and x or y; pass one of them.")
    if batch_size is not None:
        raise ValueError(
            f"Can not provide both input_fn and batch_size (got {batch_size!r}); make the batches "
            "in input_fn."
        )


class Source:
    """An `input_fn` for the core Estimator, and the hooks that go with it."""

    def __init__(self, input_fn: Callable[[], Any], feed_fn: FeedFn | None, labelled: bool) -> None:
        """Keeps what makes the input.

        Args:
          input_fn: Without arguments; returns features, or features and labels, or a `Dataset`.
          feed_fn: Returns the `feed_dict` of a step, or None.
          labelled: Whether there must be labels.
        """
        self._input_fn, self._feed_fn, self._labelled = input_fn, feed_fn, labelled
        self.is_constant = False

    @property
    def hooks(self) -> list[Any]:
        """The hook that feeds."""
        if self._feed_fn is None:
            return []
        with silenced_deprecations():
            return [tf1.train.FeedFnHook(self._feed_fn)]

    def input_fn(self) -> Any:
        """Calls the user's function, and looks at what it returns.

        Raises:
          TypeError: If it is no function, or returns no pair where there must be labels.
          ValueError: If it returns a tuple or dict of another length.
        """
        if not callable(self._input_fn):
            raise TypeError(f"input_fn must be a function, got {self._input_fn!r}.")
        with audible_deprecations():
            result = self._input_fn()
        if isinstance(result, tf.compat.v2.data.Dataset):
            return result
        queues = tf1.get_collection(tf1.GraphKeys.QUEUE_RUNNERS)
        self.is_constant = self._feed_fn is None and not queues
        if self._labelled and not (isinstance(result, (tuple, list)) and len(result) == 2):
            kind = ValueError if isinstance(result, (tuple, list, dict)) else TypeError
            raise kind(
                f"input_fn must return (features, labels) or a tf.data.Dataset, got {result!r}; "
                "return (features, None) where there are no labels."
            )
        return result


def source_of(
    x: Arrays,
    y: Arrays,
    input_fn: InputFn | None,
    feed_fn: FeedFn | None = None,
    batch_size: int | None = None,
    shuffle: bool = False,
    epochs: int | None = 1,
    labelled: bool = True,
) -> Source:
    """Returns what an estimator is fed by: `input_fn` and `feed_fn`, or `x` and `y` in batches."""
    if input_fn is not None:
        return Source(input_fn, feed_fn, labelled)
    feeder = setup_train_data_feeder(
        x, y, n_classes=None, batch_size=batch_size, shuffle=shuffle, epochs=epochs
    )
    return Source(feeder.input_builder, feeder.get_feed_dict_fn(), labelled)


class StopAfter(tf1.train.SessionRunHook):
    """Ends an evaluation after some batches without a word (`log_progress=False`)."""

    def __init__(self, batches: int) -> None:
        """Takes the number of batches."""
        self._left = batches

    def after_run(self, run_context: Any, run_values: Any) -> None:
        """Counts a batch."""
        self._left -= 1
        if self._left <= 0:
            run_context.request_stop()
