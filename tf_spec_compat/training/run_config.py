"""`RunConfig`: how and where a model runs (`...learn.estimators.run_config`)."""

from __future__ import annotations

import collections
import contextlib
import os
from collections.abc import Iterator
from typing import Any

from tf_spec_compat._tf import estimator, silenced_deprecations, tf1
from tf_spec_compat.training.cluster_config import (
    VARIABLE,
    ClusterConfig,
    TaskType,
    read_tf_config,
)

__all__ = ["RunConfig"]

# What does not make another run of it, by default.
_DEFAULT_UID_WHITE_LIST = [
    "tf_random_seed",
    "save_summary_steps",
    "save_checkpoints_steps",
    "save_checkpoints_secs",
    "session_config",
    "keep_checkpoint_max",
    "keep_checkpoint_every_n_hours",
    "log_step_count_steps",
]

# What the core class keeps beyond contrib's fields; no part of a uid.
_CORE_ONLY = frozenset(
    {
        "_checkpoint_save_graph_def",
        "_experimental_distribute",
        "_global_id_in_cluster",
        "_service",
    }
)


@contextlib.contextmanager
def _no_empty_tf_config() -> Iterator[None]:
    """Takes `TF_CONFIG` away where it is empty: the core class would read it as JSON."""
    empty = os.environ.get(VARIABLE) == ""
    if empty:
        del os.environ[VARIABLE]
    try:
        yield
    finally:
        if empty:
            os.environ.setdefault(VARIABLE, "")


class RunConfig(ClusterConfig, estimator.RunConfig):
    """contrib's configuration of a run, which is a `tf.estimator.RunConfig` too.

    Deprecated, as in contrib; use `tf.estimator.RunConfig`. Behaviour: TF 1.15.5.

    So `tf.estimator.Estimator` takes it as it is. As in contrib, the cluster is read by contrib's
    rules (see `ClusterConfig`), and values are not checked here but where they are used.

    Example:
      >>> config = learn.RunConfig(save_checkpoints_steps=100, model_dir="model")
      >>> config.save_checkpoints_steps, config.save_checkpoints_secs, config.is_chief
      (100, None, True)
    """

    _USE_DEFAULT = 0

    def __init__(
        self,
        master: str | None = None,
        num_cores: int = 0,
        log_device_placement: bool = False,
        gpu_memory_fraction: float = 1,
        tf_random_seed: int | None = None,
        save_summary_steps: int | None = 100,
        save_checkpoints_secs: int | None = _USE_DEFAULT,
        save_checkpoints_steps: int | None = None,
        keep_checkpoint_max: int = 5,
        keep_checkpoint_every_n_hours: float = 10000,
        log_step_count_steps: int | None = 100,
        protocol: str | None = None,
        evaluation_master: str = "",
        model_dir: str | None = None,
        session_config: Any = None,
        session_creation_timeout_secs: int = 7200,
    ) -> None:
        """Keeps the arguments, and reads the cluster from `TF_CONFIG`.

        Args:
          master: The server to run on; None takes it from `TF_CONFIG`.
          num_cores: How many threads `tf_config` allows; 0 leaves it to TensorFlow.
          log_device_placement: Whether `tf_config` asks for a log of where operations run.
          gpu_memory_fraction: How much of each GPU's memory `tf_config` allows to be taken.
          tf_random_seed: The seed of the graph.
          save_summary_steps: Steps between summaries.
          save_checkpoints_secs: Seconds between checkpoints; 0 means 600, or None where
            `save_checkpoints_steps` are given.
          save_checkpoints_steps: Steps between checkpoints, in place of seconds.
          keep_checkpoint_max: How many recent checkpoints to keep; 0 and None mean all.
          keep_checkpoint_every_n_hours: Keep one checkpoint for so many hours of training as well.
          log_step_count_steps: Steps between logs of the loss and of the steps per second.
          protocol: Of servers that are started, None is `grpc`.
          evaluation_master: The server to evaluate on.
          model_dir: The folder for checkpoints; None takes it from `TF_CONFIG`.
          session_config: A `tf.compat.v1.ConfigProto`. None lets an estimator choose.
          session_creation_timeout_secs: How long a worker waits for the chief.

        Raises:
          ValueError: If `TF_CONFIG` is no JSON, its task is not in its cluster, or it has another
            `model_dir`.
          AttributeError, TypeError, OverflowError: If a part of it is not of its type.
        """
        read_tf_config()  # for its errors: the core class, which reads it too, has others
        with _no_empty_tf_config(), silenced_deprecations():
            estimator.RunConfig.__init__(self, model_dir=model_dir or None)
        self._master = self._own_address() if master is None else master
        self._evaluation_master = evaluation_master or ""
        if save_checkpoints_secs == RunConfig._USE_DEFAULT:
            save_checkpoints_secs = 600 if save_checkpoints_steps is None else None
        self._tf_config = tf1.ConfigProto(
            log_device_placement=log_device_placement,
            inter_op_parallelism_threads=num_cores,
            intra_op_parallelism_threads=num_cores,
            gpu_options=tf1.GPUOptions(per_process_gpu_memory_fraction=gpu_memory_fraction),
        )
        # The core class' own fields, without its checks: contrib had none.
        self._tf_random_seed = tf_random_seed
        self._save_summary_steps = save_summary_steps
        self._save_checkpoints_secs = save_checkpoints_secs
        self._save_checkpoints_steps = save_checkpoints_steps
        self._keep_checkpoint_max = keep_checkpoint_max
        self._keep_checkpoint_every_n_hours = keep_checkpoint_every_n_hours
        self._log_step_count_steps = log_step_count_steps
        self._protocol = protocol
        self._session_config = session_config
        self._session_creation_timeout_secs = session_creation_timeout_secs

    def _init_distributed_setting_from_environment_var(self, tf_config: dict[str, Any]) -> None:
        """Reads the cluster by contrib's rules where the core class would by its own."""
        self._read_cluster(tf_config)
        self._master = self._evaluation_master = ""
        self._service = tf_config.get("service")
        self._global_id_in_cluster = self._position_in_cluster()

    def _position_in_cluster(self) -> int | None:
        """Numbers the members as the core class does: the chief, workers, then the others."""
        cluster = self._cluster_spec.as_dict()
        first = [job for job in ("chief", TaskType.MASTER, TaskType.WORKER) if job in cluster]
        jobs = [*first, *sorted(set(cluster) - set(first))]
        if not cluster:
            return 0
        if self._task_type not in cluster:
            return None
        before = jobs[: jobs.index(self._task_type)]
        return sum(len(cluster[job]) for job in before) + self._task_id

    def _maybe_overwrite_session_config_for_distributed_training(self) -> None:
        """Leaves `session_config` as it was given, as contrib did."""

    @property
    def tf_config(self) -> Any:
        """A `tf.compat.v1.ConfigProto` of `num_cores` and its neighbours; nothing here uses it."""
        return self._tf_config

    def uid(self, whitelist: list[str] | None = None) -> str:
        """Returns a text that is the same for configurations that make the same run.

        Args:
          whitelist: Names of properties that may differ; None takes those about seeds, summaries
            and checkpoints.
        """
        free = _DEFAULT_UID_WHITE_LIST if whitelist is None else whitelist
        state = {
            key: value
            for key, value in vars(self).items()
            if key not in _CORE_ONLY and not any(key == f"_{name}" for name in free)
        }
        cluster = state.get("_cluster_spec")
        if cluster is not None:
            state["_cluster_spec"] = collections.OrderedDict(sorted(cluster.as_dict().items()))
        return ", ".join(f"{key}={state[key]!r}" for key in sorted(state))
