"""`tensorflow.contrib.framework.python.ops.arg_scope`: tf-slim's, one stack of scopes with it."""

from __future__ import annotations

from tf_spec_compat._tf.slim import mirror

__getattr__, __dir__, __all__ = mirror(__name__, "tf_slim.ops.arg_scope")
