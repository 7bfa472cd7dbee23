"""Warps of images: by a flow for each pixel, or by control points and a spline between them."""

from __future__ import annotations

from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1

__all__ = ["EPSILON", "dense_image_warp", "interpolate_spline", "sparse_image_warp"]

# What squared distances are at least, lest a logarithm or a derivative is not finite.
EPSILON = 0.0000000001

_SMALLEST = 2  # pixels along a side, between which there is something to interpolate


def dense_image_warp(image: Any, flow: Any, name: str = "dense_image_warp") -> Any:
    """Moves each pixel by a flow: `output[b, y, x] = image[b, y - flow[..., 0], x - flow[..., 1]]`.

    Between pixels is interpolated bilinearly; outside the nearest pixel of the border counts.

    Args:
      image: Float, `[batch, height, width, channels]`, height and width at least 2.
      flow: Float, `[batch, height, width, 2]`.
      name: A name for the operations.

    Returns:
      A `Tensor` with the shape and dtype of `image`.

    Raises:
      ValueError: The height or the width is known and less than 2, or `image` has another rank.
    """
    with tf.name_scope(name):
        image = tf.convert_to_tensor(image, name="image")
        flow = tf.convert_to_tensor(flow, name="flow")
        if image.shape.rank not in (None, 4):
            raise ValueError(
                f"grid must be 4 dimensional Tensor, got shape {image.shape}; "
                "give [batch, height, width, channels]."
            )
        if any(side is not None and side < _SMALLEST for side in image.shape[1:3].as_list()):
            raise ValueError(
                f"Grid must be at least batch_size by 2 by 2, got an image of shape {image.shape}."
            )
        shape = tf.shape(image)
        rows, columns = tf.meshgrid(tf.range(shape[1]), tf.range(shape[2]), indexing="ij")
        pixels = tf.cast(tf.stack([rows, columns], axis=2), flow.dtype)[tf.newaxis] - flow
        last = tf.cast(shape[1:3] - 2, flow.dtype)
        corner = tf.minimum(tf.maximum(tf.floor(pixels), 0), last)
        weight = tf.cast(tf.clip_by_value(pixels - corner, 0, 1), image.dtype)
        y, x = tf.unstack(tf.cast(corner, tf.int32), axis=3)
        wy, wx = weight[..., :1], weight[..., 1:]

        def at(y: Any, x: Any) -> Any:
            return tf.gather_nd(image, tf.stack([y, x], axis=3), batch_dims=1)

        top = at(y, x) + wx * (at(y, x + 1) - at(y, x))
        bottom = at(y + 1, x) + wx * (at(y + 1, x + 1) - at(y + 1, x))
        warped = top + wy * (bottom - top)
        warped.set_shape(image.shape)
        return warped


def interpolate_spline(
    train_points: Any,
    train_values: Any,
    query_points: Any,
    order: int,
    regularization_weight: float = 0.0,
    name: str = "interpolate_spline",
) -> Any:
    """Interpolates values at points by a polyharmonic spline with a linear part.

    The spline is a sum of `phi(|x - x_i|)`, `phi(r) = r^order`, times `log(r)` for an even order,
    and of a linear function (Duchon, 1977); order 2 is the thin plate spline.

    Args:
      train_points: Float, `[batch, n, d]`.
      train_values: The values there, `[batch, n, k]`.
      query_points: Where to interpolate, `[batch, m, d]`.
      order: At least 1.
      regularization_weight: How much smoothness counts against passing through the values.
      name: A name for the operations.

    Returns:
      The values at the query points, `[batch, m, k]`.

    Raises:
      ValueError: The rank of `train_points` or `train_values` is not 3, or `order` is not
        positive.
    """
    with tf.name_scope(name):
        points = tf.convert_to_tensor(train_points, name="train_points")
        values = tf.convert_to_tensor(train_values, name="train_values")
        query = tf.convert_to_tensor(query_points, name="query_points")
        for what, given in (("train_points", points), ("train_values", values)):
            if given.shape.rank not in (None, 3):
                raise ValueError(f"{what} must have rank 3, got shape {given.shape}.")
        if order < 1:
            raise ValueError(f"order must be at least 1, got {order}.")
        kernel = _phi(_squared_distances(points, points), order)
        shape = tf.shape(points)
        if regularization_weight > 0:
            kernel += regularization_weight * tf.eye(shape[1], dtype=points.dtype)[tf.newaxis]
        linear = tf.concat([points, tf.ones_like(points[..., :1])], axis=2)
        size = shape[2] + 1
        # Nothing in the lower right corner would do; contrib's solver wants it regular.
        corner = 1e-10 * tf.random.stateless_normal(
            [shape[0], size, size], seed=[0, 0], dtype=points.dtype
        )
        left = tf.concat(
            [
                tf.concat([kernel, linear], axis=2),
                tf.concat([tf.linalg.matrix_transpose(linear), corner], axis=2),
            ],
            axis=1,
        )
        right = tf.concat(
            [values, tf.zeros([shape[0], size, tf.shape(values)[2]], values.dtype)], 1
        )
        weights = tf.linalg.solve(left, right)
        at_query = tf.concat([query, tf.ones_like(query[..., :1])], axis=2)
        return tf.matmul(
            _phi(_squared_distances(query, points), order), weights[:, : shape[1]]
        ) + tf.matmul(at_query, weights[:, shape[1] :])


def _squared_distances(a: Any, b: Any) -> Any:
    difference = a[:, :, tf.newaxis] - b[:, tf.newaxis]
    return tf.reduce_sum(tf.square(difference), axis=3)


def _phi(squared: Any, order: int) -> Any:
    squared = tf.maximum(squared, EPSILON)
    power = tf.pow(squared, order / 2)
    return power if order % 2 else 0.5 * power * tf1.log(squared)


def sparse_image_warp(
    image: Any,
    source_control_point_locations: Any,
    dest_control_point_locations: Any,
    interpolation_order: int = 2,
    regularization_weight: float = 0.0,
    num_boundary_points: int = 0,
    name: str = "sparse_image_warp",
) -> tuple[Any, Any]:
    """Warps an image so that control points move from their source to their destination.

    Args:
      image: Float, `[batch, height, width, channels]`, of a known shape.
      source_control_point_locations: Float, `[batch, n, 2]`, rows and columns.
      dest_control_point_locations: Float, `[batch, n, 2]`.
      interpolation_order: The order of the spline between them.
      regularization_weight: That of the spline.
      num_boundary_points: Points on each edge, besides the corners, that stay where they are: 0
        for none, 1 for the corners alone.
      name: A name for the operations.

    Returns:
      The warped image, with the shape of `image`, and the flow, `[batch, height, width, 2]`.

    Raises:
      ValueError: `num_boundary_points` is negative.
    """
    with tf.name_scope(name):
        image = tf.convert_to_tensor(image)
        source = tf.convert_to_tensor(source_control_point_locations)
        destination = tf.convert_to_tensor(dest_control_point_locations)
        if num_boundary_points < 0:
            raise ValueError(f"num_boundary_points must be >= 0, got {num_boundary_points}.")
        batch, height, width, _ = image.shape.as_list()
        if num_boundary_points:
            edge = _boundary(height, width, num_boundary_points - 1)
            fixed = tf.tile(tf.constant(edge, source.dtype)[tf.newaxis], [batch, 1, 1])
            source = tf.concat([source, fixed], axis=1)
            destination = tf.concat([destination, fixed], axis=1)
        grid = np.stack(np.meshgrid(range(height), range(width), indexing="ij"), axis=2)
        pixels = np.tile(grid.reshape(1, -1, 2), [batch, 1, 1])
        flow = interpolate_spline(
            destination,
            destination - source,
            tf.constant(pixels, source.dtype),
            interpolation_order,
            regularization_weight,
        )
        flow = tf.reshape(flow, [batch, height, width, 2])
        return dense_image_warp(image, flow), flow


def _boundary(height: int, width: int, between: int) -> np.ndarray[Any, Any]:
    """Returns points on the edges of an image, `[n, 2]`: its corners and some between them."""
    rows = np.linspace(0, height - 1, between + 2)
    columns = np.linspace(0, width - 1, between + 2)
    return np.array(
        [(y, x) for y in rows for x in columns if y in rows[[0, -1]] or x in columns[[0, -1]]]
    )
