"""`tensorflow.contrib.slim.python.slim.model_analyzer`: tf-slim's."""

from __future__ import annotations

from tf_spec_compat._tf.slim import mirror

__getattr__, __dir__, __all__ = mirror(__name__, "tf_slim.model_analyzer")
