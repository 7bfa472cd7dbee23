"""`tensorflow.contrib.slim.python.slim.nets.resnet_utils`: tf-slim's."""

from __future__ import annotations

from tf_spec_compat._tf.slim import mirror

__getattr__, __dir__, __all__ = mirror(__name__, "tf_slim.nets.resnet_utils")
