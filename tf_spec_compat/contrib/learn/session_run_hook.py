"""What a hook is made of (`...learn.session_run_hook`): TensorFlow's own."""

from __future__ import annotations

from tf_spec_compat._tf import tf1

__all__ = [
    "SessionRunArgs",
    "SessionRunContext",
    "SessionRunHook",
    "SessionRunValues",
]

SessionRunArgs = tf1.train.SessionRunArgs
SessionRunContext = tf1.train.SessionRunContext
SessionRunHook = tf1.train.SessionRunHook
SessionRunValues = tf1.train.SessionRunValues
