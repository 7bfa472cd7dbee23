"""`ExportStrategy`, how an `Experiment` exports (`...learn.export_strategy`)."""

from __future__ import annotations

import collections
import inspect
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["ExportStrategy"]


class ExportStrategy(
    collections.namedtuple("ExportStrategy", ["name", "export_fn", "strip_default_attrs"])
):
    """A way to export a model, and the name of the folder that its exports go to.

    Deprecated, as in contrib; use `tf.estimator.Exporter`. Behaviour: TF 1.15.5.

    Attributes:
      name: The folder below an `Experiment`'s `MODEL_DIR/export`.
      export_fn: Called with an estimator and a folder. If it has arguments `checkpoint_path`,
        `eval_result` and `strip_default_attrs`, these are passed too. It returns the path of the
        export.
      strip_default_attrs: Whether to leave out of the graph what has its default value, so that
        older TensorFlows can load it.

    Example:
      >>> def export_fn(estimator, export_path, checkpoint_path, eval_result):
      ...     return f"{export_path} of {checkpoint_path}, loss {eval_result['loss']}"
      >>> strategy = learn.ExportStrategy("report", export_fn)
      >>> strategy.export(None, "reports", "model.ckpt-100", {"loss": 0.5})
      'reports of model.ckpt-100, loss 0.5'
    """

    __slots__ = ()

    def __new__(
        cls,
        name: str,
        export_fn: Callable[..., Any],
        strip_default_attrs: bool | None = None,
    ) -> ExportStrategy:
        """Collects the fields."""
        return super().__new__(cls, name, export_fn, strip_default_attrs)

    def export(
        self,
        estimator: Any,
        export_path: str | bytes,
        checkpoint_path: str | None = None,
        eval_result: Mapping[str, Any] | None = None,
    ) -> Any:
        """Calls `export_fn` with as much of this as it takes.

        Args:
          estimator: The estimator to export.
          export_path: The folder for the export, which gets one of its own there. (An
            `Experiment` gives bytes, as contrib's did.)
          checkpoint_path: The checkpoint to export; the latest if it is `None`.
          eval_result: What `evaluate` returned for that checkpoint.

        Returns:
          What `export_fn` returns: the path of the export as bytes or a string.

        Raises:
          ValueError: If `export_fn` takes `eval_result` and no `checkpoint_path`.
        """
        if not callable(self.export_fn):
            raise TypeError(
                f"The export_fn of ExportStrategy {self.name!r} must be callable, got "
                f"{self.export_fn!r}."
            )
        taken = inspect.signature(self.export_fn).parameters
        if "eval_result" in taken and "checkpoint_path" not in taken:
            raise ValueError(
                "An export_fn accepting eval_result must also accept checkpoint_path. Add it to "
                f"{self.export_fn!r} of ExportStrategy {self.name!r}."
            )
        given = {
            "checkpoint_path": checkpoint_path,
            "eval_result": eval_result,
            "strip_default_attrs": self.strip_default_attrs,
        }
        options = {name: value for name, value in given.items() if name in taken}
        return self.export_fn(estimator, export_path, **options)
