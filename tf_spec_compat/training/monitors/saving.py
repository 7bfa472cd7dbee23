"""Monitors that save: checkpoints, exports, all values of a graph."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat._tf.private import checkpoint_management, tf_logging
from tf_spec_compat.training.monitors.base import BaseMonitor, EveryN
from tf_spec_compat.training.summary_writer_cache import get_summary_writer

__all__ = ["CheckpointSaver", "ExportMonitor", "GraphDump"]


class CheckpointSaver(BaseMonitor):
    """Saves checkpoints, every so many steps or seconds and at the end."""

    def __init__(
        self,
        checkpoint_dir: str,
        save_secs: int | None = None,
        save_steps: int | None = None,
        saver: Any = None,
        checkpoint_basename: str = "model.ckpt",
        scaffold: Any = None,
    ) -> None:
        """Sets when and where to save; `saver`, or `scaffold` with one, does it.

        Raises:
          ValueError: Both of `save_secs` and `save_steps` are given, or neither.
        """
        tf_logging.info("Create CheckpointSaver.")
        super().__init__()
        if save_steps is None and save_secs is None:
            raise ValueError("Either save_steps or save_secs should be provided, got neither.")
        if save_steps is not None and save_secs is not None:
            raise ValueError(
                "Can not provide both save_steps and save_secs. Got "
                f"save_steps={save_steps} and save_secs={save_secs}."
            )
        self._timer = tf1.train.SecondOrStepTimer(every_secs=save_secs, every_steps=save_steps)
        self._last_step: int | None = None
        self._saver, self._scaffold = saver, scaffold
        self._save_path = os.path.join(checkpoint_dir, checkpoint_basename)
        self._summary_writer = get_summary_writer(checkpoint_dir)

    def begin(self, max_steps: int | None = None) -> None:
        """Forgets what an earlier training saved."""
        super().begin(max_steps)
        self._timer.reset()
        self._last_step = None

    def step_begin(self, step: int) -> list[Any]:
        """Notes the step."""
        requests = super().step_begin(step)
        self._last_step = step
        return requests

    def post_step(self, step: int, session: Any) -> None:
        """Saves, when it is time."""
        super().post_step(step, session)
        if self._timer.should_trigger_for_step(step):
            self._save(step, session)

    def end(self, session: Any = None) -> None:
        """Saves the last step."""
        super().end(session)
        if self._last_step != self._timer.last_triggered_step():
            self._save(self._last_step, session)

    def _save(self, step: int | None, session: Any) -> None:
        tf_logging.info("Saving checkpoints for %d into %s.", step, self._save_path)
        self._timer.update_last_triggered_step(step)
        saver = self._saver or getattr(self._scaffold, "saver", None)
        if saver is None:
            raise AttributeError(
                "CheckpointSaver has no saver; pass saver=tf.compat.v1.train.Saver(), or a "
                "scaffold that has one."
            )
        saver.save(session, self._save_path, global_step=step)
        saved = tf1.SessionLog(status=tf1.SessionLog.CHECKPOINT, checkpoint_path=self._save_path)
        self._summary_writer.add_session_log(saved, step)


class ExportMonitor(EveryN):
    """Calls the estimator's `export` every so many steps, and at the end.

    `contrib.learn.Estimator.export` writes session bundles, which TensorFlow Serving has dropped;
    an `Experiment` with an `ExportStrategy` exports SavedModels.
    """

    @deprecated(
        "2017-03-25",
        "ExportMonitor is deprecated. Please pass an ExportStrategy to Experiment instead.",
    )
    def __init__(
        self,
        every_n_steps: int,
        export_dir: str,
        input_fn: Callable[..., Any] | None = None,
        input_feature_key: str | None = None,
        exports_to_keep: int | None = 5,
        signature_fn: Callable[..., Any] | None = None,
        default_batch_size: int | None = 1,
    ) -> None:
        """Sets when to export, and what `export` is called with.

        Args:
          every_n_steps: See `EveryN`.
          export_dir: Where to.
          input_fn: Gives the features; without it, `use_deprecated_input_fn=True` is passed.
          input_feature_key: The key among the features of the serialized examples.
          exports_to_keep: How many exports are kept.
          signature_fn: Makes the signatures.
          default_batch_size: The batch size of the placeholder for examples.
        """
        super().__init__(every_n_steps=every_n_steps)
        self._export_dir = export_dir
        self._last_export_dir: Any = None
        self._options = {
            "exports_to_keep": exports_to_keep,
            "signature_fn": signature_fn,
            "input_fn": input_fn,
            "default_batch_size": default_batch_size,
            "input_feature_key": input_feature_key,
            "use_deprecated_input_fn": input_fn is None,
        }

    @property
    def export_dir(self) -> str:
        """Where to."""
        return self._export_dir

    @property
    def exports_to_keep(self) -> Any:
        """How many exports are kept."""
        return self._options["exports_to_keep"]

    @property
    def signature_fn(self) -> Any:
        """Makes the signatures."""
        return self._options["signature_fn"]

    @property
    def last_export_dir(self) -> Any:
        """What the last `export` returned: the folder."""
        return self._last_export_dir

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Exports."""
        self._export(
            "Skipping exporting because the existing checkpoint has already been exported. "
            "Consider exporting less frequently."
        )
        return super().every_n_step_end(step, outputs)

    def end(self, session: Any = None) -> None:
        """Exports, if there is a checkpoint."""
        super().end(session)
        if checkpoint_management.latest_checkpoint(self._estimator.model_dir):
            self._export("Skipping exporting for the same step.")
        else:
            tf_logging.info("Skipping export at the end since model has not been saved yet.")

    def _export(self, skipped: str) -> None:
        try:
            self._last_export_dir = self._estimator.export(self._export_dir, **self._options)
        except RuntimeError:  # How an `export` says that this checkpoint is exported already.
            tf_logging.info(skipped)


class GraphDump(BaseMonitor):
    """Keeps the first output of every operation, in every step.

    What cannot be fetched, and the handles of TensorFlow 2's variables, are left out; contrib,
    which ran with reference variables, ended in an error there.
    """

    IGNORE_OPS: ClassVar[list[str]] = [
        "Const",
        "Assign",
        "Identity",
        "Placeholder",
        "RandomUniform",
        "Cast",
        "RestoreSlice",
    ]

    def __init__(self, ignore_ops: Sequence[str] | None = None) -> None:
        """Sets the types of operations to leave out; `IGNORE_OPS` by default."""
        super().__init__()
        self._ignore_ops = ignore_ops or GraphDump.IGNORE_OPS
        self._data: dict[int, Any] = {}

    @property
    def data(self) -> dict[int, Any]:
        """The values, by step and tensor."""
        return self._data

    def begin(self, max_steps: int | None = None) -> None:
        """Chooses the tensors, and logs their operations."""
        super().begin(max_steps)
        graph = tf1.get_default_graph()
        operations = [
            op
            for op in graph.get_operations()
            # "RestoreV2" would look for a checkpoint named "model".
            if op.type not in self._ignore_ops and op.type != "RestoreV2" and graph.is_fetchable(op)
        ]
        for op in operations:
            tf_logging.info("op=%s name=%s.", op.type, op.name)
        first = [tensor for op in operations for tensor in op.outputs[:1]]
        self._tensors = [t for t in first if t.dtype not in (tf.resource, tf.variant)]

    def step_begin(self, step: int) -> list[Any]:
        """Asks for all tensors."""
        return super().step_begin(step) + self._tensors

    def step_end(self, step: int, output: Mapping[Any, Any]) -> bool:
        """Keeps their values."""
        stop = super().step_end(step, output)
        self._data[step] = output
        return stop

    def compare(
        self, other_dump: GraphDump, step: int, atol: float = 1e-06
    ) -> tuple[list[Any], dict[Any, Any]]:
        """Compares one step of two dumps; tensors of other graphs are found by name.

        Args:
          other_dump: The other dump, which must have all that this one has.
          step: The step.
          atol: How far arrays may be apart, absolutely.

        Returns:
          The keys that agree, and for those that do not, the difference of arrays or both values
          of numbers. Strings that differ are in neither.

        Raises:
          ValueError: The other dump does not have a tensor, or an array of another shape.
        """
        others = {_name(key): value for key, value in other_dump.data.get(step, {}).items()}
        mine = self.data.get(step, {})
        for name in map(_name, mine):
            if name not in others:
                raise ValueError(
                    f"{name} missing at step {step}. There is {sorted(map(str, others))}."
                )
        found = [
            (key, value, _difference(value, others[_name(key)], atol))
            for key, value in mine.items()
        ]
        agree = [key for key, _, difference in found if difference is None]
        differ = {
            key: difference
            for key, value, difference in found
            if difference is not None and not isinstance(value, (str, bytes))
        }
        return agree, differ


def _name(key: Any) -> Any:
    return getattr(key, "name", key)


def _difference(value: Any, other: Any, atol: float) -> Any:
    """What there is between two values, or None."""
    if isinstance(value, np.ndarray):
        return None if np.allclose(value, other, atol=atol) else value - other
    return None if value == other else (value, other)
