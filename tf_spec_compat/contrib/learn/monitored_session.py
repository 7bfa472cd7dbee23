"""Sessions with hooks (`...learn.monitored_session`): TensorFlow's own."""

from __future__ import annotations

from tf_spec_compat._tf import tf1

__all__ = [
    "ChiefSessionCreator",
    "MonitoredSession",
    "Scaffold",
    "SessionCreator",
    "WorkerSessionCreator",
]

ChiefSessionCreator = tf1.train.ChiefSessionCreator
MonitoredSession = tf1.train.MonitoredSession
Scaffold = tf1.train.Scaffold
SessionCreator = tf1.train.SessionCreator
WorkerSessionCreator = tf1.train.WorkerSessionCreator
