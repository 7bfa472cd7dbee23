"""`tensorflow.contrib.training.python.training.sampling_ops`: batches of chosen examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["rejection_sample", "stratified_sample"]

# What each class counts before any example is seen.
_INITIAL_COUNT = 10


def rejection_sample(
    tensors: Sequence[Any],
    accept_prob_fn: Callable[[Any], Any],
    batch_size: int,
    queue_threads: int = 1,
    enqueue_many: bool = False,
    prebatch_capacity: int = 16,
    prebatch_threads: int = 1,
    runtime_checks: bool = False,
    name: str | None = None,
) -> list[Any]:
    """Returns batches of examples, each accepted with a probability of its own, through queues.

    Args:
      tensors: One example, or with `enqueue_many` several, along the first dimension.
      accept_prob_fn: Called with one example's tensors; returns a scalar, its probability.
      batch_size: Of the result.
      queue_threads: How many threads fill the queue.
      enqueue_many: Whether `tensors` are several examples.
      prebatch_capacity: How many examples wait before they are chosen; with `enqueue_many`.
      prebatch_threads: How many threads fill that queue.
      runtime_checks: Whether to check that probabilities are within [0, 1].
      name: The name of the scope of the ops.

    Returns:
      Tensors `[batch_size, ...]`. Queue runners, in the graph's collection, fill the queues.

    Raises:
      ValueError: There are no tensors, or their first dimensions differ.
      tf.errors.InvalidArgumentError: When run: `runtime_checks` fail.
    """
    if not tensors:
        raise ValueError("Expected at least one tensor in batch(). rejection_sample got none.")
    with tf1.name_scope(name, "rejection_sample", tensors):
        tensors = [tf.convert_to_tensor(tensor) for tensor in tensors]
        if enqueue_many:
            sizes = [tensor.shape[:1] for tensor in tensors]
            for size in sizes[1:]:
                size.assert_is_compatible_with(sizes[0])
            tensors = _unbatch(tensors, prebatch_capacity, prebatch_threads)
        probability = tf.convert_to_tensor(accept_prob_fn(tensors))
        probability.shape.assert_is_compatible_with([])
        if runtime_checks:
            checks = [
                tf1.assert_less_equal(0.0, probability),
                tf1.assert_less_equal(probability, 1.0),
            ]
            with tf1.control_dependencies(checks):
                probability = tf.identity(probability, name="prob_with_checks")
        return _batch_accepted(tensors, probability, batch_size, queue_threads)


def stratified_sample(
    tensors: Sequence[Any],
    labels: Any,
    target_probs: Any,
    batch_size: int,
    init_probs: Any = None,
    enqueue_many: bool = False,
    queue_capacity: int = 16,
    threads_per_queue: int = 1,
    name: str | None = None,
) -> tuple[list[Any], Any]:
    """Returns batches in which each class has the share that is asked for, through queues.

    Args:
      tensors: One example, or with `enqueue_many` several, along the first dimension.
      labels: Its class, an integer scalar, or with `enqueue_many` a vector.
      target_probs: The shares of the classes, which sum to 1.
      batch_size: Of the result.
      init_probs: The shares in the input; estimated as examples come along where it is None.
      enqueue_many: Whether there are several examples.
      queue_capacity: How many examples wait before they are chosen.
      threads_per_queue: How many threads fill each queue.
      name: The name of the scope of the ops.

    Returns:
      Tensors `[batch_size, ...]`, and labels `[batch_size]`. Queue runners, in the graph's
      collection, fill the queues.

    Raises:
      ValueError: There are no tensors, or the shares are of different lengths.
      tf.errors.InvalidArgumentError: When run: shares that are negative or sum to something else,
        a label that is out of range, a class that is asked for and has no examples.
    """
    if not tensors:
        raise ValueError("Expected at least one tensor in batch(). stratified_sample got none.")
    with tf1.name_scope(name, "stratified_sample", [*tensors, labels]):
        tensors = [tf.convert_to_tensor(tensor) for tensor in tensors]
        labels = tf.convert_to_tensor(labels)
        target = tf.convert_to_tensor(target_probs, tf.float32)
        if not enqueue_many:
            tensors = [tf.expand_dims(tensor, 0) for tensor in tensors]
            labels = tf.expand_dims(labels, 0)
        if init_probs is None:
            initial = _estimate_probabilities(labels, target.shape[0])
        else:
            initial = tf.convert_to_tensor(init_probs, tf.float32)
        if not initial.shape.is_compatible_with(target.shape):
            raise ValueError(
                "Probability parameters must have the same length: target_probs has "
                f"{target.shape[0]}, init_probs {initial.shape[0]}."
            )
        checks = [
            *_check_probabilities(initial, "init_probs"),
            *_check_probabilities(target, "target_probs"),
            tf1.assert_non_negative(labels, message="labels must be classes"),
            tf1.assert_less(
                labels, tf.cast(tf.size(target), labels.dtype), message="labels must be classes"
            ),
            tf1.Assert(
                tf.reduce_all((initial > 0) | tf.equal(target, 0)),
                [
                    "All classes with zero initial probability must also have zero target "
                    "probability: ",
                    initial,
                    target,
                ],
            ),
        ]
        with tf1.control_dependencies(checks):
            labels, initial = tf.identity(labels), tf.identity(initial)
        accept = tf.math.divide_no_nan(target, initial)
        accept /= tf.reduce_max(accept)
        *example, label = _unbatch([*tensors, labels], queue_capacity, threads_per_queue)
        *batch, label = _batch_accepted(
            [*example, label], tf.gather(accept, label), batch_size, threads_per_queue
        )
        return batch, label


def _unbatch(tensors: list[Any], capacity: int, threads: int) -> list[Any]:
    """Returns one example of several, through a queue."""
    batch = tf1.train.batch(
        tensors, batch_size=1, num_threads=threads, capacity=capacity, enqueue_many=True
    )
    batch = batch if isinstance(batch, list) else [batch]
    return [tf.squeeze(tensor, [0]) for tensor in batch]


def _batch_accepted(
    tensors: list[Any], probability: Any, batch_size: int, threads: int
) -> list[Any]:
    """Returns a batch of examples that are accepted with a probability, through a queue."""
    batch = tf1.train.maybe_batch(
        tensors,
        keep_input=tf1.random_uniform([]) < probability,
        batch_size=batch_size,
        num_threads=threads,
    )
    return batch if isinstance(batch, list) else [batch]


def _estimate_probabilities(labels: Any, num_classes: int) -> Any:
    """Returns the shares of the classes among all labels so far."""
    counts = tf1.Variable(
        tf.fill([num_classes], tf.constant(_INITIAL_COUNT, tf.int64)),
        trainable=False,
        name="class_count",
        dtype=tf.int64,
    )
    counted = counts.assign_add(
        tf.reduce_sum(tf.one_hot(labels, num_classes, dtype=tf.int64), axis=0)
    )
    counted = tf.convert_to_tensor(counted)
    return tf.cast(counted / tf.reduce_sum(counted), tf.float32)


def _check_probabilities(shares: Any, what: str) -> list[Any]:
    total = tf.reduce_sum(shares)
    return [
        tf1.assert_non_negative(shares, message=f"{what} must be probabilities"),
        tf1.assert_less(0.999999, total, message=f"{what} must sum to 1"),
        tf1.assert_less(total, 1.000001, message=f"{what} must sum to 1"),
    ]
