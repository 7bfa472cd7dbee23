"""LSTMs of contrib that normalize, which were in its module but never public."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LSTMStateTuple, RNNCell
from tf_spec_compat.extras.rnn.layer_norm import _norm
from tf_spec_compat.extras.rnn.shapes import known_width

__all__ = ["LayerNormLSTMCell", "WeightNormLSTMCell"]


class _Projected(RNNCell):
    """An LSTM with peepholes, clips and a projection, by the options; subclasses normalize."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool,
        cell_clip: float | None,
        initializer: Any,
        num_proj: int | None,
        proj_clip: float | None,
        forget_bias: float,
        activation: Callable[[Any], Any] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._cell_clip = cell_clip
        self._initializer = initializer
        self._num_proj = num_proj
        self._proj_clip = proj_clip
        self._forget_bias = forget_bias
        self._activation = activation or tf.tanh

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of `num_units` and the output's width."""
        return LSTMStateTuple(self._num_units, self.output_size)

    @property
    def output_size(self) -> int:
        """Of the projection, or how many units it has."""
        return self._num_proj or self._num_units

    def _called(self, inputs: Any, state: Any) -> Any:
        cell, output = state
        if inputs.shape[-1] is None:
            raise ValueError(
                "Could not infer input size from inputs.get_shape()[-1]: "
                f"the inputs' shape is {inputs.shape}, set its last dimension."
            )
        enter, candidate, keep, show = self._gates([inputs, output])
        keep += self._forget_bias
        see: dict[str, Any] = dict.fromkeys("fio", 0.0)
        if self._use_peepholes:
            see = {
                name: tf1.get_variable(f"w_{name}_diag", [self._num_units], inputs.dtype)
                for name in "fio"
            }
            keep += see["f"] * cell
            enter += see["i"] * cell
        cell = tf.sigmoid(keep) * cell + tf.sigmoid(enter) * self._activation(candidate)
        cell = _clipped(self._normalized_cell(cell), self._cell_clip)
        if self._use_peepholes:
            show += see["o"] * cell
        output = tf.sigmoid(show) * self._activation(cell)
        if self._num_proj is not None:
            with tf1.variable_scope("projection"):
                output = tf.matmul(output, self._kernel([output], self._num_proj))
            output = _clipped(output, self._proj_clip)
        return output, LSTMStateTuple(cell, output)

    def _gates(self, tensors: list[Any]) -> list[Any]:
        size = 4 * self._num_units
        sums = tf.matmul(tf.concat(tensors, 1), self._kernel(tensors, size))
        zeros = tf1.zeros_initializer()
        return self._parted(sums, tf1.get_variable("bias", [size], sums.dtype, zeros))

    def _parted(self, sums: Any, bias: Any) -> list[Any]:
        return tf.split(tf.nn.bias_add(sums, bias), 4, 1)

    def _kernel(self, tensors: list[Any], size: int) -> Any:
        width = sum(known_width(tensor.shape) for tensor in tensors)
        return tf1.get_variable("kernel", [width, size], tensors[0].dtype)

    def _normalized_cell(self, cell: Any) -> Any:
        return cell


def _clipped(tensor: Any, bound: float | None) -> Any:
    return tensor if bound is None else tf.clip_by_value(tensor, -bound, bound)


class LayerNormLSTMCell(_Projected):
    """An LSTM with layer normalization (https://arxiv.org/abs/1607.06450), if asked for."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        forget_bias: float = 1.0,
        activation: Callable[[Any], Any] | None = None,
        layer_norm: bool = False,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        Its variables are `kernel`, `bias`, those of the peepholes, `projection/kernel`, and `gamma`
        and `beta` under `input`, `transform`, `forget`, `output` and `state`.

        Args:
          num_units: How many units it has.
          use_peepholes: Whether gates see the state, by `w_f_diag`, `w_i_diag` and `w_o_diag`.
          cell_clip: Bound on the state, if any.
          initializer: Of the variables; the variable scope's by default.
          num_proj: Width to project the output to, if any.
          proj_clip: Bound on the projected output, if any.
          forget_bias: Added to the forget gate.
          activation: tanh by default.
          layer_norm: Whether to normalize; then `bias` is made but not used, as in contrib.
          norm_gain: Where `gamma` starts.
          norm_shift: Where `beta` starts.
          reuse: Whether to use variables that exist.
        """
        super().__init__(
            num_units,
            use_peepholes,
            cell_clip,
            initializer,
            num_proj,
            proj_clip,
            forget_bias,
            activation,
            _reuse=reuse,
        )
        self._layer_norm = layer_norm
        self._norm_gain = norm_gain
        self._norm_shift = norm_shift

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and an `LSTMStateTuple`.

        Raises:
          ValueError: The inputs are no matrix of known width.
        """
        with tf1.variable_scope(tf1.get_variable_scope(), initializer=self._initializer):
            return self._called(inputs, state)

    def _parted(self, sums: Any, bias: Any) -> list[Any]:
        if not self._layer_norm:
            return super()._parted(sums, bias)
        names = ("input", "transform", "forget", "output")
        return [self._normalized(part, name) for part, name in zip(tf.split(sums, 4, 1), names)]

    def _normalized(self, tensor: Any, scope: str) -> Any:
        return _norm(tensor, scope, self._norm_gain, self._norm_shift)

    def _normalized_cell(self, cell: Any) -> Any:
        return self._normalized(cell, "state") if self._layer_norm else cell


class WeightNormLSTMCell(_Projected):
    """An LSTM with weight normalization (https://arxiv.org/abs/1602.07868), if asked for."""

    def __init__(
        self,
        num_units: int,
        norm: bool = True,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        forget_bias: float = 1,
        activation: Callable[[Any], Any] | None = None,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        Under `wn_lstm_cell/wn_lstm_cell` its variables are `kernel`, `bias`, those of the peepholes
        and, under `projection`, another `kernel`. `norm_0` and so on are the lengths of a kernel's
        columns, those for inputs and for outputs apart.

        Args:
          num_units: How many units it has.
          norm: Whether to normalize.
          use_peepholes: Whether gates see the state, by `w_f_diag`, `w_i_diag` and `w_o_diag`.
          cell_clip: Bound on the state, if any.
          initializer: Of the variables; the variable scope's by default.
          num_proj: Width to project the output to, if any.
          proj_clip: Bound on the projected output, if any.
          forget_bias: Added to the forget gate.
          activation: tanh by default.
          reuse: Whether to use variables that exist.
        """
        super().__init__(
            num_units,
            use_peepholes,
            cell_clip,
            initializer,
            num_proj,
            proj_clip,
            forget_bias,
            activation,
            _reuse=reuse,
        )
        self._norm = norm

    def __call__(self, inputs: Any, state: Any, scope: Any = None, **kwargs: Any) -> Any:
        """Returns the output and the new state; `scope` is what goes before its own two scopes."""
        with tf1.variable_scope(scope or tf1.get_variable_scope()):
            return super().__call__(inputs, state, scope="wn_lstm_cell", **kwargs)

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and an `LSTMStateTuple`.

        Raises:
          ValueError: The inputs are no matrix of known width.
        """
        with tf1.variable_scope("wn_lstm_cell", initializer=self._initializer):
            return self._called(inputs, state)

    def _kernel(self, tensors: list[Any], size: int) -> Any:
        kernel = super()._kernel(tensors, size)
        if not self._norm:
            return kernel
        parts = tf.split(kernel, [known_width(tensor.shape) for tensor in tensors])
        return tf.concat(
            [
                tf.nn.l2_normalize(part, 0)
                * tf1.get_variable(f"norm_{number}", [size], kernel.dtype)
                for number, part in enumerate(parts)
            ],
            0,
        )
