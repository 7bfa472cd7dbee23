"""What tensorflow-estimator 2.15 imports and TensorFlow >= 2.16 no longer has.

Each stand-in has the names that tensorflow-estimator uses. What an `Estimator` on one machine, or a
cluster without the distribute coordinator, needs of them works; the rest raises `UnsupportedError`
when it is called.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, NoReturn, TypeVar

from tensorflow.python.util import tf_decorator

from tf_spec_compat._tf import tf
from tf_spec_compat.errors import UnsupportedError

__all__ = ["missing"]

_T = TypeVar("_T")


def _module(name: str, members: Mapping[str, object]) -> ModuleType:
    module = ModuleType(name, "Stands in for a module that TensorFlow 2.16 removed.")
    vars(module).update(members)
    return module


class _Removed(type):
    """A class that says what to do instead when it is called or tested for."""

    what: str
    advice: str

    def __call__(cls, *args: object, **kwargs: object) -> NoReturn:
        cls._refuse()

    def __instancecheck__(cls, instance: object) -> NoReturn:
        cls._refuse()

    def _refuse(cls) -> NoReturn:
        raise UnsupportedError(
            f"{cls.what}: TensorFlow 2.16 removed this, and {tf.__version__} is installed; "
            f"{cls.advice}"
        )


def _removed(what: str, advice: str, *names: str) -> dict[str, Any]:
    members = {"what": what, "advice": advice}
    return {name: _Removed(name, (), members) for name in names}


class _ApiExport:
    """Notes the public names of a function or class on itself, and in no table of TensorFlow's."""

    def __init__(self, *names: str, api_name: str, v1: Sequence[str] | None = None) -> None:
        self._attributes = {
            f"_{api_name}_api_names": names,
            f"_{api_name}_api_names_v1": names if v1 is None else v1,
        }

    def __call__(self, symbol: _T) -> _T:
        _, undecorated = tf_decorator.unwrap(symbol)
        for attribute, names in self._attributes.items():
            setattr(undecorated, attribute, names)
        return symbol


_INDEPENDENT_WORKER = "independent_worker"
_COORDINATOR = _removed(
    "The distribute coordinator",
    "make a tf_spec_compat.native.Model in strategy.scope() instead, or train with "
    "`train_distribute` on one machine, with a cluster but without `train_distribute`, or with "
    "TensorFlow 2.15.",
    "run_distribute_coordinator",
    "estimator_evaluate",
    "estimator_train",
    "train_and_evaluate",
)
_TPU_EMBEDDING = (
    "TPU embedding",
    "use tf.tpu.experimental.embedding, train with use_tpu=False, or use TensorFlow 2.15.",
)


def _init_run_config(config: Any, tf_config: Mapping[str, Any]) -> None:
    """Completes a `RunConfig` that has a distribution strategy."""
    asked = config._experimental_distribute
    for role in ("train_distribute", "eval_distribute"):
        strategy = getattr(asked, role, None)
        if strategy is None:
            continue
        if getattr(config, f"_{role}") is not None:
            raise ValueError(
                f"Both `{role}` and `experimental_distribute.{role}` are set; set one of them."
            )
        setattr(config, f"_{role}", strategy)
    cluster = tf_config.get("cluster") or {}
    remote = getattr(asked, "remote_cluster", None)
    if config._train_distribute and remote:
        _COORDINATOR["run_distribute_coordinator"]()
    if config._train_distribute and cluster and "master" not in cluster:
        # An Estimator calls the coordinator, then, and that says that it is gone.
        config._init_distributed_setting_from_environment_var({})
        config._distribute_coordinator_mode = _INDEPENDENT_WORKER
        return
    config._distribute_coordinator_mode = None
    config._init_distributed_setting_from_environment_var(tf_config)
    config._maybe_overwrite_session_config_for_distributed_training()


def _should_run_distribute_coordinator(config: Any) -> bool:
    """Says whether `_init_run_config` found that the coordinator has to run."""
    mode = getattr(config, "_distribute_coordinator_mode", None)  # where there is no strategy
    return bool(mode == _INDEPENDENT_WORKER)


_REGISTRY = "tensorflow.python.util.tf_export"

_MEMBERS: dict[str, dict[str, object]] = {
    _REGISTRY: {"ESTIMATOR_API_NAME": "estimator", "api_export": _ApiExport},
    "tensorflow.python.distribute.estimator_training": {
        "init_run_config": _init_run_config,
        "should_run_distribute_coordinator": _should_run_distribute_coordinator,
        **_COORDINATOR,
    },
    "tensorflow.python.tpu.session_support": {
        **_removed(
            "Graceful shutdown of a TPU",
            "set the environment variable TF_TPU_GRACEFUL_SHUTDOWN_MODE to the empty string to "
            "train on a TPU without it, or use TensorFlow 2.15.",
            "GracefulShutdownHook",
            "ResetComputation",
            "ShutdownAllWorkers",
            "ShutdownLameWorkers",
        ),
        **_removed(
            "The watchdog of a TPU",
            "unset the environment variable TF_TPU_WATCHDOG_TIMEOUT, or use TensorFlow 2.15.",
            "start_worker_watchdog",
        ),
    },
    "tensorflow.python.tpu.tpu_embedding": {
        # The modes' numbers in TPUEmbeddingConfiguration.
        "INFERENCE": 1,
        "TRAINING": 2,
        **_removed(
            *_TPU_EMBEDDING,
            "AdagradParameters",
            "AdagradSlotVariableNames",
            "AdamParameters",
            "AdamSlotVariableNames",
            "EnqueueData",
            "FeatureConfig",
            "FtrlParameters",
            "FtrlSlotVariableNames",
            "MomentumParameters",
            "MomentumSlotVariableNames",
            "ProximalAdagradParameters",
            "ProximalAdagradSlotVariableNames",
            "RMSPropParameters",
            "RMSPropSlotVariableNames",
            "StochasticGradientDescentParameters",
            "TPUEmbedding",
            "TableConfig",
        ),
    },
    "tensorflow.python.tpu.tpu_embedding_gradient": _removed(
        *_TPU_EMBEDDING,
        "create_dummy_table_variables",
        "get_gradients_through_dummy_table_variables",
        "hook_dummy_table_variables_to_activations",
    ),
}


def missing() -> dict[str, ModuleType]:
    """Returns the stand-ins, by name, for the modules that nothing else provides.

    The registry is there, but without the "estimator" tables; its stand-in needs none.
    """
    return {
        name: _module(name, members)
        for name, members in _MEMBERS.items()
        if name == _REGISTRY or not (name in sys.modules or importlib.util.find_spec(name))
    }
