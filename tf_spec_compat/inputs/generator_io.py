"""`tensorflow.contrib.learn.io.generator_io`: batches from a generator of examples."""

from __future__ import annotations

from collections.abc import Callable, Container
from types import FunctionType, GeneratorType
from typing import Any

from tf_spec_compat._tf import silenced_deprecations
from tf_spec_compat._tf.private import enqueue_data

__all__ = ["generator_input_fn"]


def generator_input_fn(
    x: Callable[[], Any],
    target_key: Any = None,
    batch_size: int = 128,
    num_epochs: int | None = 1,
    shuffle: bool = True,
    queue_capacity: int = 1000,
    num_threads: int = 1,
    pad_value: Any = None,
) -> Callable[[], Any]:
    """Returns an input_fn that feeds what a generator yields through a queue.

    As with contrib, the generator starts over in the middle of a batch, and the last batch is
    filled up from its beginning.

    Args:
      x: A function whose generator yields dicts of name -> NumPy array, one example each, always
        with the same keys, types and ranks. It is called once here, and once a thread and epoch.
      target_key: The key of the labels; or several, for a dict of labels; or `None`.
      batch_size: The number of examples in a batch.
      num_epochs: How often to go over the data; `None` for ever.
      shuffle: Whether to shuffle. Does not go together with `pad_value`.
      queue_capacity: How many examples the queue holds.
      num_threads: How many threads fill the queue, each with a generator of its own.
      pad_value: If given, arrays may have different sizes and are filled up, for each batch, with
        this, or with what it has for the key if it is a dict.

    Returns:
      A function that returns `(features, labels)`, or the features alone if `target_key` is `None`.

    Raises:
      TypeError: `x` is no function, or does not return a generator, or that does not yield dicts;
        or `target_key` is neither a string nor several.
      StopIteration: The generator yields nothing.
      KeyError: It does not yield a `target_key`.
      IndexError: `target_key` is an empty list.
      AttributeError: From the input_fn, it yields what is no array.
    """
    if not isinstance(x, FunctionType):
        raise TypeError(
            f"x must be generator function; got {type(x).__name__}; pass the function itself, "
            "without calling it."
        )
    generator = x()
    if not isinstance(generator, GeneratorType):
        raise TypeError(f"x() must be generator; got {type(generator).__name__}; use yield.")
    first = next(generator, None)
    if first is None:
        raise StopIteration("x() must yield at least one dict of arrays, but yielded nothing.")
    if not isinstance(first, dict):
        raise TypeError(
            f"x() must yield dict; got {type(first).__name__}; yield {{name: NumPy array}}."
        )
    targets = _targets(target_key, first)

    @silenced_deprecations()
    def input_fn() -> Any:
        queue = enqueue_data(
            x,
            queue_capacity,
            shuffle=shuffle,
            num_threads=num_threads,
            enqueue_size=batch_size,
            num_epochs=num_epochs,
            pad_value=pad_value,
        )
        dequeue = queue.dequeue_many if num_epochs is None else queue.dequeue_up_to
        values = dequeue(batch_size)
        values = values if isinstance(values, list) else [values]
        features = dict(zip(sorted(first), values))
        if targets is None:
            return features
        labels = {key: features.pop(key) for key in targets}
        return features, labels[targets[0]] if len(targets) == 1 else labels

    return input_fn


def _targets(target_key: Any, first: dict[Any, Any]) -> list[Any] | None:
    """The keys of the labels."""
    if target_key is None:
        return None
    if isinstance(target_key, str):
        keys = [target_key]
    elif isinstance(target_key, Container):
        keys = list(target_key)  # type: ignore[call-overload]
    else:
        raise TypeError(
            f"target_key must be str or Container of str; got {type(target_key).__name__}"
        )
    if not keys:
        raise IndexError("target_key is empty; pass None if there are no labels.")
    for number, key in enumerate(keys):
        if key not in first or key in keys[:number]:
            raise KeyError(
                f"target_key not in yielded dict. Expected {sorted(first)} keys; got {key}, where "
                f"target_key is {target_key!r}, each of which may be there but once."
            )
    return keys
