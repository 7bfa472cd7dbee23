"""`tf.estimator`, also where TensorFlow no longer has it.

TensorFlow 2.16 removed `tf.estimator` and, with it, a few internal modules that the separately
installed tensorflow-estimator imports
(https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1). Up to 2.15 this module hands on
TensorFlow's own namespace. From 2.16 it imports the real tensorflow-estimator, whose modules get
stand-ins (`standins`) for the missing ones by an `import` of their own (`importer`). TensorFlow and
`sys.modules` are not touched. If tensorflow-estimator is loaded already, that one is handed on.

Python runs this module once, however many threads ask for it, and again after a failure.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.abc
import importlib.util
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from tf_spec_compat._tf import tf, tf1

__all__ = ["EstimatorSpec", "TPUEstimatorSpec", "estimator", "estimator_v2", "is_bridged"]

_PACKAGE = "tensorflow_estimator"
_V1 = f"{_PACKAGE}._api.v1.estimator"
_EXPORTER = f"{_PACKAGE}.python.estimator.estimator_export"
_INSTALL = "pip install 'tensorflow-estimator>=2.15,<2.16'"


class _Loader(importlib.abc.Loader):
    """Runs a module with builtins of its own."""

    def __init__(self, loader: importlib.abc.Loader, builtins_: dict[str, object]) -> None:
        self._loader, self._builtins = loader, builtins_

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        vars(module)["__builtins__"] = self._builtins
        self._loader.exec_module(module)


class _Finder(importlib.abc.MetaPathFinder):
    """Finds tensorflow-estimator where the other finders do, and puts `_Loader` on it."""

    def __init__(self, import_: object) -> None:
        self._builtins = {**vars(builtins), "__import__": import_}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != _PACKAGE:
            return None
        for finder in [finder for finder in sys.meta_path if finder is not self]:
            spec = finder.find_spec(fullname, path, target)
            if spec is not None:
                if spec.loader is not None:
                    spec.loader = _Loader(spec.loader, self._builtins)
                return spec
        return None


def _import_estimator() -> ModuleType:
    """Imports tensorflow-estimator's v1 namespace, or returns the one that is loaded already."""
    if _V1 in sys.modules:
        return importlib.import_module(_V1)  # Waits, should another thread be at it.
    from tf_spec_compat._tf.bridge import importer, standins

    exporter = sys.modules.get(_EXPORTER)
    if exporter is not None and not hasattr(exporter.tf_export, "ESTIMATOR_API_NAME"):
        # Left behind by an attempt that failed for want of the name, so nothing can be using it.
        del sys.modules[_EXPORTER]
    finder = _Finder(importer.importer(standins.missing()))
    sys.meta_path.insert(0, finder)
    try:
        # The package first: a failed attempt of somebody else's may have left parts of it loaded.
        importlib.import_module(_PACKAGE)
        return importlib.import_module(_V1)
    except (AttributeError, ImportError) as error:
        raise ImportError(_advice(error), name=_PACKAGE) from error
    finally:
        sys.meta_path.remove(finder)


def _advice(error: Exception) -> str:
    """Says why tensorflow-estimator cannot be had, and what to install."""
    try:
        found = version("tensorflow-estimator")
    except PackageNotFoundError:
        return (
            f"tf.estimator is in the package tensorflow-estimator, which is not installed "
            f"(TensorFlow {tf.__version__}); run `{_INSTALL}`."
        )
    return (
        f"tensorflow-estimator {found} cannot be imported with TensorFlow {tf.__version__} "
        f"({type(error).__name__}: {error}); run `{_INSTALL}`."
    )


def _spec(module: str, name: str) -> Any:
    """Takes a class from where it is defined; the namespace might log that it moved."""
    try:
        return getattr(importlib.import_module(f"{_PACKAGE}.python.estimator.{module}"), name)
    except ImportError as error:
        raise ImportError(_advice(error), name=_PACKAGE) from error


def _namespace() -> Any:
    if is_bridged:
        return _import_estimator()
    try:
        dir(tf1.estimator)  # Up to 2.15 it loads lazily, and up to 2.13 into another object.
    except ImportError as error:
        raise ImportError(_advice(error), name=_PACKAGE) from error
    return tf1.estimator


# Breakpoint: 2.16 removed tf.estimator.
is_bridged = not hasattr(tf1, "estimator")
estimator = _namespace()

if TYPE_CHECKING:

    class EstimatorSpec(NamedTuple):
        """`tf.estimator.EstimatorSpec`, as type checkers are told."""

        mode: str
        predictions: Any = None
        loss: Any = None
        train_op: Any = None
        eval_metric_ops: Any = None
        export_outputs: Any = None
        training_chief_hooks: Any = None
        training_hooks: Any = None
        scaffold: Any = None
        evaluation_hooks: Any = None
        prediction_hooks: Any = None

    class TPUEstimatorSpec(NamedTuple):
        """`tf.estimator.tpu.TPUEstimatorSpec`, as type checkers are told."""

        mode: str
        predictions: Any = None
        loss: Any = None
        train_op: Any = None
        eval_metrics: Any = None
        export_outputs: Any = None
        scaffold_fn: Any = None
        host_call: Any = None
        training_hooks: Any = None
        evaluation_hooks: Any = None
        prediction_hooks: Any = None

        def as_estimator_spec(self) -> EstimatorSpec: ...
else:
    EstimatorSpec = _spec("model_fn", "EstimatorSpec")
    TPUEstimatorSpec = _spec("tpu.tpu_estimator", "TPUEstimatorSpec")


def estimator_v2() -> ModuleType:
    """Returns what `tf.estimator` is in TensorFlow 2, of the same tensorflow-estimator."""
    return importlib.import_module(f"{_PACKAGE}._api.v2.estimator")
