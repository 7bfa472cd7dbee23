"""`ClusterConfig`: what `TF_CONFIG` says about the cluster (`...learn.estimators.run_config`)."""

from __future__ import annotations

import json
import os
from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["VARIABLE", "ClusterConfig", "Environment", "TaskType", "read_tf_config"]

VARIABLE = "TF_CONFIG"


class Environment:
    """The values of `environment`, which decides on who is the chief."""

    CLOUD = "cloud"
    GOOGLE = "google"
    LOCAL = "local"


class TaskType:
    """The values of `task_type` that contrib knows."""

    MASTER = "master"
    PS = "ps"
    WORKER = "worker"


class ClusterConfig:
    """What the environment variable `TF_CONFIG` says about the cluster and this process in it.

    Deprecated, as in contrib; use `tf.estimator.RunConfig`.
    """

    def __init__(self, master: str | None = None, evaluation_master: str | None = None) -> None:
        """Reads `TF_CONFIG`, a JSON object with `cluster`, `task` and `environment`.

        Args:
          master: The TensorFlow server to run on. None takes this process' own from the cluster,
            and the process itself (`''`) where there is no cluster or it has a single member.
          evaluation_master: The server to evaluate on; None is `''`.

        Raises:
          ValueError: If `TF_CONFIG` is no JSON, or its task is not in its cluster.
          AttributeError, TypeError, OverflowError: If a part of it is not of its type.
        """
        self._read_cluster(read_tf_config())
        self._master = self._own_address() if master is None else master
        self._evaluation_master = evaluation_master or ""

    def _read_cluster(self, tf_config: dict[str, Any]) -> None:
        self._task_type, self._task_id = _task(tf_config)
        self._cluster_spec = tf1.train.ClusterSpec(tf_config.get("cluster", {}))
        self._environment = tf_config.get("environment", Environment.LOCAL)
        cluster = self._cluster_spec.as_dict()
        self._num_ps_replicas = len(cluster.get(TaskType.PS, ()))
        workers = (TaskType.WORKER, TaskType.MASTER)
        self._num_worker_replicas = sum(len(cluster.get(job, ())) for job in workers)
        # In the cloud the cluster has a master, elsewhere the first worker does its duties.
        chief = TaskType.MASTER if self._environment == Environment.CLOUD else TaskType.WORKER
        self._is_chief = self._task_id == 0 and self._task_type in (None, chief)

    def _own_address(self) -> str:
        """Returns the address of this process' server, empty where it needs none."""
        cluster = self._cluster_spec.as_dict()
        if (sum(map(len, cluster.values())) < 2 and len(cluster) < 2) or self._task_type is None:
            return ""
        if self._task_type not in cluster:
            raise ValueError(
                f"{self._task_type} is not a valid task_type in the cluster_spec:\n"
                f"{self._cluster_spec}\nNote that these values may be coming from the TF_CONFIG "
                "environment variable. Give the master of this process otherwise."
            )
        try:
            address = self._cluster_spec.task_address(self._task_type, self._task_id)
        except ValueError as error:
            raise ValueError(
                f"{self._task_id} is not a valid task_id for task_type {self._task_type} in the "
                f"cluster_spec:\n{self._cluster_spec}\nNote that these value may be coming from "
                "the TF_CONFIG environment variable."
            ) from error
        return f"grpc://{address}"

    @property
    def cluster_spec(self) -> Any:
        """The `tf.train.ClusterSpec`, empty on a single machine."""
        return self._cluster_spec

    @property
    def environment(self) -> str:
        """One of `Environment`, by default `local`."""
        return self._environment

    @property
    def evaluation_master(self) -> str:
        """The server to evaluate on."""
        return self._evaluation_master

    @property
    def is_chief(self) -> bool:
        """Whether this process saves checkpoints: the first worker, in the cloud the master."""
        return self._is_chief

    @property
    def master(self) -> str:
        """The server to train on."""
        return self._master

    @property
    def num_ps_replicas(self) -> int:
        """How many parameter servers there are."""
        return self._num_ps_replicas

    @property
    def num_worker_replicas(self) -> int:
        """How many workers there are, the master among them."""
        return self._num_worker_replicas

    @property
    def task_id(self) -> int:
        """The number of this process among those of its type."""
        return self._task_id

    @property
    def task_type(self) -> str | None:
        """What this process does in the cluster; None where `TF_CONFIG` does not say."""
        return self._task_type

    @staticmethod
    def get_task_id() -> int:
        """Returns the index of the task in `TF_CONFIG`, 0 if there is none.

        Raises:
          ValueError: If `TF_CONFIG` is no JSON.
          AttributeError, TypeError, OverflowError: If a part of it is not of its type.
        """
        return _task(read_tf_config())[1]


def read_tf_config() -> dict[str, Any]:
    """Returns what `TF_CONFIG` says, nothing where it is not set or empty.

    Raises:
      ValueError: It is no JSON, or has too many objects or lists within one another.
      AttributeError: It is no JSON object, or its task is none.
    """
    text = os.environ.get(VARIABLE) or "{}"
    try:
        config: Any = json.loads(text)
    except RecursionError:
        raise ValueError(
            f"{VARIABLE} has too many objects or lists within one another; it begins with "
            f"{text[:40]!r}."
        ) from None
    for name, part in ((VARIABLE, config), (f"The task of {VARIABLE}", _get_task(config))):
        if not isinstance(part, dict):
            raise AttributeError(
                f"{name} must be a JSON object, got {part!r:.80}; it looks like "
                '{"cluster": {"worker": ["host:2222"]}, "task": {"type": "worker", "index": 0}}.'
            )
    return config


def _get_task(config: Any) -> Any:
    return config.get("task", {}) if isinstance(config, dict) else {}


def _task(config: dict[str, Any]) -> tuple[Any, int]:
    """Returns type and index of the task.

    Raises:
      ValueError, TypeError, OverflowError: The index is no whole number, or the type no text.
    """
    task = config.get("task", {})
    kind, index = task.get("type"), task.get("index") or 0
    if isinstance(kind, (list, dict)):
        raise TypeError(f"The task type of {VARIABLE} must be text such as 'worker', got {kind!r}.")
    try:
        return kind, int(index)
    except (ValueError, TypeError, OverflowError) as error:
        raise type(error)(
            f"{error}: the task index of {VARIABLE} must be a number such as 0, got {index!r:.80}."
        ) from None
