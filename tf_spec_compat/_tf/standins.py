"""What tensorflow-estimator 2.15 imports and TensorFlow >= 2.16 no longer has.

Each stand-in has the names that tensorflow-estimator uses. What an `Estimator` on one machine, or a
cluster without the distribute coordinator, needs of them works; the rest raises `UnsupportedError`
when it is called. The stand-ins import nothing and register nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, NoReturn, TypeVar

from tf_spec_compat._tf import tf
from tf_spec_compat.errors import UnsupportedError

__all__ = ["modules", "tf_export"]

_T = TypeVar("_T")


def _module(name: str, members: Mapping[str, object]) -> ModuleType:
    module = ModuleType(name, "Stands in for a module that TensorFlow 2.16 removed.")
    vars(module).update(members)
    return module


def _removed(what: str, advice: str) -> type:
    """A class for `isinstance` to know, that cannot be called."""

    def refuse(cls: type, *args: object, **kwargs: object) -> NoReturn:
        raise UnsupportedError(
            f"{what}: TensorFlow 2.16 removed what this needs, and {tf.__version__} is installed; "
            f"{advice}"
        )

    return type(what, (), {"__new__": refuse, "__module__": __name__})


# tensorflow.python.util.tf_export: the registry of public names.


class _ApiExport:
    """Notes the public names of a function or class on itself, and in no table of TensorFlow's."""

    def __init__(self, *names: str, api_name: str, v1: Sequence[str] | None = None) -> None:
        self._attributes = {
            f"_{api_name}_api_names": names,
            f"_{api_name}_api_names_v1": names if v1 is None else v1,
        }

    def __call__(self, symbol: _T) -> _T:
        from tensorflow.python.util import tf_decorator

        _, undecorated = tf_decorator.unwrap(symbol)
        for attribute, names in self._attributes.items():
            setattr(undecorated, attribute, names)
        return symbol


tf_export = _module(
    "tensorflow.python.util.tf_export",
    {"ESTIMATOR_API_NAME": "estimator", "api_export": _ApiExport},
)

# tensorflow.python.distribute.estimator_training: the distribute coordinator.

_TRAIN_WITHOUT_COORDINATOR = (
    "train with `train_distribute` on one machine, with a cluster but without `train_distribute`, "
    "or with TensorFlow 2.15."
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
    if config._train_distribute and (remote or (cluster and "master" not in cluster)):
        _removed("the distribute coordinator", _TRAIN_WITHOUT_COORDINATOR)()
    config._distribute_coordinator_mode = None
    config._init_distributed_setting_from_environment_var(tf_config)
    config._maybe_overwrite_session_config_for_distributed_training()


def _should_run_distribute_coordinator(config: object) -> bool:
    """False: `_init_run_config` has turned away every config that would need the coordinator."""
    return False


# All of them.

_TPU_EMBEDDING_ADVICE = (
    "use tf.tpu.experimental.embedding, train with use_tpu=False, or use TensorFlow 2.15."
)
_TPU_SHUTDOWN_ADVICE = (
    "set the environment variable TF_TPU_GRACEFUL_SHUTDOWN_MODE to the empty string to train on a "
    "TPU without it, or use TensorFlow 2.15."
)
_TPU_WATCHDOG_ADVICE = (
    "leave the environment variable TF_TPU_WATCHDOG_TIMEOUT unset, or use TensorFlow 2.15."
)


def _all_removed(advice: str, *names: str) -> dict[str, object]:
    return {name: _removed(name, advice) for name in names}


_MEMBERS: dict[str, dict[str, object]] = {
    "tensorflow.python.distribute.estimator_training": {
        "init_run_config": _init_run_config,
        "should_run_distribute_coordinator": _should_run_distribute_coordinator,
        **_all_removed(
            _TRAIN_WITHOUT_COORDINATOR,
            "estimator_evaluate",
            "estimator_train",
            "train_and_evaluate",
        ),
    },
    "tensorflow.python.tpu.session_support": {
        **_all_removed(
            _TPU_SHUTDOWN_ADVICE,
            "GracefulShutdownHook",
            "ResetComputation",
            "ShutdownAllWorkers",
            "ShutdownLameWorkers",
        ),
        **_all_removed(_TPU_WATCHDOG_ADVICE, "start_worker_watchdog"),
    },
    "tensorflow.python.tpu.tpu_embedding": {
        # The modes' numbers in TPUEmbeddingConfiguration.
        "INFERENCE": 1,
        "TRAINING": 2,
        **_all_removed(
            _TPU_EMBEDDING_ADVICE,
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
    "tensorflow.python.tpu.tpu_embedding_gradient": _all_removed(
        _TPU_EMBEDDING_ADVICE,
        "create_dummy_table_variables",
        "get_gradients_through_dummy_table_variables",
        "hook_dummy_table_variables_to_activations",
    ),
}

modules = {name: _module(name, members) for name, members in _MEMBERS.items()}
