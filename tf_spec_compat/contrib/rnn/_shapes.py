"""What cells ask of their inputs."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf

__all__ = ["known_width"]


def known_width(shape: Any, rank: int = 2) -> int:
    """Returns the last dimension of the inputs of a cell.

    Args:
      shape: The inputs' shape, or several, of which the first one counts.
      rank: How many dimensions they have to have.

    Raises:
      ValueError: They do not, or the last one is not known.
    """
    first = (
        shape[0] if isinstance(shape, (list, tuple)) and not isinstance(shape[0], int) else shape
    )
    found = tf.TensorShape(first)
    if found.rank != rank:
        raise ValueError(f"Inputs are incompatible: expected ndim={rank}, found shape {found}.")
    if found[-1] is None:
        raise ValueError(f"Expected inputs.shape[-1] to be known, saw shape: {found}.")
    return int(found[-1])
