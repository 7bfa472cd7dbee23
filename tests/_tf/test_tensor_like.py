"""Classes of the user's that are taken for tensors."""

import pytest

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.tensor_like import register_dense_tensor_like_type


class Value:
    """As TF 1.15 wanted it."""

    name = property(lambda self: "value")
    dtype = property(lambda self: tf.float32)


class Plain:
    """Has no property."""

    name = "plain"


def test_register():
    """Objects of a registered class are tensors, those of others are not."""
    assert not tf.is_tensor(Value())
    register_dense_tensor_like_type(Value)
    register_dense_tensor_like_type(Value)
    assert tf.is_tensor(Value())
    assert not tf.is_tensor(Plain())


def test_what_a_class_lacks():
    """A class without one of the properties is refused in TF 1.15's words."""
    with pytest.raises(TypeError, match=r"^Type Plain does not define a `name` property"):
        register_dense_tensor_like_type(Plain)
    with pytest.raises(TypeError, match=r"^Type 3 does not define a `name` property"):
        register_dense_tensor_like_type(3)
