# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.training.cluster_config import ClusterConfig as ClusterConfig
from tf_spec_compat.training.cluster_config import Environment as Environment
from tf_spec_compat.training.cluster_config import TaskType as TaskType
from tf_spec_compat.training.run_config import _DEFAULT_UID_WHITE_LIST as _DEFAULT_UID_WHITE_LIST
from tf_spec_compat.training.run_config import RunConfig as RunConfig

__all__ = ["ClusterConfig", "Environment", "RunConfig", "TaskType"]
