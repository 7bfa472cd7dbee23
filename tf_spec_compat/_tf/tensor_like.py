"""Classes of the user's that TensorFlow takes for tensors, as TF 1.15 did."""

from __future__ import annotations

from typing import Any

__all__ = ["register_dense_tensor_like_type"]


def register_dense_tensor_like_type(tensor_type: type[Any]) -> None:
    """Makes objects of a class tensors for `tf.is_tensor` and `tf.contrib.framework.is_tensor`.

    `ops.register_dense_tensor_like_type` of TF 1.15, which also let TensorFlow take them for values
    to fetch. TensorFlow 2 knows such a class by its attribute `is_tensor_like`, so the class gets
    one; `ops.register_tensor_conversion_function` says, as ever, how they become tensors.

    Args:
      tensor_type: A class with the properties `name` and `dtype`.

    Raises:
      TypeError: It lacks one of these.
    """
    known = getattr(tensor_type, "__name__", repr(tensor_type))
    for name in ("name", "dtype"):
        if not isinstance(getattr(tensor_type, name, None), property):
            raise TypeError(
                f"Type {known} does not define a `{name}` property; "
                "define it with @property, as tensors have it."
            )
    if not hasattr(tensor_type, "is_tensor_like"):
        tensor_type.is_tensor_like = property(_is_tensor_like)


def _is_tensor_like(self: object) -> bool:
    return True
