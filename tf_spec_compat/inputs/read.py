"""Files to batches of records, through queues: the pipeline that functions of `graph_io` configure.

A queue of files, readers that take records from them, a queue of records from which batches come,
and for features parsers and a queue of what they parsed.

The graph is that of TF 1.15.5, operation for operation where TensorFlow still has them, so that
summaries, checkpoints and collections look the same.
"""

from __future__ import annotations

import dataclasses
import functools
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import audible_deprecations, silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import gfile

__all__ = [
    "KEY_FEATURE_NAME",
    "Files",
    "Parsers",
    "Readers",
    "batch_examples",
    "batch_features",
    "get_file_names",
    "queue_parsed_features",
]

KEY_FEATURE_NAME = "__key__"


def get_file_names(file_pattern: str | Sequence[str], randomize_input: bool) -> list[str]:
    """Returns the files that match, sorted unless the order does not matter.

    Raises:
      TypeError: `file_pattern` is neither a string nor several of them.
      ValueError: No file matches.
    """
    if isinstance(file_pattern, str):
        patterns = [file_pattern]
    else:
        try:
            patterns = list(file_pattern)
        except TypeError:
            raise TypeError(
                f"file_pattern must be a file pattern or a list of them, got {file_pattern!r}."
            ) from None
        if not patterns:
            raise ValueError("No files given to dequeue_examples: file_pattern is empty.")
    # TensorFlow takes "" for the working directory and looks through all that is below it.
    files = [file for pattern in patterns if pattern != "" for file in gfile.Glob(pattern)]
    if not files:
        raise ValueError(f"No files match {file_pattern}. Check the path.")
    return files if randomize_input else sorted(files)


@dataclasses.dataclass
class Files:
    """The files that match a pattern, once or several times, for one worker or shared by all."""

    pattern: str | Sequence[str]
    shuffle: bool = True
    num_epochs: int | None = None
    seed: int | None = None
    shared: bool = False

    def __post_init__(self) -> None:
        self.names = get_file_names(self.pattern, self.shuffle)

    def queue(self) -> Any:
        """Adds the queue of their names."""
        with tf1.name_scope("file_name_queue") as scope:
            if self.shared:
                return _shared_queue(self.names, self.shuffle, self.num_epochs, self.seed)
            names = tf1.constant(self.names, name="input")
            return tf1.train.string_input_producer(
                names, self.num_epochs, self.shuffle, self.seed, name=scope
            )


@dataclasses.dataclass
class Readers:
    """What takes records from files: one at a time, or several, which only then can be filtered."""

    make: Callable[[], Any]
    number: int = 1
    read_batch_size: int = 1
    parse_fn: Callable[[Any], Any] | None = None
    filter_fn: Callable[[Any, Any], Any] | None = None

    def read(self, file_names: Any) -> list[tuple[Any, Any]]:
        """Adds the readers; returns the keys and the records of each, scalars or vectors."""
        with tf1.name_scope("read"):
            return [self._read(file_names) for _ in range(self.number)]

    def _read(self, file_names: Any) -> tuple[Any, Any]:
        with audible_deprecations():
            reader = self.make()
        if self.read_batch_size > 1:
            found = reader.read_up_to(file_names, self.read_batch_size)
        else:
            found = reader.read(file_names)
        with audible_deprecations():
            if self.filter_fn is not None:
                mask = self.filter_fn(*found)
                found = [tf1.boolean_mask(part, mask) for part in found]
            keys, records = found
            return keys, records if self.parse_fn is None else self.parse_fn(records)


@dataclasses.dataclass
class Parsers:
    """What makes features of records, some batches ahead."""

    features: Mapping[str, Any]
    number: int = 2
    capacity: int = 100


@silenced_deprecations()
def batch_examples(
    files: Files, readers: Readers, batch_size: int, capacity: int, name: str | None
) -> Any:
    """Adds the queues and readers; see `graph_io.read_keyed_batch_examples`.

    Returns:
      Keys and records: a list, or a tuple if `parse_fn` returns a dict.
    """
    _check("queue_capacity", capacity)
    if not batch_size or not 0 < batch_size < capacity:
        raise ValueError(
            f"Invalid batch_size {batch_size}, with queue_capacity {capacity}. It must be a "
            "positive number, and the capacity a few batches at least."
        )
    _check("read_batch_size", readers.read_batch_size)
    _check("num_threads", readers.number)
    if files.num_epochs is not None:
        _check("num_epochs", files.num_epochs)
    if not callable(readers.make):
        raise TypeError(
            "reader must be a class or a function that makes a reader, for example "
            f"tf.compat.v1.TFRecordReader, got {readers.make!r}."
        )
    join = tf1.train.batch_join
    if files.shuffle:
        # Keeps three batches of room for the readers.
        least = max(capacity - 3 * batch_size, batch_size)
        join = functools.partial(
            tf1.train.shuffle_batch_join, min_after_dequeue=least, seed=files.seed
        )
    with tf1.name_scope(name, "read_batch_examples") as scope:
        examples: list[Any] = readers.read(files.queue())
        as_dict = isinstance(examples[0][1], dict)
        if as_dict:
            examples = [{**parsed, KEY_FEATURE_NAME: key} for key, parsed in examples]
        batch = join(
            examples,
            batch_size=batch_size,
            capacity=capacity,
            enqueue_many=readers.read_batch_size > 1,
            allow_smaller_final_batch=files.num_epochs is not None,
            name=scope,
        )
        return (batch.pop(KEY_FEATURE_NAME), batch) if as_dict else batch


def batch_features(
    files: Files,
    readers: Readers,
    parsers: Parsers,
    batch_size: int,
    capacity: int,
    name: str | None,
) -> tuple[Any, dict[str, Any]]:
    """Adds parsers and their queue too; see `graph_io.read_keyed_batch_features`."""
    with tf1.name_scope(name, "read_batch_features") as scope:
        keys, examples = batch_examples(files, readers, batch_size, capacity, scope)
        if isinstance(examples, dict):
            raise TypeError(
                "Expected string passed to parameter 'serialized' of op 'ParseExample', got "
                f"{examples} of type 'dict' instead: parse_fn must return serialized tf.Examples, "
                "one string for each record; read_keyed_batch_examples takes a dict."
            )
        parsed = tf1.parse_example(examples, parsers.features, name="ParseExample")
        return queue_parsed_features(parsed, keys, parsers.capacity, parsers.number, scope)


@silenced_deprecations()
def queue_parsed_features(
    parsed_features: Mapping[str, Any],
    keys: Any = None,
    feature_queue_capacity: int = 100,
    num_enqueue_threads: int = 2,
    name: str | None = None,
) -> tuple[Any, dict[str, Any]]:
    """Puts a queue behind parsed features, so that parsing goes on while a step runs.

    Args:
      parsed_features: Feature name -> `Tensor` or `SparseTensor`.
      keys: The keys of the examples, `[batch_size]`, or `None`.
      feature_queue_capacity: How many batches to hold.
      num_enqueue_threads: How many threads fill the queue.
      name: Of the operations; `"queue_parsed_features"` if `None`.

    Returns:
      The keys, or `None`, and a new dict of the features, with the shapes they had.

    Raises:
      AttributeError: `parsed_features` is no dict, or holds what is no tensor.
      ValueError: There are no features and no keys, or `num_enqueue_threads` is 0.
      ZeroDivisionError: `feature_queue_capacity` is 0.
    """
    if not isinstance(parsed_features, Mapping):
        raise AttributeError(
            f"parsed_features must be a dict of name -> Tensor, got {parsed_features!r}."
        )
    tensors = dict(sorted(parsed_features.items()))
    for key, tensor in tensors.items():
        if not isinstance(tensor, (tf.Tensor, tf.SparseTensor)):
            raise AttributeError(
                f"parsed_features[{key!r}] must be a Tensor or SparseTensor, got {tensor!r}."
            )
    if not tensors and keys is None:
        raise ValueError(
            "Attr 'component_types' of 'FIFOQueueV2' Op passed list of length 0 less than minimum "
            "1: parsed_features is empty; give at least one feature to queue."
        )
    structure = [list(tensors.values()), [] if keys is None else [keys]]
    components = tf.nest.flatten(structure, expand_composites=True)
    with tf1.name_scope(name, "queue_parsed_features"):
        queue = tf1.FIFOQueue(feature_queue_capacity, [tensor.dtype for tensor in components])
        tf1.summary.scalar(
            f"queue/parsed_features/{queue.name}/fraction_of_{feature_queue_capacity}_full",
            tf.cast(queue.size(), tf.float32) * (1.0 / feature_queue_capacity),
        )
        enqueue = [queue.enqueue(components) for _ in range(num_enqueue_threads)]
        runner = tf1.train.QueueRunner(
            queue,
            enqueue,
            queue_closed_exception_types=(tf.errors.OutOfRangeError, tf.errors.CancelledError),
        )
        tf1.train.add_queue_runner(runner)
        dequeued = queue.dequeue()
    dequeued = dequeued if isinstance(dequeued, list) else [dequeued]
    for tensor, component in zip(dequeued, components):
        tensor.set_shape(component.shape)
    values, key_values = tf.nest.pack_sequence_as(structure, dequeued, expand_composites=True)
    return (key_values[0] if key_values else None), dict(zip(tensors, values))


def _check(name: str, value: Any) -> None:
    if not value or value <= 0:
        raise ValueError(f"Invalid {name} {value}. It must be a positive number.")


def _shared_queue(
    file_names: list[str], shuffle: bool, num_epochs: int | None, seed: int | None
) -> Any:
    """A queue of file names whose place in the list is a global variable.

    Workers whose variables are on one parameter server so divide the files among them, and a
    checkpoint keeps the place. Each epoch has an order of its own.
    """
    order = random.Random(seed)
    epoch, names = list(file_names), []
    for _ in range(num_epochs or 1):
        if shuffle:
            order.shuffle(epoch)
        names += epoch
    queue = tf1.FIFOQueue(capacity=1, dtypes=[tf.string], shapes=[[]])
    with tf1.variable_scope("obtain_next"):
        counter = _variable("obtain_next_counter", -1)
        expanded = _variable("obtain_next_expanded_list", names)
        limit = []
        if num_epochs is not None:
            taken = _variable("obtain_next_filename_counter", 0)
            limit.append(tf1.count_up_to(taken, len(names)))
        with tf1.control_dependencies(limit):
            # Reads and adds in one step, whoever else is at it; the op of contrib's own is gone.
            place = tf1.count_up_to(counter, tf.int64.max) + 1
        file_name = tf.gather(expanded, place % len(names))
    enqueue = queue.enqueue(file_name)
    tf1.train.add_queue_runner(tf1.train.QueueRunner(queue, [enqueue]))
    return queue


def _variable(name: str, value: Any) -> Any:
    dtype = tf.string if isinstance(value, list) else tf.int64
    return tf1.get_variable(name, initializer=tf1.constant(value, dtype), trainable=False)
