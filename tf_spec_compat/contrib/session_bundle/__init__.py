"""`tensorflow.contrib.session_bundle`: the messages and constants of exports before SavedModel."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "constants": ".constants:",
        "exporter": ".exporter:",
        "gc": ".gc:",
        "manifest_pb2": ".manifest_pb2:",
    },
)
