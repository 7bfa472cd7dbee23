"""Monitors that save: checkpoints, exports, all values of a graph."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat._tf.private import checkpoint_management, tf_logging
from tf_spec_compat.errors import UnsupportedError
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
        self._saver = saver
        self._summary_writer = get_summary_writer(checkpoint_dir)
        self._save_path = os.path.join(checkpoint_dir, checkpoint_basename)
        self._scaffold = scaffold
        self._save_secs = save_secs
        self._save_steps = save_steps
        self._last_saved_time: float | None = None
        self._last_begin_step: int | None = None
        self._last_saved_step: int | None = None
        if save_steps is None and save_secs is None:
            raise ValueError("Either save_steps or save_secs should be provided, got neither.")
        if save_steps is not None and save_secs is not None:
            raise ValueError(
                f"Can not provide both save_steps={save_steps} and save_secs={save_secs}."
            )

    def begin(self, max_steps: int | None = None) -> None:
        """Forgets what an earlier training saved."""
        super().begin(max_steps)
        self._last_saved_time = self._last_begin_step = self._last_saved_step = None

    def step_begin(self, step: int) -> list[Any]:
        """Notes the step."""
        super().step_begin(step)
        self._last_begin_step = step
        return []

    def post_step(self, step: int, session: Any) -> None:
        """Saves, when it is time."""
        super().post_step(step, session)
        if self._last_saved_step is None or self._last_saved_time is None:
            self._save(step, session)
        elif self._save_steps is not None:
            if step >= self._last_saved_step + self._save_steps:
                self._save(step, session)
        elif time.time() >= self._last_saved_time + (self._save_secs or 0):
            self._save(step, session)

    def end(self, session: Any = None) -> None:
        """Saves the last step."""
        super().end(session)
        self._save(self._last_begin_step, session)

    def _save(self, step: int | None, session: Any) -> None:
        if step == self._last_saved_step:
            return
        tf_logging.info("Saving checkpoints for %d into %s.", step, self._save_path)
        self._last_saved_time = time.time()
        self._last_saved_step = step
        saver = self._saver or getattr(self._scaffold, "saver", None)
        if saver is None:
            raise AttributeError(
                "CheckpointSaver has no saver; pass saver=tf.compat.v1.train.Saver(), or a "
                "scaffold that has one."
            )
        saver.save(session, self._save_path, global_step=step)
        self._summary_writer.add_session_log(
            tf1.SessionLog(
                status=tf1.SessionLog.CHECKPOINT,
                checkpoint_path=self._save_path,
            ),
            step,
        )


class ExportMonitor(EveryN):
    """Calls the estimator's `export` every so many steps, and at the end.

    `contrib.learn.Estimator.export` wrote session bundles, which TensorFlow 2 cannot: the
    estimators of this package raise `UnsupportedError` there. Use `export_savedmodel`, or an
    `Experiment` with an `ExportStrategy`. Estimators with an `export` of their own work.
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
        self._input_fn = input_fn
        self._input_feature_key = input_feature_key
        self._use_deprecated_input_fn = input_fn is None
        self._exports_to_keep = exports_to_keep
        self._signature_fn = signature_fn
        self._default_batch_size = default_batch_size
        self._last_export_dir: Any = None

    @property
    def export_dir(self) -> str:
        """Where to."""
        return self._export_dir

    @property
    def exports_to_keep(self) -> int | None:
        """How many exports are kept."""
        return self._exports_to_keep

    @property
    def signature_fn(self) -> Callable[..., Any] | None:
        """Makes the signatures."""
        return self._signature_fn

    @property
    def last_export_dir(self) -> Any:
        """What the last `export` returned: the folder."""
        return self._last_export_dir

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Exports."""
        super().every_n_step_end(step, outputs)
        self._export(
            "Skipping exporting because the existing checkpoint has already been exported. "
            "Consider exporting less frequently."
        )
        return False

    def end(self, session: Any = None) -> None:
        """Exports, if there is a checkpoint."""
        super().end(session)
        if checkpoint_management.latest_checkpoint(self._estimator.model_dir) is None:
            tf_logging.info("Skipping export at the end since model has not been saved yet.")
            return
        self._export("Skipping exporting for the same step.")

    def _export(self, skipped: str) -> None:
        try:
            self._last_export_dir = self._estimator.export(
                self._export_dir,
                exports_to_keep=self._exports_to_keep,
                signature_fn=self._signature_fn,
                input_fn=self._input_fn,
                default_batch_size=self._default_batch_size,
                input_feature_key=self._input_feature_key,
                use_deprecated_input_fn=self._use_deprecated_input_fn,
            )
        except UnsupportedError:
            raise
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
        self._tensors = []
        for op in graph.get_operations():
            if op.type in self._ignore_ops or not graph.is_fetchable(op):
                continue
            if op.type == "RestoreV2":  # It would look for a checkpoint named "model".
                continue
            tf_logging.info("op=%s name=%s.", op.type, op.name)
            if op.outputs and op.outputs[0].dtype not in (tf.resource, tf.variant):
                self._tensors.append(op.outputs[0])

    def step_begin(self, step: int) -> list[Any]:
        """Asks for all tensors."""
        super().step_begin(step)
        return self._tensors

    def step_end(self, step: int, output: Mapping[Any, Any]) -> bool:
        """Keeps their values."""
        super().step_end(step, output)
        self._data[step] = output
        return False

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
          of numbers. Strings are not compared.

        Raises:
          ValueError: The other dump does not have a tensor, or an array of another shape.
        """
        others = {_name(key): value for key, value in other_dump.data.get(step, {}).items()}
        agree: list[Any] = []
        differ: dict[Any, Any] = {}
        for key, mine in self.data.get(step, {}).items():
            if _name(key) not in others:
                raise ValueError(
                    f"{_name(key)!r} is missing at step {step}; there is {sorted(map(str, others))}"
                )
            theirs = others[_name(key)]
            if isinstance(mine, np.ndarray):
                if np.allclose(mine, theirs, atol=atol):
                    agree.append(key)
                else:
                    differ[key] = mine - theirs
            elif isinstance(mine, (str, bytes)):
                if mine == theirs:
                    agree.append(key)
            elif mine == theirs:
                agree.append(key)
            else:
                differ[key] = (mine, theirs)
        return agree, differ


def _name(key: Any) -> Any:
    return getattr(key, "name", key)
