"""Files to batches of records, through queues: what the functions of `graph_io` share.

The graph is that of TF 1.15.5, operation for operation where TensorFlow still has them, so that
summaries, checkpoints and collections look the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import audible_deprecations, silenced_deprecations, tf, tf1

__all__ = ["KEY_FEATURE_NAME", "get_examples", "get_file_names", "read_keyed_batch"]

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
            raise ValueError("file_pattern is empty; give at least one file or pattern to read.")
    # TensorFlow takes "" for the working directory and looks through all that is below it.
    files = tf.io.gfile.glob([pattern for pattern in patterns if pattern != ""])
    if not files:
        raise ValueError(f"No file matches {file_pattern!r}; check the path.")
    return files if randomize_input else sorted(files)


def get_examples(
    file_name_queue: Any,
    reader: Callable[[], Any],
    num_threads: int,
    read_batch_size: int,
    filter_fn: Callable[[Any, Any], Any] | None,
    parse_fn: Callable[[Any], Any] | None,
) -> list[tuple[Any, Any]]:
    """Returns the keys and the records that each of `num_threads` readers takes from the files.

    They are scalars, or vectors if `read_batch_size` is greater than one. Only then can `filter_fn`
    be used, which says of keys and records, `[n]` each, which ones to keep.
    """
    examples = []
    with tf1.name_scope("read"):
        for _ in range(num_threads):
            with audible_deprecations():
                source = reader()
            if read_batch_size > 1:
                keys, records = source.read_up_to(file_name_queue, read_batch_size)
            else:
                keys, records = source.read(file_name_queue)
            with audible_deprecations():
                if filter_fn is not None:
                    mask = filter_fn(keys, records)
                    keys = tf1.boolean_mask(keys, mask)
                    records = tf1.boolean_mask(records, mask)
                examples.append((keys, records if parse_fn is None else parse_fn(records)))
    return examples


@silenced_deprecations()
def read_keyed_batch(
    file_pattern: str | Sequence[str],
    batch_size: int,
    reader: Callable[[], Any],
    randomize_input: bool = True,
    num_epochs: int | None = None,
    queue_capacity: int = 10000,
    num_threads: int = 1,
    read_batch_size: int = 1,
    filter_fn: Callable[[Any, Any], Any] | None = None,
    parse_fn: Callable[[Any], Any] | None = None,
    setup_shared_queue: bool = False,
    name: str | None = None,
    seed: int | None = None,
) -> Any:
    """Adds the queues and readers; see `graph_io.read_keyed_batch_examples`.

    Returns:
      Keys and records: a list, or a tuple if `parse_fn` returns a dict.
    """
    file_names = get_file_names(file_pattern, randomize_input)
    _check("queue_capacity", queue_capacity)
    _check("batch_size", batch_size)
    _check("read_batch_size", read_batch_size)
    _check("num_threads", num_threads)
    if num_epochs is not None:
        _check("num_epochs", num_epochs)
    if batch_size >= queue_capacity:
        raise ValueError(
            f"batch_size {batch_size} must be less than queue_capacity {queue_capacity}; raise "
            "queue_capacity to a few batches at least."
        )
    if not callable(reader):
        raise TypeError(
            "reader must be a class or a function that makes a reader, for example "
            f"tf.compat.v1.TFRecordReader, got {reader!r}."
        )
    with tf1.name_scope(name, "read_batch_examples") as scope:
        with tf1.name_scope("file_name_queue") as queue_scope:
            if setup_shared_queue:
                queue = _shared_queue(file_names, randomize_input, num_epochs, seed)
            else:
                queue = tf1.train.string_input_producer(
                    tf1.constant(file_names, name="input"),
                    shuffle=randomize_input,
                    num_epochs=num_epochs,
                    name=queue_scope,
                    seed=seed,
                )
        examples = get_examples(queue, reader, num_threads, read_batch_size, filter_fn, parse_fn)
        as_dict = isinstance(examples[0][1], dict)
        batched = {
            "batch_size": batch_size,
            "capacity": queue_capacity,
            "enqueue_many": read_batch_size > 1,
            "allow_smaller_final_batch": num_epochs is not None,
            "name": scope,
        }
        rows: Any = [{**e, KEY_FEATURE_NAME: key} for key, e in examples] if as_dict else examples
        if randomize_input:
            # Keeps three batches of room for the readers.
            batched["min_after_dequeue"] = max(queue_capacity - 3 * batch_size, batch_size)
            batch = tf1.train.shuffle_batch_join(rows, seed=seed, **batched)
        else:
            batch = tf1.train.batch_join(rows, **batched)
        return (batch.pop(KEY_FEATURE_NAME), batch) if as_dict else batch


def _check(name: str, value: Any) -> None:
    if not value or value <= 0:
        raise ValueError(f"{name} must be a positive number, got {value!r}.")


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
