"""Changes of hue, saturation and value, computed in the YIQ colour space."""

from __future__ import annotations

from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1

__all__ = ["adjust_hsv_in_yiq", "random_hsv_in_yiq"]

# From RGB, a column each, to the YIQ of NTSC.
_YIQ = np.array([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]])


def adjust_hsv_in_yiq(
    image: Any,
    delta_hue: Any = 0,
    scale_saturation: Any = 1,
    scale_value: Any = 1,
    name: str | None = None,
) -> Any:
    """Turns the hue, and scales the saturation and the value of RGB images.

    Args:
      image: `[..., 3]`; integers are taken as `tf.image.convert_image_dtype` does.
      delta_hue: Radians.
      scale_saturation: A factor.
      scale_value: A factor.
      name: A name for the operations.

    Returns:
      A `Tensor` with the shape and dtype of `image`.
    """
    with tf1.name_scope(name, "adjust_hsv_in_yiq", [image]):
        image = tf.convert_to_tensor(image, name="image")
        rgb = tf.image.convert_image_dtype(image, tf.float32)
        y, i, q = tf.unstack(_product(rgb, _YIQ), axis=-1)
        cos = scale_saturation * tf.cos(tf.cast(delta_hue, tf.float32))
        sin = scale_saturation * tf.sin(tf.cast(delta_hue, tf.float32))
        turned = tf.stack([y, cos * i - sin * q, sin * i + cos * q], axis=-1)
        rgb = scale_value * _product(turned, np.linalg.inv(_YIQ))
        return tf.image.convert_image_dtype(rgb, image.dtype, saturate=True)


def _product(colours: Any, matrix: np.ndarray[Any, Any]) -> Any:
    return tf.tensordot(colours, tf.constant(matrix.T, tf.float32), 1)


def random_hsv_in_yiq(
    image: Any,
    max_delta_hue: float = 0,
    lower_saturation: float = 1,
    upper_saturation: float = 1,
    lower_value: float = 1,
    upper_value: float = 1,
    seed: int | None = None,
) -> Any:
    """Changes hue, saturation and value of RGB images by random amounts.

    Args:
      image: `[..., 3]`.
      max_delta_hue: The hue turns by at most so many radians, either way.
      lower_saturation: The least factor of the saturation.
      upper_saturation: The greatest one.
      lower_value: The least factor of the value.
      upper_value: The greatest one.
      seed: The seed of the operations.

    Returns:
      A `Tensor` with the shape and dtype of `image`.

    Raises:
      ValueError: An upper limit is below the lower one, or a limit is negative.
    """
    if max_delta_hue < 0:
        raise ValueError(f"max_delta must be non-negative, got {max_delta_hue}.")
    for what, lower, upper in (
        ("saturation", lower_saturation, upper_saturation),
        ("value", lower_value, upper_value),
    ):
        if lower < 0:
            raise ValueError(f"lower_{what} must be non-negative, got {lower}.")
        if lower > upper:
            raise ValueError(f"lower_{what} must be < upper_{what}, got {lower} and {upper}.")

    def draw(lower: float, upper: float) -> Any:
        return lower if lower == upper else tf1.random_uniform([], lower, upper, seed=seed)

    with tf1.name_scope("random_hsv_in_yiq"):
        return adjust_hsv_in_yiq(
            image,
            draw(-max_delta_hue, max_delta_hue),
            draw(lower_saturation, upper_saturation),
            draw(lower_value, upper_value),
        )
