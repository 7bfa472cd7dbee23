"""Where variables go in a cluster, and what contrib advised (`...learn.estimators.estimator`)."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.training.types import Config

__all__ = [
    "AS_ITERABLE_DATE",
    "AS_ITERABLE_INSTRUCTIONS",
    "SCIKIT_DECOUPLE_DATE",
    "SCIKIT_DECOUPLE_INSTRUCTIONS",
    "get_replica_device_setter",
]

# When contrib began to advise, and what.
AS_ITERABLE_DATE = "2016-09-15"
AS_ITERABLE_INSTRUCTIONS = "predict gives a generator unless it is called with as_iterable=False."
SCIKIT_DECOUPLE_DATE = "2016-12-01"
SCIKIT_DECOUPLE_INSTRUCTIONS = "Wrap the estimator in SKCompat to call it with x, y and batch_size."

_PS_OPS = (
    "Variable",
    "VariableV2",
    "AutoReloadVariable",
    "MutableHashTable",
    "MutableHashTableV2",
    "MutableHashTableOfTensors",
    "MutableHashTableOfTensorsV2",
    "MutableDenseHashTable",
    "MutableDenseHashTableV2",
    "VarHandleOp",
)


def get_replica_device_setter(config: Config) -> Any:
    """Returns what places variables on the parameter servers of a `RunConfig`; None without any."""
    if not config.num_ps_replicas:
        return None
    worker = "/job:worker"
    if config.task_type:
        worker = f"/job:{config.task_type}/task:{config.task_id}"
    return tf1.train.replica_device_setter(
        ps_tasks=config.num_ps_replicas,
        worker_device=worker,
        merge_devices=True,
        ps_ops=[*_PS_OPS],
        cluster=config.cluster_spec,
    )
