"""What tensors look like, apart from their values (`...estimators.tensor_signature`)."""

from __future__ import annotations

import collections
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor

__all__ = [
    "TensorSignature",
    "create_example_parser_from_signatures",
    "create_placeholders_from_signatures",
    "create_signatures",
    "tensors_compatible",
]


class TensorSignature(collections.namedtuple("TensorSignature", ["dtype", "shape", "is_sparse"])):
    """The dtype and static shape of a `Tensor`, or the dtype of a `SparseTensor`.

    Deprecated, as in contrib; use `tf.TensorSpec` and `tf.SparseTensorSpec`.
    """

    def __new__(cls, tensor: Tensor) -> TensorSignature:
        """Describes `tensor`.

        Raises:
          AttributeError: If it is no tensor.
        """
        if isinstance(tensor, tf.SparseTensor):
            return super().__new__(cls, dtype=tensor.values.dtype, shape=None, is_sparse=True)
        return super().__new__(cls, dtype=tensor.dtype, shape=tensor.get_shape(), is_sparse=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles by fields; the constructor takes a tensor."""
        return type(self)._make, (tuple(self),)

    def is_compatible_with(self, other: TensorSignature) -> bool:
        """Whether dtypes are the same and shapes, but for the number of examples, agree."""
        if self.dtype != other.dtype or self.is_sparse != other.is_sparse:
            return False
        return self.is_sparse or bool(_one(self.shape).is_compatible_with(_one(other.shape)))

    def get_placeholder(self) -> Any:
        """Makes a placeholder for such tensors, with any number of examples.

        Raises:
          ValueError: If the rank is unknown.
        """
        if self.is_sparse:
            return tf1.sparse_placeholder(self.dtype)
        if self.shape.rank is None:
            raise ValueError(f"Cannot iterate over a shape with unknown rank: that of {self!r}.")
        return tf1.placeholder(self.dtype, [None, *self.shape[1:]])

    def get_feature_spec(self) -> Any:
        """Returns the feature that `tf.io.parse_example` reads such tensors as."""
        dtype = tf.int64 if self.dtype.is_integer or self.dtype.is_bool else self.dtype
        dtype = tf.float32 if dtype.is_floating else dtype
        if self.is_sparse:
            return tf.io.VarLenFeature(dtype)
        return tf.io.FixedLenFeature(_one(self.shape), dtype)


def _one(shape: Any) -> Any:
    """The shape of one example."""
    return shape if shape.rank is None else shape[1:]


def create_signatures(tensors: Any) -> Any:
    """Describes a tensor, each of a dict of tensors, or None (by None)."""
    if isinstance(tensors, dict):
        return {key: TensorSignature(tensor) for key, tensor in tensors.items()}
    return None if tensors is None else TensorSignature(tensors)


def tensors_compatible(tensors: Any, signatures: Any) -> bool:
    """Whether a tensor, or a dict with at least the same keys, fits what was described."""
    if tensors is None or signatures is None:
        return tensors is None and signatures is None
    if isinstance(signatures, dict):
        return isinstance(tensors, dict) and all(
            key in tensors and TensorSignature(tensors[key]).is_compatible_with(signature)
            for key, signature in signatures.items()
        )
    if isinstance(tensors, dict):
        return False
    return TensorSignature(tensors).is_compatible_with(signatures)


def create_placeholders_from_signatures(signatures: Any) -> Any:
    """Makes a placeholder for each signature; None for None."""
    if isinstance(signatures, dict):
        return {key: signature.get_placeholder() for key, signature in signatures.items()}
    return None if signatures is None else signatures.get_placeholder()


def create_example_parser_from_signatures(
    signatures: Any, examples_batch: Any, single_feature_name: str = "feature"
) -> Any:
    """Parses serialized `tf.Example`s into what was described.

    Args:
      signatures: A signature, or a dict of them by the name of the feature.
      examples_batch: A string tensor of shape `[batch]`.
      single_feature_name: The feature to read where there is one signature and no dict.

    Returns:
      A tensor for each signature, in the same structure and of the described dtype.
    """
    several = signatures if isinstance(signatures, dict) else {single_feature_name: signatures}
    features = tf.io.parse_example(
        examples_batch,
        {key: signature.get_feature_spec() for key, signature in several.items()},
        name="ParseExample",
    )
    features = {
        key: tensor if tensor.dtype == several[key].dtype else tf.cast(tensor, several[key].dtype)
        for key, tensor in features.items()
    }
    return features if isinstance(signatures, dict) else features[single_feature_name]
