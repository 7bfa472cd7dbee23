"""Projective transforms of images: rotations, translations and what is composed of them.

A transform is `[a0, a1, a2, b0, b1, b2, c0, c1]`: the output's pixel `(x, y)` is the input's at
`((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k)`, where `k = c0 x + c1 y + 1`.
"""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = [
    "angles_to_projective_transforms",
    "compose_transforms",
    "flat_transforms_to_matrices",
    "matrices_to_flat_transforms",
    "rotate",
    "transform",
    "translate",
    "translations_to_projective_transforms",
]

_DTYPES = (tf.uint8, tf.int32, tf.int64, tf.float16, tf.float32, tf.float64)
_CHANNELS_ONLY, _ONE_IMAGE, _BATCH = 2, 3, 4  # ranks of images


def transform(
    images: Any,
    transforms: Any,
    interpolation: str = "NEAREST",
    output_shape: Any = None,
    name: str | None = None,
) -> Any:
    """Applies transforms to images; pixels from outside of the input are 0.

    ```python
    shifted = transform(images, [1, 0, -3, 0, 1, 0, 0, 0])  # three pixels to the right
    ```

    Args:
      images: `[batch, height, width, channels]`, `[height, width, channels]` or
        `[height, width]`, of uint8, int32, int64, or a float dtype.
      transforms: Float, `[8]` for all images or `[batch, 8]`.
      interpolation: `"NEAREST"` or `"BILINEAR"`.
      output_shape: The height and width of the output; those of the input by default.
      name: A name for the operations.

    Returns:
      A `Tensor` with the rank and dtype of `images`.

    Raises:
      TypeError: The dtype or the rank of `images`, or the rank of `transforms`, cannot be used.
      ValueError: `output_shape` is known and not of two elements.
    """
    with tf1.name_scope(name, "transform"):
        images = tf.convert_to_tensor(images, name="images")
        transforms = tf.convert_to_tensor(transforms, tf.float32, name="transforms")
        if images.dtype.base_dtype not in _DTYPES:
            raise TypeError(
                f"Invalid dtype {images.dtype}.; give images of "
                f"{', '.join(dtype.name for dtype in _DTYPES)}."
            )
        rank = images.shape.rank
        if rank is None:
            raise TypeError("image_or_images rank must be statically known")
        if rank not in (_CHANNELS_ONLY, _ONE_IMAGE, _BATCH):
            raise TypeError(f"Images should have rank between 2 and 4, got shape {images.shape}.")
        if transforms.shape.rank is None:
            raise TypeError("transforms rank must be statically known")
        if transforms.shape.rank not in (1, 2):
            raise TypeError(
                f"Transforms should have rank 1 or 2, got shape {transforms.shape}; "
                "give [8] or [batch, 8]."
            )
        if transforms.shape.rank == 1:
            transforms = transforms[tf.newaxis]
        batch = _to_batch(images)
        size = tf.shape(batch)[1:3] if output_shape is None else output_shape
        size = tf.convert_to_tensor(size, tf.int32, name="output_shape")
        if not size.shape.is_compatible_with([2]):
            raise ValueError(
                "output_shape must be a 1-D Tensor of 2 elements: new_height, new_width, "
                f"got {output_shape}"
            )
        output = tf.raw_ops.ImageProjectiveTransformV2(
            images=batch,
            transforms=transforms,
            output_shape=size,
            interpolation=interpolation.upper(),
        )
        static = tf.get_static_value(size)
        known = [None, None] if static is None else static.tolist()
        if output_shape is None:
            known = batch.shape[1:3].as_list()
        output.set_shape([batch.shape[0], *known, batch.shape[3]])
        return _like(output, rank)


def _to_batch(images: Any) -> Any:
    if images.shape.rank == _CHANNELS_ONLY:
        return images[tf.newaxis, :, :, tf.newaxis]
    return images[tf.newaxis] if images.shape.rank == _ONE_IMAGE else images


def _like(batch: Any, rank: int) -> Any:
    if rank == _CHANNELS_ONLY:
        return batch[0, :, :, 0]
    return batch[0] if rank == _ONE_IMAGE else batch


def rotate(
    images: Any, angles: Any, interpolation: str = "NEAREST", name: str | None = None
) -> Any:
    """Rotates images counterclockwise about their centres.

    Args:
      images: As for `transform`.
      angles: Radians, a float for all images or `[batch]`.
      interpolation: `"NEAREST"` or `"BILINEAR"`.
      name: A name for the operations.

    Returns:
      A `Tensor` with the shape and dtype of `images`.

    Raises:
      TypeError: As for `transform`.
    """
    with tf1.name_scope(name, "rotate"):
        images = tf.convert_to_tensor(images, name="images")
        if images.shape.rank is None:
            raise TypeError("image_or_images rank must be statically known")
        if images.shape.rank not in (_CHANNELS_ONLY, _ONE_IMAGE, _BATCH):
            raise TypeError(f"Images should have rank between 2 and 4, got shape {images.shape}.")
        shape = tf.cast(tf.shape(_to_batch(images)), tf.float32)
        transforms = angles_to_projective_transforms(angles, shape[1], shape[2])
        return transform(images, transforms, interpolation)


def translate(
    images: Any, translations: Any, interpolation: str = "NEAREST", name: str | None = None
) -> Any:
    """Moves images to the right and down.

    Args:
      images: As for `transform`.
      translations: `[dx, dy]` for all images, or `[batch, 2]`.
      interpolation: `"NEAREST"` or `"BILINEAR"`.
      name: A name for the operations.

    Returns:
      A `Tensor` with the shape and dtype of `images`.

    Raises:
      TypeError: As for `transform`.
    """
    with tf1.name_scope(name, "translate"):
        return transform(images, translations_to_projective_transforms(translations), interpolation)


def angles_to_projective_transforms(
    angles: Any, image_height: Any, image_width: Any, name: str | None = None
) -> Any:
    """Returns the transforms, `[batch, 8]`, that rotate by angles.

    Args:
      angles: Radians, a float or `[batch]`.
      image_height: The height of the images; a number or a scalar.
      image_width: Their width.
      name: A name for the operations.

    Raises:
      TypeError: The rank of `angles` is neither 0 nor 1.
    """
    with tf1.name_scope(name, "angles_to_projective_transforms"):
        angles = _of_rank(angles, (0, 1), "Angles should have rank 0 or 1.", "angles")
        angles = tf.reshape(angles, [-1])
        cos, sin = tf.cos(angles), tf.sin(angles)
        x, y = tf.cast(image_width, tf.float32) - 1, tf.cast(image_height, tf.float32) - 1
        dx, dy = (x - (cos * x - sin * y)) / 2, (y - (sin * x + cos * y)) / 2
        zero = tf.zeros_like(angles)
        return tf.stack([cos, -sin, dx, sin, cos, dy, zero, zero], axis=1)


def translations_to_projective_transforms(translations: Any, name: str | None = None) -> Any:
    """Returns the transforms, `[batch, 8]`, that move by `[dx, dy]` or `[batch, 2]`.

    Raises:
      TypeError: The rank of `translations` is neither 1 nor 2.
    """
    with tf1.name_scope(name, "translations_to_projective_transforms"):
        translations = _of_rank(
            translations, (1, 2), "Translations should have rank 1 or 2.", "translations"
        )
        dx, dy = tf.unstack(tf.reshape(translations, [-1, 2]), axis=1)
        zero, one = tf.zeros_like(dx), tf.ones_like(dx)
        return tf.stack([one, zero, -dx, zero, one, -dy, zero, zero], axis=1)


def _of_rank(value: Any, ranks: tuple[int, int], words: str, name: str) -> Any:
    value = tf.convert_to_tensor(value, tf.float32, name=name)
    if value.shape.rank is None:
        raise TypeError(f"{name} rank must be statically known")
    if value.shape.rank not in ranks:
        raise TypeError(f"{words[:-1]}, got shape {value.shape}.")
    return value


def compose_transforms(*transforms: Any) -> Any:
    """Returns the one transform that does what several do, the last of them to the image first.

    Args:
      *transforms: Each `[8]` or `[batch, 8]`.

    Returns:
      The transforms, `[batch, 8]`.

    Raises:
      AssertionError: There are none.
    """
    if not transforms:
        raise AssertionError("transforms cannot be empty; give at least one transform.")
    with tf1.name_scope("compose_transforms"):
        matrices = flat_transforms_to_matrices(transforms[0])
        for other in transforms[1:]:
            matrices = tf.matmul(matrices, flat_transforms_to_matrices(other))
        return matrices_to_flat_transforms(matrices)


def flat_transforms_to_matrices(transforms: Any) -> Any:
    """Returns transforms, `[8]` or `[batch, 8]`, as matrices, `[batch, 3, 3]`.

    Raises:
      ValueError: The shape of `transforms` is another one.
    """
    with tf1.name_scope("flat_transforms_to_matrices"):
        transforms = tf.convert_to_tensor(transforms, tf.float32, name="transforms")
        if transforms.shape.rank not in (1, 2):
            raise ValueError(
                f"Transforms should be 1D or 2D, got: {transforms}; give [8] or [batch, 8]."
            )
        transforms = tf.reshape(transforms, [-1, 8])
        ones = tf.ones([tf.shape(transforms)[0], 1])
        return tf.reshape(tf.concat([transforms, ones], axis=1), [-1, 3, 3])


def matrices_to_flat_transforms(transform_matrices: Any) -> Any:
    """Returns matrices, `[3, 3]` or `[batch, 3, 3]`, as transforms, `[batch, 8]`.

    Raises:
      ValueError: The shape of `transform_matrices` is another one.
    """
    with tf1.name_scope("matrices_to_flat_transforms"):
        matrices = tf.convert_to_tensor(transform_matrices, tf.float32, name="matrices")
        if matrices.shape.rank not in (2, 3):
            raise ValueError(
                f"Matrices should be 2D or 3D, got: {matrices}; give [3, 3] or [batch, 3, 3]."
            )
        flat = tf.reshape(matrices, [-1, 9])
        return (flat / flat[:, 8:])[:, :8]
