"""Shapes of the inputs of cells."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf

__all__ = ["UNKNOWN_SIZE", "batch_size_of", "known_width", "static_width"]


def batch_size_of(inputs: Any) -> Any:
    """Returns the first dimension of `inputs`: a number if it is known, else a tensor."""
    return inputs.shape[0] if inputs.shape[0] is not None else tf.shape(inputs)[0]


def static_width(inputs: Any) -> int:
    """Returns the last dimension of `inputs`.

    Raises:
      ValueError: It is not known.
    """
    if inputs.shape.rank is None or inputs.shape[-1] is None:
        raise ValueError(
            f"Cannot infer input_size from static shape inference: {inputs.shape}; "
            "set the inputs' last dimension."
        )
    return int(inputs.shape[-1])


# How most of contrib's cells said it.
UNKNOWN_SIZE = "Could not infer input size from inputs.get_shape()[-1]:"


def known_width(
    shape: Any,
    rank: int = 2,
    layer: str = "cell",
    unknown: str = "Expected inputs.shape[-1] to be known, saw shape:",
) -> int:
    """Returns the last dimension of the inputs of a cell.

    Args:
      shape: The inputs' shape, or several, of which the first one counts.
      rank: How many dimensions they have to have.
      layer: The name of the cell.
      unknown: How contrib said that the last dimension is not known.

    Raises:
      ValueError: They do not, or the last one is not known.
    """
    first = (
        shape[0] if isinstance(shape, (list, tuple)) and not isinstance(shape[0], int) else shape
    )
    found = tf.TensorShape(first)
    if found.rank != rank:
        raise ValueError(
            f"Input 0 of layer {layer} is incompatible with the layer: expected ndim={rank}, found "
            f"ndim={found.rank}. Full shape received: {found.as_list()}."
        )
    if found[-1] is None:
        raise ValueError(f"{unknown} {found}; set the inputs' last dimension.")
    return int(found[-1])
