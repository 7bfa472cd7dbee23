"""`tensorflow.contrib.slim.nets`: the networks that tf-slim has."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODULES = (
    "alexnet",
    "inception",
    "inception_v1",
    "inception_v2",
    "inception_v3",
    "overfeat",
    "resnet_utils",
    "resnet_v1",
    "resnet_v2",
    "vgg",
)

__getattr__, __dir__, __all__ = attach(__name__, {name: f".{name}:" for name in _MODULES})
