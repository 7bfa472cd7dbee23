"""`tensorflow.contrib.learn.io.graph_io`: batches of examples from files, through queues.

All of them need their queue runners started (`tf.estimator` and monitored sessions do so) and, with
`num_epochs`, the local variables initialized. Readers are classes such as
`tf.compat.v1.TFRecordReader` or `TextLineReader`, or functions that make one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf1
from tf_spec_compat.inputs import read
from tf_spec_compat.inputs.parsed import queue_parsed_features
from tf_spec_compat.inputs.read import KEY_FEATURE_NAME

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

# Private in contrib too, but programs reach for them.
_get_examples = read.get_examples
_get_file_names = read.get_file_names
_read_keyed_batch_examples_helper = read.read_keyed_batch

_Files = Any  # A pattern or a sequence of them.
_Reader = Callable[[], Any]
_ParseFn = Callable[[Any], Any]


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
    _, examples = read_keyed_batch_examples(
        file_pattern,
        batch_size,
        reader,
        randomize_input,
        num_epochs,
        queue_capacity,
        num_threads,
        read_batch_size,
        parse_fn,
        name,
        seed,
    )
    return examples


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
    return read.read_keyed_batch(
        file_pattern,
        batch_size,
        reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        num_threads=num_threads,
        read_batch_size=read_batch_size,
        parse_fn=parse_fn,
        name=name,
        seed=seed,
    )


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
    return read.read_keyed_batch(
        file_pattern,
        batch_size,
        reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        num_threads=num_threads,
        read_batch_size=read_batch_size,
        parse_fn=parse_fn,
        setup_shared_queue=True,
        name=name,
        seed=seed,
    )


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
    return _read_features(
        "read_batch_features" if name is None else name,
        features,
        feature_queue_capacity,
        num_enqueue_threads,
        file_pattern=file_pattern,
        batch_size=batch_size,
        reader=reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        num_threads=reader_num_threads,
        read_batch_size=batch_size if read_batch_size is None else read_batch_size,
        parse_fn=parse_fn,
    )


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
    return _read_features(
        "read_batch_features" if name is None else name,
        features,
        feature_queue_capacity,
        num_queue_runners,
        file_pattern=file_pattern,
        batch_size=batch_size,
        reader=reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        num_threads=reader_num_threads,
        read_batch_size=batch_size,
        parse_fn=parse_fn,
        setup_shared_queue=True,
    )


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
    _, parsed = read_keyed_batch_features(
        file_pattern,
        batch_size,
        features,
        reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        reader_num_threads=reader_num_threads,
        feature_queue_capacity=feature_queue_capacity,
        num_enqueue_threads=num_enqueue_threads,
        parse_fn=parse_fn,
        name=name,
        read_batch_size=read_batch_size,
    )
    return parsed


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
    return read_batch_features(
        file_pattern,
        batch_size,
        features,
        _record_reader,
        randomize_input=randomize_input,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        reader_num_threads=reader_num_threads,
        name=name,
    )


def _record_reader() -> Any:
    with silenced_deprecations():
        return tf1.TFRecordReader()


def _read_features(
    name: str,
    features: Mapping[str, Any],
    feature_queue_capacity: int,
    num_enqueue_threads: int,
    **reading: Any,
) -> tuple[Any, dict[str, Any]]:
    with tf1.name_scope(name) as scope:
        keys, examples = read.read_keyed_batch(name=scope, **reading)
        if isinstance(examples, dict):
            raise TypeError(
                "parse_fn must return serialized tf.Examples, one string for each record, but "
                f"returned {examples!r}; read_keyed_batch_examples takes a dict."
            )
        parsed = tf1.parse_example(examples, features)
        return queue_parsed_features(
            parsed, keys, feature_queue_capacity, num_enqueue_threads, name=scope
        )
