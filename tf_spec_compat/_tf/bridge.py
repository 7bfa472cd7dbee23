"""`tf.estimator`, also where TensorFlow no longer has it.

TensorFlow 2.16 removed `tf.estimator` and, with it, a few internal modules that the separately
installed tensorflow-estimator imports
(https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1). Up to 2.15 this module hands on
TensorFlow's own namespace. From 2.16 it imports the real tensorflow-estimator while stand-ins
(`standins`) take the places of the missing modules, and then takes the stand-ins away again:
tensorflow-estimator has bound what it needs, TensorFlow is as it was.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType
from typing import Any

from tf_spec_compat._tf import standins, tf, tf1

__all__ = ["EstimatorSpec", "TPUEstimatorSpec", "estimator"]

_V1 = "tensorflow_estimator._api.v1.estimator"
_EXPORTER = "tensorflow_estimator.python.estimator.estimator_export"
_INSTALL = "pip install 'tensorflow-estimator>=2.15,<2.16'"

_lock = threading.RLock()


@contextmanager
def _modules_in_place(modules: Mapping[str, ModuleType]) -> Iterator[None]:
    """Puts those of `modules` that do not exist into `sys.modules`, and takes them out again."""
    added = {name: module for name, module in modules.items() if not _exists(name)}
    sys.modules.update(added)
    try:
        yield
    finally:
        for name, module in added.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _exists(name: str) -> bool:
    """Whether the module is loaded, or TensorFlow has a file for it."""
    return name in sys.modules or importlib.util.find_spec(name) is not None


@contextmanager
def _attribute_in_place(owner: ModuleType, name: str, value: object) -> Iterator[None]:
    """Sets an attribute, and sets it back."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def _import_exporter() -> None:
    """Imports tensorflow-estimator's export decorator, bound to a registry of its own.

    TensorFlow 2.16 removed the "estimator" tables from its registry of public names. The decorator
    keeps the stand-in for as long as it lives, so that modules of tensorflow-estimator that are
    imported later decorate their functions without TensorFlow's tables too.
    """
    from tensorflow.python import util
    from tensorflow.python.util import tf_export

    if hasattr(tf_export, "ESTIMATOR_API_NAME"):
        return
    loaded = sys.modules.get(_EXPORTER)
    if loaded is not None:
        if hasattr(loaded.tf_export, "ESTIMATOR_API_NAME"):
            return
        # Left behind by an import of tensorflow-estimator that failed for want of the tables.
        del sys.modules[_EXPORTER]
    with _attribute_in_place(util, "tf_export", standins.tf_export):
        importlib.import_module(_EXPORTER)


def _import_estimator() -> ModuleType:
    """Imports tensorflow-estimator's v1 namespace, or returns the one that is loaded already."""
    if _V1 in sys.modules:
        return importlib.import_module(_V1)  # Waits, should another thread be at it.
    try:
        with ExitStack() as stack:
            stack.enter_context(_modules_in_place(standins.modules))
            _import_exporter()
            return importlib.import_module(_V1)
    except (AttributeError, ImportError) as error:
        raise ImportError(_advice(error), name="tensorflow_estimator") from error


def _advice(error: Exception) -> str:
    """Says why tensorflow-estimator cannot be had, and what to install."""
    try:
        found = version("tensorflow-estimator")
    except PackageNotFoundError:
        return (
            f"TensorFlow {tf.__version__} comes without tf.estimator, and tensorflow-estimator, "
            f"which has it, is not installed; run `{_INSTALL}`."
        )
    return (
        f"tensorflow-estimator {found} cannot be imported with TensorFlow {tf.__version__} "
        f"({type(error).__name__}: {error}); run `{_INSTALL}`."
    )


def _load() -> Any:
    # Breakpoint: 2.16 removed tf.estimator. Up to 2.15 it is a lazily loaded part of TensorFlow.
    if hasattr(tf1, "estimator"):
        return tf1.estimator
    with _lock:
        return _import_estimator()


def _spec(module: str, name: str) -> Any:
    """Takes a class from where it is defined; the namespace might log that it moved."""
    try:
        return getattr(
            importlib.import_module(f"tensorflow_estimator.python.estimator.{module}"), name
        )
    except ImportError as error:
        raise ImportError(_advice(error), name="tensorflow_estimator") from error


estimator = _load()
EstimatorSpec = _spec("model_fn", "EstimatorSpec")
TPUEstimatorSpec = _spec("tpu.tpu_estimator", "TPUEstimatorSpec")
