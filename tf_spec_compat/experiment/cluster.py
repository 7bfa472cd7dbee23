"""The servers of a cluster's tasks."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.core_estimator import filter_devices
from tf_spec_compat._tf.private import server_lib
from tf_spec_compat.estimators.base_estimator import core_of
from tf_spec_compat.training.cluster_config import Environment, TaskType
from tf_spec_compat.training.run_config import RunConfig
from tf_spec_compat.training.types import Config

__all__ = ["EVALUATOR", "needs_server", "see_own_task", "start_server"]

EVALUATOR = "evaluator"  # A task type of tf.estimator's: evaluates the others' checkpoints.

_WITHOUT_SERVER = (Environment.LOCAL, Environment.GOOGLE)


def needs_server(config: Config) -> bool:
    """Says whether a task with this `RunConfig` trains in a cluster."""
    # A core RunConfig has no environment; it is for a cluster if it has a master.
    environment = getattr(config, "environment", None)
    distributed = bool(config.cluster_spec and config.master)
    if distributed and environment == Environment.LOCAL:
        tf1.logging.warning(
            "ClusterSpec and master are provided, but environment is set to 'local'. Set "
            "environment to 'cloud' if you intend to use the distributed runtime: "
            '"environment": "cloud" in TF_CONFIG.'
        )
    return distributed and environment not in _WITHOUT_SERVER


def start_server(config: Config) -> Any:
    """Starts the server of a task.

    Raises:
      ValueError: If it is another `RunConfig` than contrib's, or does not say which server.
    """
    if not (config.cluster_spec and config.task_type and config.master) or config.task_id is None:
        raise ValueError(
            "Could not start server; be sure to specify cluster_spec, task_type, master, and task "
            "in RunConfig or set the TF_CONFIG environment variable. There are cluster_spec="
            f"{config.cluster_spec!r}, task_type={config.task_type!r}, "
            f"master={config.master!r}, task_id={config.task_id!r}."
        )
    if not isinstance(config, RunConfig):
        raise ValueError(
            "For distributed runtime, Experiment class only works with "
            f"tf.contrib.learn.RunConfig, but provided {type(config)}; give the estimator "
            "config=tf.contrib.learn.RunConfig()."
        )
    # The evaluator serves nobody, so sessions must not wait for it.
    jobs = config.cluster_spec.as_dict()
    served = {job: tasks for job, tasks in jobs.items() if job != EVALUATOR}
    server = server_lib.Server(
        tf1.train.ClusterSpec(served),
        job_name=config.task_type,
        task_index=config.task_id,
        config=config.tf_config,
        start=False,
    )
    server.start()
    return server


def see_own_task(estimator: Any, config: Config) -> None:
    """Lets an estimator's sessions see its own task and the parameter servers, and no others.

    tf.estimator's `RunConfig` does the same. contrib's sessions saw all tasks and so waited for all
    of them, which a worker that comes late, or comes back, would do for ever once others are done.
    """
    estimator = core_of(estimator)
    if isinstance(estimator, core.Estimator):
        own = f"/job:{config.task_type}/task:{config.task_id}"
        filter_devices(estimator, [f"/job:{TaskType.PS}", own])
