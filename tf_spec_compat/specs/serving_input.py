"""What a contrib model is served with (`...learn.utils.input_fn_utils`)."""

from __future__ import annotations

import collections
from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["InputFnOps", "build_default_serving_input_fn", "build_parsing_serving_input_fn"]


class InputFnOps(collections.namedtuple("InputFnOps", ["features", "labels", "default_inputs"])):
    """What a serving input_fn returns. Deprecated: use `tf.estimator.export.ServingInputReceiver`.

    Behaviour: TF 1.15.5.

    Attributes:
      features: Feature name -> `Tensor` or `SparseTensor`: what the model_fn is given.
      labels: `None`, as there are none to serve with.
      default_inputs: Name -> `Tensor`, usually placeholders: what a server feeds. It becomes the
        inputs of the signatures. May be `None` if nothing is exported.

    Example:
      >>> def serving_input_fn():
      ...     x = tf.placeholder(tf.float32, [None, 4], name="x")
      ...     return learn.InputFnOps({"x": x}, None, {"x": x})
      >>> serving_input_fn().default_inputs["x"].shape.as_list()
      [None, 4]
    """

    __slots__ = ()


def build_parsing_serving_input_fn(
    feature_spec: Mapping[str, Any], default_batch_size: int | None = None
) -> Callable[[], InputFnOps]:
    """Returns an input_fn for a server that is sent serialized `tf.Example`s.

    Deprecated: use `tf.estimator.export.build_parsing_serving_input_receiver_fn`. Behaviour: TF
    1.15.5.

    It builds a string placeholder of shape `[default_batch_size]`, called `examples` in
    `default_inputs`, and parses it.

    Args:
      feature_spec: Feature name -> `FixedLenFeature`, `VarLenFeature` or another spec for
        `tf.io.parse_example`.
      default_batch_size: The number of examples in a request; `None` for any.

    Raises:
      ValueError: From the input_fn, if `feature_spec` is empty.

    Example:
      >>> columns = [layers.real_valued_column("x", dimension=4)]
      >>> feature_spec = layers.create_feature_spec_for_parsing(columns)
      >>> features, _, inputs = learn.build_parsing_serving_input_fn(feature_spec)()
      >>> features["x"].shape.as_list(), inputs["examples"].dtype
      ([None, 4], tf.string)
    """

    def input_fn() -> InputFnOps:
        if not feature_spec:
            raise ValueError(
                f"Missing: features was {feature_spec!r}. Give at least one feature to parse, for "
                "example {'x': tf.io.FixedLenFeature([2], tf.float32)}."
            )
        # The names of TF 1.15, by which clients feed and fetch; that of the operation, too.
        serialized = tf1.placeholder(tf.string, [default_batch_size], name="input_example_tensor")
        features = tf1.parse_example(serialized, feature_spec, name="ParseExample")
        return InputFnOps(features, None, {"examples": serialized})

    return input_fn


def build_default_serving_input_fn(
    features: Mapping[str, Tensor], default_batch_size: int | None = None
) -> Callable[[], InputFnOps]:
    """Returns an input_fn for a server that is sent the features themselves.

    Deprecated: use `tf.estimator.export.build_raw_serving_input_receiver_fn`. Behaviour: TF 1.15.5.

    It builds a placeholder for each feature, with its dtype, its shape behind the first dimension
    and the name of its operation. `features` and `default_inputs` are the same placeholders.

    Args:
      features: Feature name -> `Tensor` or `Variable` of rank one or more, of any graph. (Of a
        `SparseTensor`, contrib took its shape and the name of its values, and built a dense
        placeholder of them.)
      default_batch_size: The size of the first dimension; `None` for any.

    Raises:
      ValueError: From the input_fn, if a feature's shape is unknown.
      IndexError: From the input_fn, if a feature is a scalar.
      AttributeError: From the input_fn, if `features` are no dict, or hold what is no tensor.

    Example:
      >>> input_fn = learn.utils.build_default_serving_input_fn({"x": tf.zeros([8, 4])})
      >>> input_fn().default_inputs["x"].shape.as_list()
      [None, 4]
    """

    def input_fn() -> InputFnOps:
        if not isinstance(features, Mapping):
            raise AttributeError(f"features must be a dict of name -> Tensor, got {features!r}.")
        placeholders = {
            name: _placeholder(name, feature, default_batch_size)
            for name, feature in features.items()
        }
        return InputFnOps(placeholders, None, dict(placeholders))

    return input_fn


def _placeholder(name: str, feature: Tensor, batch_size: int | None) -> Tensor:
    if not hasattr(feature, "get_shape"):
        raise AttributeError(f"features[{name!r}] must be a Tensor, got {feature!r}.")
    shape = feature.get_shape()
    if shape.rank is None:
        raise ValueError(
            "as_list() is not defined on an unknown TensorShape: that of "
            f"features[{name!r}], {feature!r}; use tensor.set_shape, with None for the number of "
            "examples."
        )
    if not shape.rank:
        raise IndexError(
            f"features[{name!r}] is the scalar {feature!r}; its first dimension must be the number "
            "of examples."
        )
    return tf1.placeholder(feature.dtype, [batch_size, *shape[1:]], name=feature.op.name)
