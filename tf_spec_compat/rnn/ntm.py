"""The neural Turing machine, a cell with a memory that it reads and writes."""

from __future__ import annotations

from typing import Any, NamedTuple

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell, RNNCell, assert_like_rnncell
from tf_spec_compat.rnn.base_cells import keep_arguments
from tf_spec_compat.rnn.shapes import batch_size_of, known_width

__all__ = ["NTMCell", "NTMControllerState"]

_EPSILON = 1e-8
_START = 1e-6


class NTMControllerState(NamedTuple):
    """The state of an `NTMCell`.

    Attributes:
      controller_state: The state of the controller.
      read_vector_list: What each reading head read, `[batch, memory_vector_dim]`.
      w_list: Where each head was, reading ones first, `[batch, memory_size]`.
      M: The memory, `[batch, memory_size, memory_vector_dim]`.
      time: How many steps were taken; at 0 the rest is taken from variables.
    """

    controller_state: Any
    read_vector_list: Any
    w_list: Any
    M: Any
    time: Any


class NTMCell(LayerRNNCell, RNNCell):
    """The cell of https://arxiv.org/abs/1410.5401, as https://arxiv.org/abs/1807.08518 has it."""

    @keep_arguments
    def __init__(
        self,
        controller: Any,
        memory_size: int,
        memory_vector_dim: int,
        read_head_num: int,
        write_head_num: int,
        shift_range: int = 1,
        output_dim: int | None = None,
        clip_value: float = 20,
        dtype: Any = tf.float32,
        name: str | None = None,
    ) -> None:
        """Makes the cell.

        Args:
          controller: An RNN cell.
          memory_size: How many places the memory has.
          memory_vector_dim: How wide each of them is.
          read_head_num: How many heads read.
          write_head_num: How many heads write.
          shift_range: How far a head moves at most in a step.
          output_dim: Width of the outputs; the inputs' by default.
          clip_value: Bound of the outputs and of what steers the heads.
          dtype: Of the variables.
          name: Name of the layer, the last part of the variables' scope.

        Raises:
          TypeError: `controller` is no RNN cell.
          ValueError: The memory has no room for `shift_range`.
        """
        assert_like_rnncell("NTM RNN controller cell", controller)
        if 2 * shift_range + 1 > memory_size:
            raise ValueError(
                f"memory_size must be at least 2 * shift_range + 1: {memory_size}, {shift_range}."
            )
        self._output_dim = output_dim
        self._heads = read_head_num + write_head_num
        # A key, its strength, a gate, shifts, and how sharp to be.
        self._head_sizes = [memory_vector_dim, 1, 1, 2 * shift_range + 1, 1]

    @property
    def state_size(self) -> NTMControllerState:
        """An `NTMControllerState` of sizes."""
        return NTMControllerState(
            controller_state=self._controller.state_size,
            read_vector_list=[self._memory_vector_dim] * self._read_head_num,
            w_list=[self._memory_size] * self._heads,
            M=tf.TensorShape([self._memory_size * self._memory_vector_dim]),
            time=tf.TensorShape([]),
        )

    @property
    def output_size(self) -> Any:
        """Width of the outputs, known once the cell was called if it was not given."""
        return self._output_dim

    def build(self, inputs_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        if self._output_dim is None:
            self._output_dim = known_width(inputs_shape)
        places, width = self._memory_size, self._memory_vector_dim
        steering = self._heads * sum(self._head_sizes) + self._write_head_num * 2 * width
        read = self._controller.output_size + self._read_head_num * width
        zeros, start = tf1.zeros_initializer(), tf1.constant_initializer(_START)
        add = self.add_weight
        self._steering = (
            add("parameters_kernel", [self._controller.output_size, steering]),
            add("parameters_bias", [steering], initializer=zeros),
        )
        self._output = (
            add("output_kernel", [read, self._output_dim]),
            add("output_bias", [self._output_dim], initializer=zeros),
        )
        self._first_reads = [
            add(f"initial_read_vector_{i}", [1, width]) for i in range(self._read_head_num)
        ]
        self._first_weights = [
            add(f"initial_address_weights_{i}", [1, places]) for i in range(self._heads)
        ]
        self._first_memory = add("memory", [places, width], initializer=start)
        self.built = True

    def zero_state(self, batch_size: Any, dtype: Any) -> NTMControllerState:
        """Returns a state of zeros, at which the first step begins with the variables."""
        places, width = self._memory_size, self._memory_vector_dim
        return NTMControllerState(
            controller_state=self._controller.zero_state(batch_size, dtype),
            read_vector_list=[
                tf.zeros([batch_size, width], dtype) for _ in range(self._read_head_num)
            ],
            w_list=[tf.zeros([batch_size, places], dtype) for _ in range(self._heads)],
            M=tf.zeros([batch_size, places, width], dtype),
            time=0,
        )

    def call(self, inputs: Any, state: NTMControllerState) -> tuple[Any, NTMControllerState]:
        """Returns the output, `[batch, output_dim]`, and the next state."""
        reads, weights, memory = self._begin(state, batch_size_of(inputs))
        output, controller_state = self._controller(
            tf.concat([inputs, *reads], 1), state.controller_state
        )
        steering = self._clip(tf.matmul(output, self._steering[0]) + self._steering[1])
        width = self._memory_vector_dim
        parts = tf.split(
            steering, self._head_sizes * self._heads + [width] * 2 * self._write_head_num, 1
        )
        count = len(self._head_sizes)
        weights = [
            self._address(parts[count * i : count * (i + 1)], memory, before)
            for i, before in enumerate(weights)
        ]
        reads = [tf.reduce_sum(w[:, :, None] * memory, 1) for w in weights[: self._read_head_num]]
        changes = parts[count * self._heads :]
        writing = zip(weights[self._read_head_num :], changes[::2], changes[1::2])
        for place, erase, add in writing:
            memory *= 1 - place[:, :, None] * tf.sigmoid(erase)[:, None]
            memory += place[:, :, None] * tf.tanh(add)[:, None]
        seen = tf.concat([output, *reads], 1)
        result = self._clip(tf.matmul(seen, self._output[0]) + self._output[1])
        return result, NTMControllerState(controller_state, reads, weights, memory, state.time + 1)

    def _begin(self, state: NTMControllerState, batch: Any) -> tuple[Any, Any, Any]:
        """Returns what was read, where the heads were, and the memory: at first, the variables'."""
        first = (
            [tf.tile(tf.tanh(read), [batch, 1]) for read in self._first_reads],
            [tf.tile(tf.nn.softmax(weight), [batch, 1]) for weight in self._first_weights],
            tf.tile(self._first_memory[None], [batch, 1, 1]),
        )
        later = (state.read_vector_list, state.w_list, state.M)
        if not tf.is_tensor(state.time):
            return first if state.time == 0 else later
        start = tf.equal(state.time, 0)
        found = [
            tf.where(start, one, other)
            for one, other in zip(tf.nest.flatten(first), tf.nest.flatten(later))
        ]
        reads = self._read_head_num
        return found[:reads], found[reads:-1], found[-1]

    def _address(self, parts: Any, memory: Any, before: Any) -> Any:
        """Returns where a head is: by content, then by a shift, then sharper."""
        key, strength, gate, shifts, sharpness = parts
        key = tf.tanh(key)
        norms = tf.norm(memory, axis=2) * tf.norm(key, axis=1, keepdims=True)
        fit = tf.reduce_sum(memory * key[:, None], 2) / (norms + _EPSILON)
        place = tf.nn.softmax(tf.nn.softplus(strength) * fit)
        gate = tf.sigmoid(gate)
        place = gate * place + (1 - gate) * before
        # The shifts are 0, 1 and so on, then those back.
        by = [*range(self._shift_range + 1), *range(-self._shift_range, 0)]
        moved = [tf.roll(place, shift, 1) for shift in by]
        place = tf.reduce_sum(tf.stack(moved, 2) * tf.nn.softmax(shifts)[:, None], 2)
        sharp = place ** (tf.nn.softplus(sharpness) + 1)
        return sharp / tf.reduce_sum(sharp, 1, keepdims=True)

    def _clip(self, tensor: Any) -> Any:
        return tf.clip_by_value(tensor, -self._clip_value, self._clip_value)
