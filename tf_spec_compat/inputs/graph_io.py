"""`tensorflow.contrib.learn.io.graph_io`: batches of examples from files, through queues.

All of them need their queue runners started (`tf.estimator` and monitored sessions do so) and, with
`num_epochs`, the local variables initialized. Readers are classes such as
`tf.compat.v1.TFRecordReader` or `TextLineReader`, or functions that make one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf1
from tf_spec_compat.inputs.read import (
    KEY_FEATURE_NAME,
    Files,
    Parsers,
    Readers,
    batch_examples,
    batch_features,
    get_file_names,
    queue_parsed_features,
)

__all__ = [
    "KEY_FEATURE_NAME",
    "queue_parsed_features",
    "read_batch_examples",
    "read_batch_features",
    "read_batch_record_features",
    "read_keyed_batch_examples",
    "read_keyed_batch_examples_shared_queue",
    "read_keyed_batch_features",
    "read_keyed_batch_features_shared_queue",
]

_Files = Any  # A pattern or a sequence of them.
_Reader = Callable[[], Any]
_ParseFn = Callable[[Any], Any]
_FilterFn = Callable[[Any, Any], Any]


def read_batch_examples(
    file_pattern: _Files,
    batch_size: int,
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    num_threads: int = 1,
    read_batch_size: int = 1,
    parse_fn: _ParseFn | None = None,
    name: str | None = None,
    seed: int | None = None,
) -> Any:
    """Reads batches of records; `read_keyed_batch_examples` without its keys."""
    files = Files(file_pattern, randomize_input, num_epochs, seed)
    readers = Readers(reader, num_threads, read_batch_size, parse_fn)
    return batch_examples(files, readers, batch_size, queue_capacity, name)[1]


def read_keyed_batch_examples(
    file_pattern: _Files,
    batch_size: int,
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    num_threads: int = 1,
    read_batch_size: int = 1,
    parse_fn: _ParseFn | None = None,
    name: str | None = None,
    seed: int | None = None,
) -> Any:
    """Reads batches of records from files, with their keys.

    Args:
      file_pattern: A pattern of files or a list of them; files without a match are left out.
      batch_size: The number of records in a batch; less than `queue_capacity`.
      reader: Makes a reader.
      randomize_input: Whether to shuffle the files, and the records in the queue. If not, files are
        read in the order of their names.
      num_epochs: How often to read each file before `OutOfRangeError`; `None` for ever.
      queue_capacity: How many records the queue holds. Shuffling needs at least
        `queue_capacity - 3 * batch_size` of them, or a batch, before the first batch comes out.
      num_threads: The number of readers.
      read_batch_size: How many records each reader hands over at once.
      parse_fn: From a record, string of shape `[]`, or `[n]` if `read_batch_size` is more than 1,
        to a tensor, a sparse tensor, or a dict of tensors.
      name: Of the operations; `"read_batch_examples"` if `None`.
      seed: Of the shuffling.

    Returns:
      The keys, string `[batch_size]`, and the records, string `[batch_size]` or what `parse_fn`
      makes of them, batched. With `num_epochs` the batch's size is not static, as the last batch
      may be smaller.

    Raises:
      ValueError: No file matches, or a number is not positive or `batch_size` too large.
      TypeError: `file_pattern` is of another type, or `reader` or `parse_fn` cannot be called.
    """
    files = Files(file_pattern, randomize_input, num_epochs, seed)
    readers = Readers(reader, num_threads, read_batch_size, parse_fn)
    return batch_examples(files, readers, batch_size, queue_capacity, name)


def read_keyed_batch_examples_shared_queue(
    file_pattern: _Files,
    batch_size: int,
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    num_threads: int = 1,
    read_batch_size: int = 1,
    parse_fn: _ParseFn | None = None,
    name: str | None = None,
    seed: int | None = None,
) -> Any:
    """Reads batches of records from files that several workers divide among themselves.

    As `read_keyed_batch_examples`, but the place in the list of files is in the global variables
    `obtain_next/...`, which workers share if they are on a parameter server. `num_epochs` then
    counts for all of them together. There can be one such queue in a variable scope.

    Differs from contrib: without `num_epochs`, the variable `obtain_next/obtain_next_counter` goes
    on where contrib's began again from zero after the last file.

    Raises:
      ValueError: As `read_keyed_batch_examples`, or there is such a queue in this scope already.
    """
    files = Files(file_pattern, randomize_input, num_epochs, seed, shared=True)
    readers = Readers(reader, num_threads, read_batch_size, parse_fn)
    return batch_examples(files, readers, batch_size, queue_capacity, name)


def read_keyed_batch_features(
    file_pattern: _Files,
    batch_size: int,
    features: Mapping[str, Any],
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    reader_num_threads: int = 1,
    feature_queue_capacity: int = 100,
    num_enqueue_threads: int = 2,
    parse_fn: _ParseFn | None = None,
    name: str | None = None,
    read_batch_size: int | None = None,
) -> tuple[Any, dict[str, Any]]:
    """Reads batches of `tf.Example`s from files and parses them, with their keys.

    Args:
      file_pattern: See `read_keyed_batch_examples`.
      batch_size: The number of examples in a batch.
      features: Feature name -> `FixedLenFeature`, `VarLenFeature` or another spec for
        `tf.io.parse_example`.
      reader: Makes a reader of serialized `tf.Example`s.
      randomize_input: Whether to shuffle.
      num_epochs: How often to read each file; `None` for ever.
      queue_capacity: How many serialized examples to hold.
      reader_num_threads: The number of readers.
      feature_queue_capacity: How many parsed batches to hold.
      num_enqueue_threads: How many threads parse batches. With more than one, batches may overtake
        each other.
      parse_fn: Makes a serialized example from a record; see `read_keyed_batch_examples`.
      name: Of the operations; `"read_batch_features"` if `None`.
      read_batch_size: How many records a reader hands over at once; a batch if `None`.

    Returns:
      The keys, string `[batch_size]`, and a dict of feature name -> `Tensor` or `SparseTensor`.

    Raises:
      ValueError: As `read_keyed_batch_examples`, or `features` is empty.
      TypeError: As `read_keyed_batch_examples`, or `parse_fn` does not return strings.
    """
    if read_batch_size is None:
        read_batch_size = batch_size
    files = Files(file_pattern, randomize_input, num_epochs)
    readers = Readers(reader, reader_num_threads, read_batch_size, parse_fn)
    parsers = Parsers(features, num_enqueue_threads, feature_queue_capacity)
    return batch_features(files, readers, parsers, batch_size, queue_capacity, name)


def read_keyed_batch_features_shared_queue(
    file_pattern: _Files,
    batch_size: int,
    features: Mapping[str, Any],
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    reader_num_threads: int = 1,
    feature_queue_capacity: int = 100,
    num_queue_runners: int = 2,
    parse_fn: _ParseFn | None = None,
    name: str | None = None,
) -> tuple[Any, dict[str, Any]]:
    """Reads and parses `tf.Example`s from files that several workers divide among themselves.

    As `read_keyed_batch_features`, with the files of `read_keyed_batch_examples_shared_queue`;
    `num_queue_runners` is the number of threads that parse.
    """
    files = Files(file_pattern, randomize_input, num_epochs, shared=True)
    readers = Readers(reader, reader_num_threads, batch_size, parse_fn)
    parsers = Parsers(features, num_queue_runners, feature_queue_capacity)
    return batch_features(files, readers, parsers, batch_size, queue_capacity, name)


def read_batch_features(
    file_pattern: _Files,
    batch_size: int,
    features: Mapping[str, Any],
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    feature_queue_capacity: int = 100,
    reader_num_threads: int = 1,
    num_enqueue_threads: int = 2,
    parse_fn: _ParseFn | None = None,
    name: str | None = None,
    read_batch_size: int | None = None,
) -> dict[str, Any]:
    """Reads and parses batches of `tf.Example`s; `read_keyed_batch_features` without its keys."""
    if read_batch_size is None:
        read_batch_size = batch_size
    files = Files(file_pattern, randomize_input, num_epochs)
    readers = Readers(reader, reader_num_threads, read_batch_size, parse_fn)
    parsers = Parsers(features, num_enqueue_threads, feature_queue_capacity)
    return batch_features(files, readers, parsers, batch_size, queue_capacity, name)[1]


def read_batch_record_features(
    file_pattern: _Files,
    batch_size: int,
    features: Mapping[str, Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    reader_num_threads: int = 1,
    name: str | None = "dequeue_record_examples",
) -> dict[str, Any]:
    """Reads and parses batches of `tf.Example`s from TFRecord files; see `read_batch_features`."""
    files = Files(file_pattern, randomize_input, num_epochs)
    readers = Readers(_record_reader, reader_num_threads, batch_size)
    parsers = Parsers(features)
    return batch_features(files, readers, parsers, batch_size, queue_capacity, name)[1]


def _record_reader() -> Any:
    with silenced_deprecations():
        return tf1.TFRecordReader()


# Private in contrib too, but programs reach for them.

_get_file_names = get_file_names


def _get_examples(
    file_name_queue: Any,
    reader: _Reader,
    num_threads: int,
    read_batch_size: int,
    filter_fn: _FilterFn | None,
    parse_fn: _ParseFn | None,
) -> list[tuple[Any, Any]]:
    """Returns the keys and the records that each of `num_threads` readers takes from the files."""
    readers = Readers(reader, num_threads, read_batch_size, parse_fn, filter_fn)
    return readers.read(file_name_queue)


def _read_keyed_batch_examples_helper(
    file_pattern: _Files,
    batch_size: int,
    reader: _Reader,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    num_threads: int = 1,
    read_batch_size: int = 1,
    filter_fn: _FilterFn | None = None,
    parse_fn: _ParseFn | None = None,
    setup_shared_queue: bool = False,
    name: str | None = None,
    seed: int | None = None,
) -> Any:
    """Is `read_keyed_batch_examples`, shared or not, with a filter of keys and records."""
    files = Files(file_pattern, randomize_input, num_epochs, seed, setup_shared_queue)
    readers = Readers(reader, num_threads, read_batch_size, parse_fn, filter_fn)
    return batch_examples(files, readers, batch_size, queue_capacity, name)
