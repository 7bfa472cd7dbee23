"""LSTMs of contrib with layer normalization."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LSTMStateTuple, RNNCell
from tf_spec_compat.extras.rnn.core_rnn_cell import linear
from tf_spec_compat.extras.rnn.shapes import known_width, sharded

__all__ = ["CoupledInputForgetGateLSTMCell", "LayerNormBasicLSTMCell"]

_Function = Callable[[Any], Any]
_EPSILON = 1e-12


def _norm(inputs: Any, scope: str, gain: float, shift: float) -> Any:
    """Normalizes each row; the variables are `<scope>/gamma` and `<scope>/beta`."""
    size = [known_width(inputs.shape)]
    with tf1.variable_scope(scope):
        gamma = tf1.get_variable("gamma", size, inputs.dtype, tf1.constant_initializer(gain))
        beta = tf1.get_variable("beta", size, inputs.dtype, tf1.constant_initializer(shift))
    mean, variance = tf.nn.moments(inputs, [1], keepdims=True)
    return tf.nn.batch_normalization(inputs, mean, variance, beta, gamma, _EPSILON)


class LayerNormBasicLSTMCell(RNNCell):
    """An LSTM with layer normalization (https://arxiv.org/abs/1607.06450) and recurrent dropout."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        input_size: int | None = None,
        activation: _Function = tf.tanh,
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
        super().__init__(_reuse=reuse)
        if input_size is not None:
            tf1.logging.warn("%s: The input_size parameter is deprecated.", self)
        self._num_units = num_units
        self._forget_bias = forget_bias
        self._activation = activation
        self._layer_norm = layer_norm
        self._norm_gain = norm_gain
        self._norm_shift = norm_shift
        self._keep_prob = dropout_keep_prob
        self._seed = dropout_prob_seed

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of `num_units` twice."""
        return LSTMStateTuple(self._num_units, self._num_units)

    @property
    def output_size(self) -> int:
        """How many units it has."""
        return self._num_units

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, num_units]`, and an `LSTMStateTuple`."""
        cell, output = state
        joined = linear([inputs, output], 4 * self._num_units, False)
        if not self._layer_norm:
            joined += tf1.get_variable("bias", [4 * self._num_units], inputs.dtype)
        parts = tf.split(joined, 4, 1)
        enter, candidate, keep, show = (
            self._normalized(part, scope)
            for part, scope in zip(parts, ("input", "transform", "forget", "output"))
        )
        candidate = self._activation(candidate)
        if tf.is_tensor(self._keep_prob) or self._keep_prob < 1:
            candidate = tf.nn.dropout(candidate, rate=1 - self._keep_prob, seed=self._seed)
        cell = cell * tf.sigmoid(keep + self._forget_bias) + tf.sigmoid(enter) * candidate
        cell = self._normalized(cell, "state")
        output = self._activation(cell) * tf.sigmoid(show)
        return output, LSTMStateTuple(cell, output)

    def _normalized(self, tensor: Any, scope: str) -> Any:
        if not self._layer_norm:
            return tensor
        return _norm(tensor, scope, self._norm_gain, self._norm_shift)


class CoupledInputForgetGateLSTMCell(RNNCell):
    """An LSTM that takes in as much as it forgets (https://arxiv.org/abs/1503.04069)."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        num_unit_shards: int = 1,
        num_proj_shards: int = 1,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        activation: _Function = tf.tanh,
        reuse: bool | None = None,
        layer_norm: bool = False,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
    ) -> None:
        """Makes the cell; its variables are `W_0` and so on, `B`, and those of the options.

        Args:
          num_units: How many units it has.
          use_peepholes: Whether the gates see the state, by `W_F_diag` and `W_O_diag`.
          initializer: Of the variables; the variable scope's by default.
          num_proj: Width to project the output to, by `W_P_0` and so on.
          proj_clip: Bound on the projected output, if any.
          num_unit_shards: Into how many variables to split `W`.
          num_proj_shards: Into how many variables to split `W_P`.
          forget_bias: Added to the forget gate.
          state_is_tuple: Whether the state is an `LSTMStateTuple`, not one tensor.
          activation: Of the candidate and of the state.
          reuse: Whether to use variables that exist.
          layer_norm: Whether to normalize, by variables under `transform`, `forget`, `output` and
            `state`.
          norm_gain: Where `gamma` starts.
          norm_shift: Where `beta` starts.
        """
        super().__init__(_reuse=reuse)
        if not state_is_tuple:
            tf1.logging.warn("%s: Using a concatenated state is slower.", self)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._initializer = initializer
        self._num_proj = num_proj
        self._proj_clip = proj_clip
        self._num_unit_shards = num_unit_shards
        self._num_proj_shards = num_proj_shards
        self._forget_bias = forget_bias
        self._state_is_tuple = state_is_tuple
        self._activation = activation
        self._layer_norm = layer_norm
        self._norm_gain = norm_gain
        self._norm_shift = norm_shift

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple`, or the sum of its parts."""
        size = LSTMStateTuple(self._num_units, self.output_size)
        return size if self._state_is_tuple else sum(size)

    @property
    def output_size(self) -> int:
        """Of the projection, or how many units it has."""
        return self._num_proj or self._num_units

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and the new state."""
        sizes = [self._num_units, self.output_size]
        cell, output = state if self._state_is_tuple else tf.split(state, sizes, 1)
        units, dtype = self._num_units, inputs.dtype
        with tf1.variable_scope(tf1.get_variable_scope(), initializer=self._initializer):
            joined = tf.concat([inputs, output], 1)
            shape = [known_width(joined.shape), 3 * units]
            kernel = sharded("W", shape, dtype, self._num_unit_shards)
            bias = tf1.get_variable("B", [3 * units], dtype, tf1.zeros_initializer())
            joined = tf.matmul(joined, kernel)  # As in contrib, normalized cells do without `B`.
            parts = tf.split(joined if self._layer_norm else joined + bias, 3, 1)
            candidate, keep, show = (
                self._normalized(part, scope)
                for part, scope in zip(parts, ("transform", "forget", "output"))
            )
            keep += self._forget_bias
            if self._use_peepholes:
                keep += tf1.get_variable("W_F_diag", [units], dtype) * cell
                seen = tf1.get_variable("W_O_diag", [units], dtype)
            keep = tf.sigmoid(keep)
            cell = keep * cell + (1 - keep) * self._activation(candidate)
            cell = self._normalized(cell, "state")
            output = tf.sigmoid(show + seen * cell if self._use_peepholes else show)
            output *= self._activation(cell)
            if self._num_proj is not None:
                shape = [units, self._num_proj]
                output = tf.matmul(output, sharded("W_P", shape, dtype, self._num_proj_shards))
                if self._proj_clip is not None:
                    output = tf.clip_by_value(output, -self._proj_clip, self._proj_clip)
        if self._state_is_tuple:
            return output, LSTMStateTuple(cell, output)
        return output, tf.concat([cell, output], 1)

    def _normalized(self, tensor: Any, scope: str) -> Any:
        if not self._layer_norm:
            return tensor
        return _norm(tensor, scope, self._norm_gain, self._norm_shift)
