"""`tf.contrib.resampler`: bilinear sampling of images at given points."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["resampler"]

_TYPES = ("float16", "bfloat16", "float32", "float64")


def resampler(data: Any, warp: Any, name: str = "resampler") -> Any:
    """Samples images at points between their pixels, bilinearly.

    Outside of an image all is zero. Gradients reach both arguments. contrib had a kernel for this;
    here it is made of TensorFlow's own operations, and its gradients are those.

    Args:
      data: `[batch_size, height, width, channels]`, floating.
      warp: `[batch_size, ..., 2]`, of the same type: x, which runs along the width, and y.
      name: Of the operations.

    Returns:
      `[batch_size, ..., channels]`.

    Raises:
      TypeError: `data` are not floating.
      ValueError: Shapes other than these. contrib said so only as it ran.

    Example:
      >>> images = tf.constant([[[[0.0], [1.0]], [[2.0], [3.0]]]])
      >>> with tf.Session():  # between the first two pixels of the first row
      ...     print(resampler(images, [[[0.5, 0.0]]]).eval())
      [[[0.5]]]
    """
    with tf1.name_scope(name, values=[data, warp]):
        data = tf1.convert_to_tensor(data, name="data")
        if data.dtype.base_dtype.name not in _TYPES:
            raise TypeError(
                f"Value passed to parameter 'data' has DataType {data.dtype.name} not in list of "
                f"allowed values: {', '.join(_TYPES)}; cast it."
            )
        warp = tf1.convert_to_tensor(warp, dtype=data.dtype, name="warp")
        _check(data.shape, warp.shape)
        height, width = (tf1.shape(data)[axis] for axis in (1, 2))
        x, y = warp[..., 0], warp[..., 1]
        left, top = tf1.floor(x), tf1.floor(y)
        total: Any = 0
        for column, row in ((0, 0), (0, 1), (1, 0), (1, 1)):
            x0, y0 = left + column, top + row
            share = (1 - tf1.abs(x - x0)) * (1 - tf1.abs(y - y0))
            i, j = tf1.cast(y0, tf1.int32), tf1.cast(x0, tf1.int32)
            inside = (i >= 0) & (i < height) & (j >= 0) & (j < width)
            share = tf1.where(inside, share, tf1.zeros_like(share))
            pixel = tf1.stack(
                [tf1.clip_by_value(i, 0, height - 1), tf1.clip_by_value(j, 0, width - 1)], axis=-1
            )
            total += share[..., tf1.newaxis] * tf1.gather_nd(data, pixel, batch_dims=1)
        return total


def _check(data: Any, warp: Any) -> None:
    if data.rank not in (None, 4):
        raise ValueError(
            "Only bilinear interpolation is currently supported. The input data shape must be "
            f"[batch_size, data_height, data_width, data_channels], but is: {data}."
        )
    if warp.rank is not None and warp[-1:].as_list() not in ([2], [None]):
        raise ValueError(
            "Only bilinear interpolation is supported, warping coordinates must be 2D; warp shape "
            f"last entry should be 2, but shape vector is: {warp}."
        )
    if not data[:1].is_compatible_with(warp[:1]):
        raise ValueError(
            "Batch size of data and warp tensor must be the same, but input shapes are: "
            f"{data}, {warp}."
        )
