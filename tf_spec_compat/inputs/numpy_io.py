"""`tensorflow.contrib.learn.io.numpy_io`: batches from NumPy arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import estimator, silenced_deprecations

__all__ = ["numpy_input_fn"]


@silenced_deprecations()
def numpy_input_fn(
    x: Any,
    y: Any = None,
    batch_size: int = 128,
    num_epochs: int | None = 1,
    shuffle: bool = True,
    queue_capacity: int = 1000,
    num_threads: int = 1,
) -> Callable[[], Any]:
    """Returns an input_fn that feeds NumPy arrays through a queue.

    It is `tf.compat.v1.estimator.inputs.numpy_input_fn`, with contrib's default of shuffling.

    Args:
      x: An array, or a dict of arrays, of `[rows, ...]` each.
      y: The labels: an array or a dict of arrays, of as many rows; or `None`.
      batch_size: The number of rows in a batch.
      num_epochs: How often to go over the data; `None` for ever.
      shuffle: Whether to shuffle.
      queue_capacity: How many rows the queue holds.
      num_threads: How many threads fill the queue.

    Returns:
      A function that returns `(features, labels)`, or the features alone if `y` is `None`.

    Raises:
      ValueError: `shuffle` is no bool; or, from the input_fn, `x` or a dict `y` is empty, numbers
        of rows differ, or `x` and `y` have a key in common.
      TypeError: From the input_fn, `x` is neither an array nor a dict.

    Example:
      >>> input_fn = learn.io.numpy_input_fn(
      ...     {"x": np.float32([[1], [2]])}, np.float32([3, 4]), batch_size=2, shuffle=False)
      >>> features, labels = input_fn()
      >>> with tf.train.MonitoredSession() as session:
      ...     print(session.run(labels))
      [3. 4.]
    """
    input_fn = estimator.inputs.numpy_input_fn(
        x, y, batch_size, num_epochs, shuffle, queue_capacity, num_threads
    )
    return silenced_deprecations()(input_fn)
