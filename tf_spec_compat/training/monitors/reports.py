"""Monitors that report values: in the log, in memory, in summaries."""

from __future__ import annotations

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


class _Logging(EveryN):
    """Logs values under names."""

    _line = "Step %d: %s"
    _requests: Mapping[str, Any]

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Asks for the values."""
        return [*super().every_n_step_begin(step), *self._requests.values()]

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Logs them."""
        found = {name: key for name, key in self._requests.items() if key in outputs}
        values = ", ".join(f"{name} = {outputs[key]!s}" for name, key in found.items())
        tf_logging.info(self._line, step, values)
        return super().every_n_step_end(step, outputs)


class PrintTensor(_Logging):
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
        self._requests = dict(tensor_names)


class LoggingTrainable(_Logging):
    """Logs the values of the trainable variables, as `Logging Trainable: Step 1: w:0 = 0.5`."""

    _line = "Logging Trainable: Step %d: %s"

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
        """Asks for the variables that there are by now."""
        variables = tf1.trainable_variables(self._scope)
        self._requests = {variable.name: _value_name(variable) for variable in variables}
        return super().every_n_step_begin(step)


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
        return [*super().every_n_step_begin(step), self._var_name]

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Keeps its value."""
        self._var_values[step] = extract_output(outputs, self._var_name)
        return super().every_n_step_end(step, outputs)


class _Writing(EveryN):
    """Writes to a folder: by the writer that is given, or the one of the folder."""

    def __init__(self, every_n_steps: int, output_dir: str | None, summary_writer: Any) -> None:
        super().__init__(every_n_steps=every_n_steps)
        if not summary_writer and output_dir is not None:
            summary_writer = get_summary_writer(output_dir)
        self._summary_writer = summary_writer

    def set_estimator(self, estimator: Any) -> None:
        """Takes the estimator's `model_dir` if there is nothing to write to."""
        super().set_estimator(estimator)
        if self._summary_writer is None:
            self._summary_writer = get_summary_writer(estimator.model_dir)


class SummarySaver(_Writing):
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
        super().__init__(save_steps, output_dir, summary_writer)
        self._summary_op = summary_op
        self._scaffold = scaffold

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Asks for the summary, which a scaffold has by now."""
        if self._summary_op is None and self._scaffold is not None:
            self._summary_op = self._scaffold.summary_op
        requests = super().every_n_step_begin(step)
        return requests if self._summary_op is None else [*requests, self._summary_op]

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Writes it."""
        if self._summary_op is not None and self._summary_writer is not None:
            self._summary_writer.add_summary(extract_output(outputs, self._summary_op), step)
        return super().every_n_step_end(step, outputs)

    def end(self, session: Any = None) -> None:
        """Flushes the writer."""
        super().end(session)
        if self._summary_writer is not None:
            self._summary_writer.flush()


class StepCounter(_Writing):
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
        super().__init__(every_n_steps, output_dir, summary_writer)
        self._timer = tf1.train.SecondOrStepTimer(every_steps=every_n_steps)
        self._summary_tag = "global_step/sec"

    def every_n_step_end(self, current_step: int, outputs: Mapping[Any, Any]) -> bool:
        """Writes the rate since the active step before."""
        seconds, steps = self._timer.update_last_triggered_step(current_step)
        if steps is not None and self._summary_writer is not None:
            # A clock may have stood still, or have been set back.
            rate = steps / max(seconds, 1e-9)
            value = tf1.Summary.Value(tag=self._summary_tag, simple_value=rate)
            self._summary_writer.add_summary(tf1.Summary(value=[value]), current_step)
        return super().every_n_step_end(current_step, outputs)


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


def _value_name(variable: Any) -> Any:
    """The name of the tensor with a variable's value; makes no new operation."""
    if hasattr(variable, "handle"):
        return variable.graph.as_graph_element(variable).name
    return variable.value().name
