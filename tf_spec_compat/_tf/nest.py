"""TensorFlow's nests, under the names of TF 1.15."""

from __future__ import annotations

from typing import Any

from tensorflow.python.util import nest

from tf_spec_compat._tf.internals import legacy_attribute

__all__: list[str] = []


def __getattr__(name: str) -> Any:
    return legacy_attribute(nest, name)
