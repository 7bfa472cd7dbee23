"""Trees of beams, by core ops: TensorFlow 2 has no `GatherTree`."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["gather_tree", "gather_tree_from_array", "tile_batch"]


def tile_batch(t: Any, multiplier: int, name: str | None = None) -> Any:
    """Repeats each entry of a batch, for beam search.

    Example:
      memory = tile_batch(encoder_outputs, multiplier=beam_width)

    Args:
      t: Tensors `[batch_size, ...]`, maybe nested.
      multiplier: How often to repeat each entry, the beam width.
      name: Name scope.

    Returns:
      Tensors `[batch_size * multiplier, ...]`.

    Raises:
      ValueError: The rank of a tensor is not known, or is 0.
    """
    with tf1.name_scope(name, "tile_batch", [*tf.nest.flatten(t), multiplier]):
        return tf.nest.map_structure(lambda tensor: _tile(tensor, multiplier), t)


def _tile(tensor: Any, multiplier: Any) -> Any:
    tensor = tf.convert_to_tensor(tensor, name="t")
    if not tensor.shape.rank:
        raise ValueError(f"t must have statically known rank, of at least 1; it is {tensor}")
    return tf.repeat(tensor, multiplier, 0)


def gather_tree(
    step_ids: Any,
    parent_ids: Any,
    max_sequence_lengths: Any,
    end_token: Any,
    name: str | None = None,
) -> Any:
    """Follows each beam from its last step back to the first.

    Args:
      step_ids: What was chosen, int32 `[time, batch_size, beam_width]`.
      parent_ids: Which beam of the step before it went on with, of the same shape.
      max_sequence_lengths: Where to start, the number of steps, int32 `[batch_size]`.
      end_token: What to put behind that, and behind the first of its kind, an int32 scalar.
      name: Name scope.

    Returns:
      The full sequences, int32 `[time, batch_size, beam_width]`.

    Raises:
      TypeError: An argument is not int32.
      ValueError: Shapes do not fit.
      tf.errors.InvalidArgumentError: A parent is no beam; when it runs, on a CPU.
    """
    with tf1.name_scope(name, "GatherTree") as scope:
        ids, parents = (
            _int32(value, key, 3)
            for key, value in (("step_ids", step_ids), ("parent_ids", parent_ids))
        )
        lengths = _int32(max_sequence_lengths, "max_sequence_lengths", 1)
        end = _int32(end_token, "end_token", 0)
        shape = _merged(ids.shape, parents.shape)
        shape = _merged(shape, tf.TensorShape([None, *lengths.shape, None]))
        time, batch, beams = tf.unstack(tf.shape(ids))
        own = tf.tile(tf.range(beams)[None], [batch, 1])
        inside = tf.range(time)[:, None] < tf.minimum(lengths, time)

        def back(beam: Any, step: tuple[Any, Any]) -> Any:
            # Outside of the sequence the beam stays where it starts.
            parents, inside = step
            above = tf.gather(parents, beam, batch_dims=1)
            return tf1.where(inside, above, beam)

        # The beam at each step but the last: the parent of the beam one later.
        before = tf.scan(back, (parents[1:], inside[1:]), own, reverse=True)
        path = tf.concat([before, own[None]], 0)[:time]
        found = tf.gather(ids, path, batch_dims=2)
        ended = tf.cumsum(tf.cast(tf.equal(found, end), tf.int32), exclusive=True) > 0
        kept = tf.logical_and(inside[:, :, None], tf.logical_not(ended))
        result = tf1.where(kept, found, tf.fill(tf.shape(found), end))
        result.set_shape(shape)
        return tf.identity(result, name=scope)


def gather_tree_from_array(t: Any, parent_ids: Any, sequence_length: Any) -> Any:
    """Puts what was computed for each beam in the order of the final beams.

    Args:
      t: A tensor `[time, batch_size, beam_width, ...]`.
      parent_ids: As for `gather_tree`.
      sequence_length: How long each beam is, `[batch_size, beam_width]`.

    Returns:
      A tensor of the shape of `t`.
    """
    t = tf.convert_to_tensor(t)
    parents = tf.convert_to_tensor(parent_ids, tf.int32)
    lengths = tf.cast(sequence_length, tf.int32)
    time, batch, beams = tf.unstack(tf.shape(parents))
    own = tf.tile(tf.range(beams)[None, None], [time, batch, 1])
    path = gather_tree(own, parents, tf.reduce_max(lengths, 1), beams + 1)
    inside = tf.transpose(tf.sequence_mask(lengths, time), [2, 0, 1])
    path = tf1.where(inside, path, own)
    gathered = tf.gather(t, path, batch_dims=2)
    gathered.set_shape(t.shape)
    return gathered


def _int32(value: Any, name: str, rank: int) -> Any:
    tensor = tf.convert_to_tensor(value, name=name)
    if tensor.dtype != tf.int32:
        raise TypeError(
            f"Value passed to parameter '{name}' has DataType {tensor.dtype.name} not in list of "
            "allowed values: int32"
        )
    found = tensor.shape.rank
    if found not in (None, rank):
        raise ValueError(f"Shape must be rank {rank} but is rank {found} for {name}, {value!r}")
    return tensor if found is not None else tf.ensure_shape(tensor, [None] * rank)


def _merged(one: Any, other: Any) -> Any:
    if not one.is_compatible_with(other):
        raise ValueError(
            f"Dimensions must be equal, but are {one} and {other}, [time, batch_size, beam_width]."
        )
    return one.merge_with(other)
