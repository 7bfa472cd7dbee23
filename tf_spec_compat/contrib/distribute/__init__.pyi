# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import AllReduceCrossDeviceOps as AllReduceCrossDeviceOps
from tf_spec_compat._tf.private import DistributeConfig as DistributeConfig
from tf_spec_compat._tf.private import StandardInputStep as StandardInputStep
from tf_spec_compat._tf.private import StandardSingleLossStep as StandardSingleLossStep
from tf_spec_compat._tf.private import Step as Step
from tf_spec_compat._tf.private import UpdateContext as UpdateContext
from tf_spec_compat._tf.private import get_cross_replica_context as get_cross_replica_context
from tf_spec_compat._tf.private import require_replica_context as require_replica_context
from tf_spec_compat._tf.private import (
    run_standard_tensorflow_server as run_standard_tensorflow_server,
)
from tf_spec_compat.contrib.distribute import (
    collective_all_reduce_strategy as collective_all_reduce_strategy,
)
from tf_spec_compat.contrib.distribute import mirrored_strategy as mirrored_strategy
from tf_spec_compat.contrib.distribute import one_device_strategy as one_device_strategy
from tf_spec_compat.contrib.distribute import parameter_server_strategy as parameter_server_strategy
from tf_spec_compat.contrib.distribute import python as python
from tf_spec_compat.contrib.distribute import tpu_strategy as tpu_strategy
from tf_spec_compat.extras.distribute import (
    CollectiveAllReduceStrategy as CollectiveAllReduceStrategy,
)
from tf_spec_compat.extras.distribute import MirroredStrategy as MirroredStrategy
from tf_spec_compat.extras.distribute import ParameterServerStrategy as ParameterServerStrategy

__all__ = [
    "AllReduceCrossDeviceOps",
    "CollectiveAllReduceStrategy",
    "CrossDeviceOps",
    "DistributeConfig",
    "DistributionStrategy",
    "MirroredStrategy",
    "OneDeviceStrategy",
    "ParameterServerStrategy",
    "ReplicaContext",
    "StandardInputStep",
    "StandardSingleLossStep",
    "Step",
    "TPUStrategy",
    "UpdateContext",
    "get_cross_replica_context",
    "get_distribution_strategy",
    "get_loss_reduction",
    "get_replica_context",
    "get_strategy",
    "has_distribution_strategy",
    "has_strategy",
    "in_cross_replica_context",
    "initialize_tpu_system",
    "require_replica_context",
    "run_standard_tensorflow_server",
]

get_distribution_strategy: Any
get_loss_reduction: Any
get_replica_context: Any
get_strategy: Any
has_distribution_strategy: Any
has_strategy: Any
in_cross_replica_context: Any
initialize_tpu_system: Any

class CrossDeviceOps(Any): ...
class DistributionStrategy(Any): ...
class OneDeviceStrategy(Any): ...
class ReplicaContext(Any): ...
class TPUStrategy(Any): ...
