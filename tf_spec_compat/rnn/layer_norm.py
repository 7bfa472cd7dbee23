"""LSTMs of contrib that normalize: by layer, or their weights."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LSTMStateTuple
from tf_spec_compat.rnn.base_cells import LSTM, Activation, clip, keep_arguments
from tf_spec_compat.rnn.shapes import known_width
from tf_spec_compat.rnn.weights import linear

__all__ = ["LayerNormBasicLSTMCell", "LayerNormLSTMCell", "WeightNormLSTMCell"]


class LayerNormBasicLSTMCell(LSTM):
    """An LSTM with layer normalization (https://arxiv.org/abs/1607.06450) and recurrent dropout."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        input_size: int | None = None,
        activation: Activation = tf.tanh,
        layer_norm: bool = True,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
        dropout_keep_prob: Any = 1.0,
        dropout_prob_seed: int | None = None,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        Its variables are `kernel`, and either `bias` or `gamma` and `beta` under `input`,
        `transform`, `forget`, `output` and `state`.

        Args:
          num_units: How many units it has.
          forget_bias: Added to the forget gate.
          input_size: Without effect, as in contrib, which logs that it is deprecated.
          activation: Of the candidate and of the state.
          layer_norm: Whether to normalize.
          norm_gain: Where `gamma` starts.
          norm_shift: Where `beta` starts.
          dropout_keep_prob: How much of the candidate to keep, a number or a tensor.
          dropout_prob_seed: Seed of the dropout.
          reuse: Whether to use variables that exist.
        """
        if input_size is not None:
            tf1.logging.warn("%s: The input_size parameter is deprecated.", self)

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, num_units]`, and an `LSTMStateTuple`."""
        cell, output = state
        joined = linear([inputs, output], 4 * self._num_units, False)
        if not self._layer_norm:
            joined += tf1.get_variable("bias", [4 * self._num_units], inputs.dtype)
        cell, output = self._step(self._split_gates(joined), cell)
        return output, LSTMStateTuple(cell, output)

    def _activate_candidate(self, candidate: Any) -> Any:
        candidate = super()._activate_candidate(candidate)
        if tf.is_tensor(self._dropout_keep_prob) or self._dropout_keep_prob < 1:
            candidate = tf.nn.dropout(
                candidate, rate=1 - self._dropout_keep_prob, seed=self._dropout_prob_seed
            )
        return candidate


class _Normalized(LSTM):
    """An LSTM with peepholes, clips and a projection, by the options; subclasses normalize."""

    def _run(self, inputs: Any, state: Any) -> Any:
        cell, output = state
        if inputs.shape[-1] is None:
            raise ValueError(
                "Could not infer input size from inputs.get_shape()[-1]: "
                f"the inputs' shape is {inputs.shape}, set its last dimension."
            )
        size = 4 * self._num_units
        tensors = [inputs, output]
        sums = tf.matmul(tf.concat(tensors, 1), self._get_kernel(tensors, size))
        bias = tf1.get_variable("bias", [size], sums.dtype, tf1.zeros_initializer())
        # As in contrib, cells with layer normalization do without `bias`.
        gates = self._split_gates(sums if self._layer_norm else tf.nn.bias_add(sums, bias))
        peepholes = self._get_peepholes("w_{}_diag", "fio", inputs.dtype)
        cell, output = self._step(gates, cell, peepholes)
        if self._num_proj is not None:
            with tf1.variable_scope("projection"):
                output = tf.matmul(output, self._get_kernel([output], self._num_proj))
            output = clip(output, self._proj_clip)
        return output, LSTMStateTuple(cell, output)

    def _get_kernel(self, tensors: list[Any], size: int) -> Any:
        """Returns the variable `kernel` that maps tensors, side by side, to `size`."""
        width = sum(known_width(tensor.shape) for tensor in tensors)
        return tf1.get_variable("kernel", [width, size], tensors[0].dtype)


class LayerNormLSTMCell(_Normalized):
    """An LSTM with layer normalization (https://arxiv.org/abs/1607.06450), if asked for."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        forget_bias: float = 1.0,
        activation: Activation | None = None,
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
        self._activation = activation or tf.tanh

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and an `LSTMStateTuple`.

        Raises:
          ValueError: The inputs are no matrix of known width.
        """
        with self._initialized_scope():
            return self._run(inputs, state)


class WeightNormLSTMCell(_Normalized):
    """An LSTM with weight normalization (https://arxiv.org/abs/1602.07868), if asked for."""

    @keep_arguments
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
        activation: Activation | None = None,
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
        self._activation = activation or tf.tanh

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
            return self._run(inputs, state)

    def _get_kernel(self, tensors: list[Any], size: int) -> Any:
        kernel = super()._get_kernel(tensors, size)
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
