"""`tensorflow.contrib.training.python.training.bucket_ops`: batches of examples that are alike."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import private, tf, tf1

__all__ = ["bucket", "bucket_by_sequence_length"]


def bucket(
    tensors: Any,
    which_bucket: Any,
    batch_size: int | Sequence[int],
    num_buckets: int,
    num_threads: int = 1,
    capacity: int = 32,
    bucket_capacities: Sequence[int] | None = None,
    shapes: Any = None,
    dynamic_pad: bool = False,
    allow_smaller_final_batch: bool = False,
    keep_input: Any = True,
    shared_name: str | None = None,
    name: str | None = None,
) -> tuple[Any, Any]:
    """Returns batches of examples of one bucket each, through private.

    Args:
      tensors: One example: a list or dict of tensors, sparse ones too.
      which_bucket: An int32 scalar below `num_buckets`: the example's bucket.
      batch_size: Of all buckets, or a list, one for each.
      num_buckets: How many there are.
      num_threads: How many threads fill the buckets.
      capacity: How many examples a bucket holds, and how many batches wait behind the buckets.
      bucket_capacities: The first of these, one for each bucket.
      shapes: The tensors' shapes, where they are not known.
      dynamic_pad: Whether sizes may differ: a batch is filled up with zeros.
      allow_smaller_final_batch: Whether what is left in a bucket at the end makes a batch.
      keep_input: A bool scalar: whether to take the example at all.
      shared_name: A name by which sessions share the last queue.
      name: The name of the scope of the ops.

    Returns:
      The bucket's number, int32, and the batch, `[batch size, ...]`, of the structure of `tensors`.
      Queue runners, in the graph's collection, fill the private.

    Raises:
      ValueError: No tensors, lists of the wrong length, `keep_input` a vector, unknown shapes.
    """
    by_bucket = list(batch_size) if isinstance(batch_size, (list, tuple)) else None
    if by_bucket is not None and len(by_bucket) != num_buckets:
        raise ValueError(
            "If batch_size is a list it must have num_buckets elements: "
            f"{num_buckets}, got {batch_size}"
        )
    sizes = by_bucket or [batch_size] * num_buckets
    if bucket_capacities is not None and len(bucket_capacities) != num_buckets:
        raise ValueError(
            f"The list bucket_capacities ({bucket_capacities}) must have exactly num_buckets "
            f"({num_buckets}) elements."
        )
    capacities = bucket_capacities or [capacity] * num_buckets
    flat = private.as_tensor_list(tensors)
    with tf1.name_scope(name, "bucket", flat):
        flat = [tf1.convert_to_tensor_or_sparse_tensor(tensor) for tensor in flat]
        if not flat:
            raise ValueError("Expected at least one tensor in bucket().")
        keep_input = private.validate_keep_input(keep_input, enqueue_many=False)
        flat, sparse_info = private.store_sparse_tensors(flat, False, keep_input)
        types = private.dtypes([flat])
        shapes = private.shapes_of([flat], shapes, enqueue_many=False)
        queue_class = private.queue_class(dynamic_pad)
        which_bucket = tf.convert_to_tensor(which_bucket, tf.int32, name="bucket")
        bucket_queues = [
            queue_class(
                capacity=size,
                dtypes=types,
                shapes=shapes,
                name=f"bucket_queue_{number}",
                shared_name=shared_name and f"{shared_name}_{number}",
            )
            for number, size in enumerate(capacities)
        ]
        smaller = allow_smaller_final_batch
        fixed = None if smaller or by_bucket else batch_size
        batched = [tf.TensorShape([fixed]).concatenate(shape) for shape in shapes]
        top = tf.queue.PaddingFIFOQueue(
            capacity=capacity,
            dtypes=[tf.int32, *types],
            shapes=[tf.TensorShape([]), *batched],
            shared_name=shared_name,
            name="top_queue",
        )

        enqueues = [
            tf1.cond(
                tf.equal(which_bucket, number) & keep_input,
                functools.partial(queue.enqueue, flat),
                tf.no_op,
            )
            for number, queue in enumerate(bucket_queues)
        ]
        fill = tf.group(*enqueues, name="group_deps")
        tops = []
        for number, (queue, size) in enumerate(zip(bucket_queues, sizes)):
            dequeue = queue.dequeue_up_to if smaller else queue.dequeue_many
            batch = dequeue(size, name=f"read_bucket_{number}")
            batch = batch if isinstance(batch, list) else [batch]
            tops.append(top.enqueue([tf.constant(number), *batch], f"enqueue_from_bucket_{number}"))
        _add_runner(bucket_queues[0], tops, [top])
        _add_runner(top, [fill] * num_threads, bucket_queues)
        for queue in bucket_queues:
            tf1.summary.scalar(f"bucket/{queue.name}/size", tf.cast(queue.size(), tf.float32))
        full = tf.cast(top.size(), tf.float32) / capacity
        tf1.summary.scalar(f"bucket/{top.name}/fraction_of_{capacity}_full", full)

        number, *dequeued = top.dequeue(name="dequeue_top")
        dequeued = private.restore_sparse_tensors(dequeued, sparse_info)
        return number, private.as_original_type(tensors, dequeued)


def bucket_by_sequence_length(
    input_length: Any,
    tensors: Any,
    batch_size: int | Sequence[int],
    bucket_boundaries: Sequence[int],
    num_threads: int = 1,
    capacity: int = 32,
    bucket_capacities: Sequence[int] | None = None,
    shapes: Any = None,
    dynamic_pad: bool = False,
    allow_smaller_final_batch: bool = False,
    keep_input: Any = True,
    shared_name: str | None = None,
    name: str | None = None,
) -> tuple[Any, Any]:
    """Returns batches of sequences of about the same length; see `bucket`.

    Args:
      input_length: The example's length, an int32 scalar.
      tensors: As for `bucket`.
      batch_size: As for `bucket`.
      bucket_boundaries: Increasing integers; a sequence is in the first bucket whose boundary is
        larger than its length, or in the last one, which has no boundary.
      num_threads: As for `bucket`.
      capacity: As for `bucket`.
      bucket_capacities: As for `bucket`; one more than boundaries.
      shapes: As for `bucket`.
      dynamic_pad: As for `bucket`.
      allow_smaller_final_batch: As for `bucket`.
      keep_input: As for `bucket`.
      shared_name: As for `bucket`.
      name: The name of the scope of the ops.

    Returns:
      The lengths, `[batch size]`, and the batch.

    Raises:
      TypeError: `bucket_boundaries` is no list, or not of integers.
      ValueError: It is empty or does not increase; what `bucket` raises.
    """
    if not isinstance(bucket_boundaries, (list, tuple)):
        raise TypeError(
            f"bucket_boundaries must be a list or tuple, but received: {bucket_boundaries}"
        )
    if not bucket_boundaries:
        raise ValueError("bucket_boundaries must not be empty")
    for one, other in zip(bucket_boundaries, bucket_boundaries[1:]):
        if one >= other:
            raise ValueError(
                f"Buckets must contain sequential increasing lengths, but saw: {one} before {other}"
            )
    if not all(isinstance(boundary, int) for boundary in bucket_boundaries):
        raise TypeError(f"bucket_boundaries must be integers, but received: {bucket_boundaries}")
    flat = private.as_tensor_list(tensors)
    with tf1.name_scope(name, "bucket_by_sequence_length", [input_length, *flat]):
        input_length = tf.convert_to_tensor(input_length, tf.int32, name="input_length")
        reached = tf.greater_equal(input_length, tf.constant(bucket_boundaries, tf.int32))
        _, (lengths, *dequeued) = bucket(
            tensors=[input_length, *flat],
            which_bucket=tf.reduce_sum(tf.cast(reached, tf.int32)),
            batch_size=batch_size,
            num_buckets=len(bucket_boundaries) + 1,
            num_threads=num_threads,
            capacity=capacity,
            bucket_capacities=bucket_capacities,
            shapes=[tf.TensorShape([]), *shapes] if shapes is not None else None,
            dynamic_pad=dynamic_pad,
            allow_smaller_final_batch=allow_smaller_final_batch,
            keep_input=keep_input,
            shared_name=shared_name,
        )
        return lengths, private.as_original_type(tensors, dequeued)


def _add_runner(queue: Any, enqueues: list[Any], closed: list[Any]) -> None:
    """Adds a runner of `enqueues`, under the name of `queue`; all of `closed` end with it."""
    tf1.train.add_queue_runner(
        tf1.train.QueueRunner(
            queue,
            enqueues,
            tf.group(*(q.close() for q in closed)),
            tf.group(*(q.close(cancel_pending_enqueues=True) for q in closed)),
            queue_closed_exception_types=(tf.errors.OutOfRangeError, tf.errors.CancelledError),
        )
    )
