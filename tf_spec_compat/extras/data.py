"""The parts of `contrib.data` that `tf.data.experimental` does not have, made of `tf.data`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import nest, tf, tf1
from tf_spec_compat.extras.framework.tensor_util import with_shape

__all__ = [
    "assert_element_shape",
    "batch_and_drop_remainder",
    "padded_batch_and_drop_remainder",
    "read_batch_features",
    "reduce_dataset",
    "sliding_window_batch",
    "sloppy_interleave",
]

_Transformation = Callable[[Any], Any]


def assert_element_shape(expected_shapes: Any) -> _Transformation:
    """Returns a transformation for `Dataset.apply` that checks and sets the elements' shapes.

    Args:
      expected_shapes: A nest of `tf.TensorShape`, as the elements are; sizes may be left open.

    Raises:
      ValueError: When applied: the static shapes do not fit.
      tf.errors.InvalidArgumentError: When run: an element does not fit.
    """

    def apply(dataset: Any) -> Any:
        found_shapes = tf1.data.get_output_shapes(dataset)
        actual = tf.nest.flatten(found_shapes)
        expected = [
            tf.TensorShape(shape) for shape in nest.flatten_up_to(found_shapes, expected_shapes)
        ]
        for found, wanted in zip(actual, expected):
            found.assert_is_compatible_with(wanted)

        def check(*element: Any) -> Any:
            structure = element if len(element) > 1 else element[0]
            checked = map(with_shape, expected, tf.nest.flatten(structure))
            return tf.nest.pack_sequence_as(structure, list(checked))

        return dataset.map(check)

    return apply


def batch_and_drop_remainder(batch_size: Any) -> _Transformation:
    """Returns a transformation for `Dataset.apply`: batches of one size, leftovers dropped."""
    return lambda dataset: dataset.batch(batch_size, drop_remainder=True)


def padded_batch_and_drop_remainder(
    batch_size: Any, padded_shapes: Any, padding_values: Any = None
) -> _Transformation:
    """Returns a transformation for `Dataset.apply`: padded batches of one size, no leftovers.

    Args:
      batch_size: How many elements a batch has.
      padded_shapes: As for `Dataset.padded_batch`.
      padding_values: As for `Dataset.padded_batch`.
    """
    return lambda dataset: dataset.padded_batch(
        batch_size, padded_shapes, padding_values, drop_remainder=True
    )


def sliding_window_batch(
    window_size: int,
    stride: int | None = None,
    window_shift: int | None = None,
    window_stride: int = 1,
) -> _Transformation:
    """Returns a transformation for `Dataset.apply`: batches that overlap.

    Args:
      window_size: How many elements a batch has.
      stride: `window_shift` under its older name.
      window_shift: How far one batch begins after the last one; 1 by default.
      window_stride: How far apart the elements of a batch are.

    Raises:
      ValueError: Both `stride` and `window_shift` are given, or one of the numbers is not positive.
    """
    if stride is not None and window_shift is not None:
        raise ValueError(
            f"Cannot specify both `stride` and `window_shift`: got {stride} and {window_shift}."
        )
    shift = next((number for number in (window_shift, stride) if number is not None), 1)

    def apply(dataset: Any) -> Any:
        windows = dataset.window(window_size, shift, window_stride, drop_remainder=True)

        def batched(*parts: Any) -> Any:
            batches = tf.nest.map_structure(lambda part: part.batch(window_size), parts)
            return tf.data.Dataset.zip(batches if len(parts) > 1 else batches[0])

        return windows.flat_map(batched)

    return apply


def sloppy_interleave(
    map_func: Callable[..., Any], cycle_length: int, block_length: int = 1
) -> _Transformation:
    """Returns a transformation for `Dataset.apply`: `parallel_interleave` in any order.

    Args:
      map_func: Gives a dataset for each element.
      cycle_length: How many of these are read at a time.
      block_length: How many elements are taken from one at a time.
    """
    return tf1.data.experimental.parallel_interleave(
        map_func, cycle_length, block_length, sloppy=True
    )


def reduce_dataset(dataset: Any, reducer: Any) -> Any:
    """Returns all elements of a dataset, reduced by a reducer, its `finalize_func` left out.

    Args:
      dataset: A finite `tf.data.Dataset`.
      reducer: A `Reducer`.

    Raises:
      TypeError: `dataset` is no dataset.
    """
    if not isinstance(dataset, tf.data.Dataset):
        raise TypeError(f"`dataset` must be a `tf.data.Dataset` object, got {dataset!r}.")
    first = reducer.init_func(tf.constant(0, tf.int64))
    return dataset.reduce(first, reducer.reduce_func)


def read_batch_features(
    file_pattern: Any,
    batch_size: int,
    features: Mapping[str, Any],
    reader: Any = tf1.data.TFRecordDataset,
    reader_args: Any = None,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    capacity: int = 10000,
) -> dict[str, Any]:
    """Returns one batch of parsed examples of some files, the next one at each run.

    Args:
      file_pattern: The files, a pattern or a list of them.
      batch_size: How many examples a batch has; the last one may have fewer.
      features: Name -> what to parse, as for `tf.io.parse_example`.
      reader: Called with files, gives a dataset of serialized examples.
      reader_args: Further arguments for it.
      randomize_input: Whether to shuffle files and examples.
      num_epochs: How often to read all; without end by default.
      capacity: How many examples are shuffled at a time.

    Returns:
      Name -> tensor `[batch, ...]`.
    """
    dataset = tf1.data.experimental.make_batched_features_dataset(
        file_pattern,
        batch_size,
        features,
        reader=reader,
        reader_args=reader_args,
        shuffle=randomize_input,
        num_epochs=num_epochs,
        shuffle_buffer_size=capacity,
    )
    return tf1.data.make_one_shot_iterator(dataset).get_next()
