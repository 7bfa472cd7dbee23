"""Base classes of the cells: the arguments that they keep, their sizes, and the LSTM's step."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import Layer, LSTMStateTuple, RNNCell
from tf_spec_compat.rnn.weights import normalize

__all__ = ["LSTM", "Activation", "CellWrapper", "Units", "clip", "keep_arguments"]

Activation = Callable[[Any], Any]
_Constructor = TypeVar("_Constructor", bound=Callable[..., None])


def keep_arguments(constructor: _Constructor) -> _Constructor:
    """Makes a cell's constructor keep each argument as an attribute, `num_units` as `_num_units`.

    `reuse`, `name`, `dtype` and `**kwargs` go to the layer instead. What the constructor itself
    does comes after that.
    """
    signature = inspect.signature(constructor)

    @functools.wraps(constructor)
    def construct(self: Any, *args: Any, **kwargs: Any) -> None:
        # Has Python's words for arguments that are wrong, unlike `Signature.bind`.
        arguments = inspect.getcallargs(constructor, self, *args, **kwargs)
        layer = arguments.pop("kwargs", {})
        layer.update((key, arguments.pop(key)) for key in ("name", "dtype") if key in arguments)
        kind = RNNCell if isinstance(self, RNNCell) else Layer  # some fused cells are only that
        kind.__init__(self, _reuse=arguments.pop("reuse", None), **layer)
        del arguments["self"]
        for name, value in arguments.items():
            setattr(self, f"_{name}", value)
        constructor(self, *args, **kwargs)

    # For `inspect.getfullargspec` too, by which programs see whether a cell takes `reuse`.
    construct.__signature__ = signature  # type: ignore[attr-defined]
    return cast(_Constructor, construct)


class Units(RNNCell):
    """A cell whose state is as wide as its output: `num_units`.

    Subclasses get their variables in `call`. Those that add them in `build` are `LayerRNNCell` too.
    """

    @property
    def state_size(self) -> Any:
        """How many units it has."""
        return self._num_units

    @property
    def output_size(self) -> Any:
        """How many units it has."""
        return self._num_units

    def _initialized_scope(self) -> Any:
        """Opens the variable scope that is open, with the cell's initializer if it has one."""
        return tf1.variable_scope(tf1.get_variable_scope(), initializer=self._initializer)


class LSTM(Units):
    """A cell whose state is an `LSTMStateTuple` of `num_units` and the output's width.

    What follows holds for cells that have no such argument.
    """

    _num_proj: int | None = None
    _cell_clip: float | None = None
    _activation: Activation = staticmethod(tf.tanh)
    _layer_norm = False

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of `num_units` and the output's width."""
        return LSTMStateTuple(self._num_units, self.output_size)

    @property
    def output_size(self) -> Any:
        """Width of the projection if there is one, else how many units it has."""
        return self._num_proj or self._num_units

    def _split_gates(
        self, sums: Any, scopes: tuple[str, ...] = ("input", "transform", "forget", "output")
    ) -> list[Any]:
        """Returns each gate's part of `sums`, normalized in its scope."""
        parts = tf.split(sums, len(scopes), 1)
        return [self._normalize(part, scope) for part, scope in zip(parts, scopes)]

    def _normalize(self, tensor: Any, scope: str) -> Any:
        """Normalizes a tensor, if the cell does."""
        if not self._layer_norm:
            return tensor
        return normalize(tensor, scope, self._norm_gain, self._norm_shift)

    def _get_peepholes(self, name: str, gates: str, dtype: Any) -> dict[str, Any]:
        """Returns weights by which gates see the state, if they do, by the gate in lower case.

        Args:
          name: Name of the variables, with `{}` for the gate.
          gates: A letter for each gate, in the order in which to create the variables.
          dtype: Type of the variables.
        """
        if not self._use_peepholes:
            return {}
        shape = [self._num_units]
        return {gate.lower(): tf1.get_variable(name.format(gate), shape, dtype) for gate in gates}

    def _step(
        self, gates: Any, cell: Any, peepholes: Mapping[str, Any] | None = None
    ) -> tuple[Any, Any]:
        """Takes the step of an LSTM.

        Args:
          gates: Sums for the input gate, the candidate, the forget gate and the output gate.
          cell: The state before.
          peepholes: Weights by which the gates `f`, `i` and `o` see the state, if they do.

        Returns:
          The new state and the output.
        """
        input_gate, candidate, forget_gate, output_gate = gates
        forget_gate += self._forget_bias
        if peepholes:
            forget_gate += peepholes["f"] * cell
            input_gate += peepholes["i"] * cell
        candidate = self._activate_candidate(candidate)
        cell = tf.sigmoid(forget_gate) * cell + tf.sigmoid(input_gate) * candidate
        cell = clip(self._normalize(cell, "state"), self._cell_clip)
        if peepholes:
            output_gate += peepholes["o"] * cell
        return cell, tf.sigmoid(output_gate) * self._activation(cell)

    def _activate_candidate(self, candidate: Any) -> Any:
        return self._activation(candidate)


class CellWrapper(RNNCell):
    """A cell with the state of the one inside."""

    @property
    def state_size(self) -> Any:
        """That of the cell inside."""
        return self._cell.state_size

    @property
    def output_size(self) -> Any:
        """That of the cell inside."""
        return self._cell.output_size

    def zero_state(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the zero state of the cell inside."""
        with tf1.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self._cell.zero_state(batch_size, dtype)


def clip(tensor: Any, bound: float | None) -> Any:
    """Returns a tensor within plus and minus `bound`, if there is one."""
    return tensor if bound is None else tf.clip_by_value(tensor, -bound, bound)
