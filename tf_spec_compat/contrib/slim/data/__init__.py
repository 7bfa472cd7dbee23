"""`tensorflow.contrib.slim.python.slim.data`: readers, decoders and providers of data."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODULES = (
    "data_decoder",
    "data_provider",
    "dataset",
    "dataset_data_provider",
    "parallel_reader",
    "prefetch_queue",
    "tfexample_decoder",
)

__getattr__, __dir__, __all__ = attach(__name__, {name: f".{name}:" for name in _MODULES})
