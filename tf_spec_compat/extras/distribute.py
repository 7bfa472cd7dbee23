"""`tf.contrib.distribute`: `tf.compat.v1.distribute`'s strategies, with contrib's arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["CollectiveAllReduceStrategy", "MirroredStrategy", "ParameterServerStrategy"]

_ParameterServer = tf1.distribute.experimental.ParameterServerStrategy
_MultiWorkerMirrored = tf1.distribute.experimental.MultiWorkerMirroredStrategy
_AUTO = tf1.distribute.experimental.CollectiveCommunication.AUTO


class MirroredStrategy(tf1.distribute.MirroredStrategy):
    """Trains a copy of the model on each device of one machine, in step with each other.

    Example:
      >>> strategy = tf_spec_compat.contrib.distribute.MirroredStrategy(num_gpus=0)
      >>> config = tf_spec_compat.estimator.RunConfig(train_distribute=strategy)
      >>> config.train_distribute.num_replicas_in_sync
      1
    """

    def __init__(
        self,
        devices: Sequence[str] | None = None,
        num_gpus: int | None = None,
        num_gpus_per_worker: int | None = None,
        cross_device_ops: Any = None,
        auto_shard_dataset: bool = False,
        cross_tower_ops: Any = None,
    ) -> None:
        """Creates the strategy, by default on all GPUs, or on the CPU.

        Args:
          devices: Their names, such as `["/gpu:0", "/gpu:1"]`.
          num_gpus: How many GPUs, in place of `devices`; 0 is the CPU.
          num_gpus_per_worker: The same.
          cross_device_ops: How values are combined, a `tf.distribute.CrossDeviceOps`.
          auto_shard_dataset: Not used: there is one worker, which reads all.
          cross_tower_ops: The old name of `cross_device_ops`.

        Raises:
          ValueError: More than one of arguments that mean the same.
        """
        if num_gpus is not None and num_gpus_per_worker is not None:
            raise ValueError(
                "You cannot specify both `num_gpus` and `num_gpus_per_worker`. Got "
                f"{num_gpus} and {num_gpus_per_worker}; give one of them."
            )
        if cross_device_ops is not None and cross_tower_ops is not None:
            raise ValueError("Give one of `cross_device_ops` and `cross_tower_ops`, not both.")
        gpus = num_gpus if num_gpus is not None else num_gpus_per_worker
        if gpus is not None:
            if devices is not None:
                raise ValueError(
                    "Must only specify one of `devices` and `num_gpus_per_worker`. Got "
                    f"{devices} and {gpus}; give one of them."
                )
            devices = [f"/device:GPU:{gpu}" for gpu in range(gpus)] or ["/device:CPU:0"]
        super().__init__(devices, cross_device_ops or cross_tower_ops)


class ParameterServerStrategy(_ParameterServer):  # type: ignore[misc,valid-type]  # TensorFlow: Any
    """Keeps variables on parameter servers, those of `TF_CONFIG`; without any, on this machine."""

    def __init__(self, num_gpus_per_worker: int = 0) -> None:
        """Creates the strategy.

        Args:
          num_gpus_per_worker: Not used: a worker has the GPUs that TensorFlow sees. Hide others
            with `tf.config.set_visible_devices`.
        """
        super().__init__()


class CollectiveAllReduceStrategy(_MultiWorkerMirrored):  # type: ignore[misc,valid-type]  # TensorFlow: Any
    """Trains a copy of the model on each worker of `TF_CONFIG`, in step with each other."""

    def __init__(self, num_gpus_per_worker: int = 0, communication: Any = _AUTO) -> None:
        """Creates the strategy.

        Args:
          num_gpus_per_worker: Not used: a worker has the GPUs that TensorFlow sees. Hide others
            with `tf.config.set_visible_devices`.
          communication: A `tf.distribute.experimental.CollectiveCommunication`.
        """
        super().__init__(communication=communication)
