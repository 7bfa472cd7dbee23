"""Operations that TensorFlow has, as `tensorflow.python.framework.op_def_registry` listed them."""

from __future__ import annotations

from typing import Any

from tensorflow.core.framework import op_def_pb2
from tensorflow.python.client import pywrap_tf_session
from tensorflow.python.framework import op_def_registry

__all__ = ["get_registered_ops"]


def get_registered_ops() -> dict[str, Any]:
    """Returns the operations by name: `{"Add": OpDef}`.

    Those of libraries that were loaded are among them. In TensorFlow 1 it was the registry itself,
    now it is a copy of TensorFlow's.
    """
    buffer = pywrap_tf_session.TF_GetAllOpList()
    try:
        known = op_def_pb2.OpList.FromString(pywrap_tf_session.TF_GetBuffer(buffer))
    finally:
        pywrap_tf_session.TF_DeleteBuffer(buffer)
    return {op.name: op_def_registry.get(op.name) for op in known.op}
