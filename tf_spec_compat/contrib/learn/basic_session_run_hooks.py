"""Hooks that contrib named first (`...learn.basic_session_run_hooks`): TensorFlow's own.

In TF 1.15 they were subclasses that logged their deprecation.
"""

from __future__ import annotations

from tf_spec_compat._tf import tf1

__all__ = [
    "CheckpointSaverHook",
    "LoggingTensorHook",
    "NanLossDuringTrainingError",
    "NanTensorHook",
    "StepCounterHook",
    "StopAtStepHook",
    "SummarySaverHook",
]

CheckpointSaverHook = tf1.train.CheckpointSaverHook
LoggingTensorHook = tf1.train.LoggingTensorHook
NanLossDuringTrainingError = tf1.train.NanLossDuringTrainingError
NanTensorHook = tf1.train.NanTensorHook
StepCounterHook = tf1.train.StepCounterHook
StopAtStepHook = tf1.train.StopAtStepHook
SummarySaverHook = tf1.train.SummarySaverHook
