"""What tensorflow-estimator's heads keep private."""

from __future__ import annotations

from tf_spec_compat._tf import bridge  # noqa: F401 - makes tensorflow-estimator importable

from tensorflow_estimator.python.estimator.head import base_head  # isort: skip

__all__ = ["train_op_of"]

train_op_of = base_head.create_estimator_spec_train_op
