"""Monitors that report values: in the log, in memory, in summaries."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import tf_logging
from tf_spec_compat.training.monitors.base import EveryN, extract_output
from tf_spec_compat.training.summary_writer_cache import get_summary_writer

__all__ = [
    "CaptureVariable",
    "LoggingTrainable",
    "PrintTensor",
    "StepCounter",
    "SummarySaver",
    "get_default_monitors",
]


class PrintTensor(EveryN):
    """Logs the values of tensors, as `Step 1: a = 0.5, b = [1 2]`."""

    def __init__(
        self, tensor_names: Mapping[str, Any] | Iterable[Any], every_n: int = 100, first_n: int = 1
    ) -> None:
        """Sets what to log.

        Args:
          tensor_names: Names of tensors (or the tensors themselves), or a dict from the words to
            log them under to the names.
          every_n: See `EveryN`.
          first_n: See `EveryN`.

        Raises:
          TypeError: `tensor_names` is neither a dict nor iterable.
        """
        super().__init__(every_n, first_n)
        if not isinstance(tensor_names, Mapping):
            tensor_names = {name: name for name in tensor_names}
        self._tensor_names = dict(tensor_names)

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Asks for the tensors."""
        super().every_n_step_begin(step)
        return list(self._tensor_names.values())

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Logs them."""
        super().every_n_step_end(step, outputs)
        tf_logging.info("Step %d: %s", step, _listed(self._tensor_names, outputs))
        return False


class LoggingTrainable(EveryN):
    """Logs the values of the trainable variables, as `Logging Trainable: Step 1: w:0 = 0.5`."""

    def __init__(self, scope: str | None = None, every_n: int = 100, first_n: int = 1) -> None:
        """Sets what to log.

        Args:
          scope: Only variables whose names begin with it; all by default.
          every_n: See `EveryN`.
          first_n: See `EveryN`.
        """
        super().__init__(every_n, first_n)
        self._scope = scope

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Asks for the variables."""
        super().every_n_step_begin(step)
        self._names = {v.name: _value_name(v) for v in tf1.trainable_variables(self._scope)}
        return list(self._names.values())

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Logs them."""
        super().every_n_step_end(step, outputs)
        tf_logging.info("Logging Trainable: Step %d: %s", step, _listed(self._names, outputs))
        return False


class CaptureVariable(EveryN):
    """Keeps the values of a variable."""

    def __init__(self, var_name: str, every_n: int = 100, first_n: int = 1) -> None:
        """Sets what to keep.

        Args:
          var_name: The name of the variable, or of a tensor.
          every_n: See `EveryN`.
          first_n: See `EveryN`.
        """
        super().__init__(every_n, first_n)
        self._var_name = var_name
        self._var_values: dict[int, Any] = {}

    @property
    def values(self) -> dict[int, Any]:
        """The values, by step."""
        return self._var_values

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Asks for the variable."""
        super().every_n_step_begin(step)
        return [self._var_name]

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Keeps its value."""
        super().every_n_step_end(step, outputs)
        self._var_values[step] = extract_output(outputs, self._var_name)
        return False


class SummarySaver(EveryN):
    """Writes summaries."""

    def __init__(
        self,
        summary_op: Any,
        save_steps: int = 100,
        output_dir: str | None = None,
        summary_writer: Any = None,
        scaffold: Any = None,
    ) -> None:
        """Sets what to write and where.

        Args:
          summary_op: A string tensor of serialized `Summary`; None takes that of `scaffold`.
          save_steps: Steps from one summary to the next.
          output_dir: The folder to write to; the estimator's `model_dir` by default.
          summary_writer: A writer to use in its place.
          scaffold: A `tf.compat.v1.train.Scaffold` with a summary op.
        """
        super().__init__(every_n_steps=save_steps)
        self._summary_op = summary_op
        self._summary_writer = summary_writer or _writer(output_dir)
        self._scaffold = scaffold

    def set_estimator(self, estimator: Any) -> None:
        """Takes the estimator's `model_dir` if there is nothing to write to."""
        super().set_estimator(estimator)
        if self._summary_writer is None:
            self._summary_writer = _writer(estimator.model_dir)

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Asks for the summary."""
        super().every_n_step_begin(step)
        if self._summary_op is None and self._scaffold is not None:
            self._summary_op = self._scaffold.summary_op
        return [] if self._summary_op is None else [self._summary_op]

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Writes it."""
        super().every_n_step_end(step, outputs)
        if self._summary_op is not None and self._summary_writer is not None:
            summary = extract_output(outputs, self._summary_op)
            self._summary_writer.add_summary(summary, step)
        return False

    def end(self, session: Any = None) -> None:
        """Flushes the writer."""
        super().end(session)
        if self._summary_writer is not None:
            self._summary_writer.flush()


class StepCounter(EveryN):
    """Writes the summary `global_step/sec`."""

    def __init__(
        self,
        every_n_steps: int = 100,
        output_dir: str | None = None,
        summary_writer: Any = None,
    ) -> None:
        """Sets where to write.

        Args:
          every_n_steps: See `EveryN`.
          output_dir: The folder to write to; the estimator's `model_dir` by default.
          summary_writer: A writer to use in its place.
        """
        super().__init__(every_n_steps=every_n_steps)
        self._summary_tag = "global_step/sec"
        self._last_reported_step: int | None = None
        self._last_reported_time = 0.0
        self._summary_writer = summary_writer or _writer(output_dir)

    def set_estimator(self, estimator: Any) -> None:
        """Takes the estimator's `model_dir` if there is nothing to write to."""
        super().set_estimator(estimator)
        if self._summary_writer is None:
            self._summary_writer = _writer(estimator.model_dir)

    def every_n_step_end(self, current_step: int, outputs: Mapping[Any, Any]) -> bool:
        """Writes the rate since the active step before."""
        now = time.time()
        if self._last_reported_step is not None and self._summary_writer is not None:
            # A clock may have stood still, or have been set back.
            elapsed = max(now - self._last_reported_time, 1e-9)
            rate = (current_step - self._last_reported_step) / elapsed
            value = tf1.Summary.Value(tag=self._summary_tag, simple_value=rate)
            self._summary_writer.add_summary(tf1.Summary(value=[value]), current_step)
        self._last_reported_step, self._last_reported_time = current_step, now
        return False


def get_default_monitors(
    loss_op: Any = None,
    summary_op: Any = None,
    save_summary_steps: int = 100,
    output_dir: str | None = None,
    summary_writer: Any = None,
) -> list[Any]:
    """Returns a `PrintTensor` for `loss_op` and a `SummarySaver` for `summary_op`, if given."""
    monitors: list[Any] = []
    if loss_op is not None:
        monitors.append(PrintTensor({"loss": loss_op.name}))
    if summary_op is not None:
        monitors.append(
            SummarySaver(
                summary_op,
                save_steps=save_summary_steps,
                output_dir=output_dir,
                summary_writer=summary_writer,
            )
        )
    return monitors


def _listed(names: Mapping[str, Any], outputs: Mapping[Any, Any]) -> str:
    return ", ".join(f"{tag} = {outputs[name]!s}" for tag, name in names.items() if name in outputs)


def _value_name(variable: Any) -> Any:
    """The name of the tensor with a variable's value; makes no new operation."""
    if hasattr(variable, "handle"):
        return variable.graph.as_graph_element(variable).name
    return variable.value().name


def _writer(folder: str | None) -> Any:
    return None if folder is None else get_summary_writer(folder)
