"""The queue behind parsed features (`graph_io.queue_parsed_features`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1

__all__ = ["queue_parsed_features"]


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
        raise ValueError("parsed_features is empty; give at least one feature to queue.")
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
