"""`AttentionWrapper`: a cell that attends to memories, and its state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.layers import dense
from tf_spec_compat._tf.rnn_cells import RNNCell, assert_like_rnncell
from tf_spec_compat.seq2seq.memory import AttentionMechanism, known_size

__all__ = ["AttentionWrapper", "AttentionWrapperState", "compute_attention", "hardmax"]

_BEAMS = "Are you using the BeamSearchDecoder?"
_TILE = "via the tf.contrib.seq2seq.tile_batch function with argument multiple=beam_width."


class AttentionWrapperState(NamedTuple):
    """The state of an `AttentionWrapper`.

    `alignments`, `alignment_history` and `attention_state` are tuples where the wrapper was given a
    list of mechanisms.

    Attributes:
      cell_state: The state of the cell inside.
      attention: What was attended to, `[batch_size, attention_layer_size]`.
      time: How many steps were taken, an int32 scalar.
      alignments: Where attention was, `[batch_size, max_time]`.
      alignment_history: A `TensorArray` of the alignments of all steps, or `()`.
      attention_state: The state of the mechanism.
    """

    cell_state: Any
    attention: Any
    time: Any
    alignments: Any
    alignment_history: Any
    attention_state: Any

    def clone(self, **kwargs: Any) -> AttentionWrapperState:
        """Returns a state with other values for some fields.

        Example:
          start = wrapper.zero_state(batch_size, tf.float32).clone(cell_state=encoder_state)

        Args:
          **kwargs: Fields by their names.

        Raises:
          ValueError: There is no such field, or a value is not of the structure or of the shape of
            the one before. Where shapes are not known, an op compares them when it runs.
        """
        changed = self._replace(**kwargs)
        # Two namedtuples of our own, but what users put in may be tuples of other types.
        tf.nest.assert_same_structure(self, changed, check_types=False)
        same = tf.nest.map_structure(_with_same_shape, self, changed)
        return AttentionWrapperState(*same)


class AttentionWrapper(RNNCell):
    """A cell that attends to a memory, or to several.

    Each step calls the cell on inputs and attention, scores the memory by its output, and makes the
    next attention of both by a layer, if there is one.

    Example:
      mechanism = LuongAttention(units, encoder_outputs, memory_sequence_length=lengths)
      cell = AttentionWrapper(tf.nn.rnn_cell.GRUCell(units), mechanism, attention_layer_size=units)
      outputs, state = cell(inputs, cell.zero_state(batch_size, tf.float32))
    """

    def __init__(
        self,
        cell: Any,
        attention_mechanism: AttentionMechanism | Sequence[AttentionMechanism],
        attention_layer_size: int | Sequence[int] | None = None,
        alignment_history: bool = False,
        cell_input_fn: Callable[[Any, Any], Any] | None = None,
        output_attention: bool = True,
        initial_cell_state: Any = None,
        name: str | None = None,
        attention_layer: Any = None,
        attention_fn: Callable[..., tuple[Any, Any, Any]] | None = None,
        dtype: Any = None,
    ) -> None:
        """Makes the cell; the variable of its layer is `attention_layer/kernel`.

        Args:
          cell: An RNN cell.
          attention_mechanism: A mechanism, or a list of them, whose attentions are put together.
          attention_layer_size: Width of the attention, or a list with one for each mechanism. By
            default there is no layer: attention is what was picked from the memory.
          alignment_history: Whether the state keeps the alignments of all steps.
          cell_input_fn: Makes the cell's input of inputs and attention; puts them together by
            default.
          output_attention: Whether the output is the attention (Luong), else the cell's (Bahdanau).
          initial_cell_state: State of the cell that `zero_state` gives. Where a batch is not of the
            memory's size, an op fails.
          name: Of the layer.
          attention_layer: A layer, or a list of them, in place of `attention_layer_size`.
          attention_fn: Called as `compute_attention`, which is the default.
          dtype: Of the layer.

        Raises:
          TypeError: `cell` is no RNN cell, `attention_mechanism` no mechanism, or `cell_input_fn`
            no function.
          ValueError: Not as many layers or sizes as mechanisms, or both of them.
        """
        super().__init__(name=name, dtype=dtype)
        assert_like_rnncell("cell", cell)
        self._is_multi = isinstance(attention_mechanism, (list, tuple))
        mechanisms: tuple[Any, ...] = (attention_mechanism,)
        if isinstance(attention_mechanism, (list, tuple)):
            mechanisms = tuple(attention_mechanism)
        for mechanism in mechanisms:
            if not isinstance(mechanism, AttentionMechanism):
                words = (
                    "contain only instances of AttentionMechanism"
                    if self._is_multi
                    else "be an AttentionMechanism or list of multiple AttentionMechanism instances"
                )
                kind = type(mechanism).__name__
                raise TypeError(f"attention_mechanism must {words}, saw type: {kind}")
        if cell_input_fn is None:
            cell_input_fn = _side_by_side
        elif not callable(cell_input_fn):
            kind = type(cell_input_fn).__name__
            raise TypeError(f"cell_input_fn must be callable, saw type: {kind}")
        layers = _layers(mechanisms, attention_layer_size, attention_layer, dtype)
        self._cell = cell
        self._attention_mechanisms = mechanisms
        self._attention_layers = layers
        self._attention_layer_size = sum(
            _attention_width(cell, mechanism, layer)
            for mechanism, layer in _pairs(mechanisms, layers)
        )
        self._alignment_history = alignment_history
        self._cell_input_fn = cell_input_fn
        self._attention_fn = attention_fn or compute_attention
        self._output_attention = output_attention
        # Keras would wrap the tuples in it.
        self._get_initial_cell_state: Callable[[], Any] = lambda: initial_cell_state
        if initial_cell_state is not None:
            self._check_initial_cell_state(initial_cell_state)

    @property
    def _initial_cell_state(self) -> Any:
        return self._get_initial_cell_state()

    @property
    def output_size(self) -> Any:
        """Width of the attention, or of the cell's output."""
        return self._attention_layer_size if self._output_attention else self._cell.output_size

    @property
    def state_size(self) -> AttentionWrapperState:
        """An `AttentionWrapperState` of sizes."""
        mechanisms = self._attention_mechanisms
        return AttentionWrapperState(
            cell_state=self._cell.state_size,
            attention=self._attention_layer_size,
            time=tf.TensorShape([]),
            alignments=self._item_or_tuple(m.alignments_size for m in mechanisms),
            alignment_history=self._item_or_tuple(
                m.alignments_size if self._alignment_history else () for m in mechanisms
            ),
            attention_state=self._item_or_tuple(m.state_size for m in mechanisms),
        )

    def zero_state(self, batch_size: Any, dtype: Any) -> AttentionWrapperState:
        """Returns the state to start from, with `initial_cell_state` if that was given.

        Args:
          batch_size: The size of the memory's batch; that times the beam width in beam search.
          dtype: Of the state.

        Raises:
          tf.errors.InvalidArgumentError: `batch_size` is not that of the memory; where that is not
            known yet, when the state is computed.
        """
        with tf1.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            message = (
                f"When calling zero_state of AttentionWrapper {self._base_name}: Non-matching "
                "batch sizes between the memory (encoder output) and the requested batch size.  "
                f"{_BEAMS}  If so, make sure your encoder output has been tiled to beam_width via "
                "tf.contrib.seq2seq.tile_batch, and the batch_size= argument passed to zero_state "
                "is batch_size * beam_width."
            )
            cell_state = self._initial_cell_state
            if cell_state is None:
                cell_state = self._cell.zero_state(batch_size, dtype)
            with tf.control_dependencies(self._batch_size_checks(batch_size, message)):
                cell_state = tf.nest.map_structure(
                    lambda state: tf.identity(state, name="checked_cell_state"), cell_state
                )
            mechanisms = self._attention_mechanisms
            alignments = [m.initial_alignments(batch_size, dtype) for m in mechanisms]
            return AttentionWrapperState(
                cell_state=cell_state,
                attention=tf.zeros([batch_size, self._attention_layer_size], dtype),
                time=tf.zeros([], tf.int32),
                alignments=self._item_or_tuple(alignments),
                alignment_history=self._item_or_tuple(map(self._history, alignments)),
                attention_state=self._item_or_tuple(
                    m.initial_state(batch_size, dtype) for m in mechanisms
                ),
            )

    def call(self, inputs: Any, state: AttentionWrapperState) -> tuple[Any, AttentionWrapperState]:
        """Takes a step.

        Args:
          inputs: `[batch_size, ...]`.
          state: The state before.

        Returns:
          The attention or the output of the cell, and the next state.

        Raises:
          TypeError: `state` is no `AttentionWrapperState`.
        """
        if not isinstance(state, AttentionWrapperState):
            raise TypeError(
                "Expected state to be instance of AttentionWrapperState. Received type "
                f"{type(state)} instead."
            )
        cell_inputs = self._cell_input_fn(inputs, state.attention)
        cell_output, cell_state = self._cell(cell_inputs, state.cell_state)
        message = (
            f"When applying AttentionWrapper {self.name}: Non-matching batch sizes between the "
            f"memory (encoder output) and the query (decoder output).  {_BEAMS}  You may need to "
            f"tile your memory input {_TILE}"
        )
        with tf.control_dependencies(self._batch_size_checks(known_size(cell_output, 0), message)):
            cell_output = tf.identity(cell_output, name="checked_cell_output")
        states, histories = state.attention_state, state.alignment_history
        if not self._is_multi:
            states, histories = [states], [histories]
        attentions, all_alignments, next_states, next_histories = [], [], [], []
        pairs = _pairs(self._attention_mechanisms, self._attention_layers)
        for (mechanism, layer), before, history in zip(pairs, states, histories):
            attention, alignments, after = self._attention_fn(mechanism, cell_output, before, layer)
            attentions.append(attention)
            all_alignments.append(alignments)
            next_states.append(after)
            next_histories.append(
                history.write(state.time, alignments) if self._alignment_history else ()
            )
        attention = tf.concat(attentions, 1)
        next_state = AttentionWrapperState(
            cell_state=cell_state,
            attention=attention,
            time=state.time + 1,
            alignments=self._item_or_tuple(all_alignments),
            alignment_history=self._item_or_tuple(next_histories),
            attention_state=self._item_or_tuple(next_states),
        )
        return (attention if self._output_attention else cell_output), next_state

    def _history(self, alignments: Any) -> Any:
        if not self._alignment_history:
            return ()
        return tf.TensorArray(
            alignments.dtype, size=0, dynamic_size=True, element_shape=alignments.shape
        )

    def _item_or_tuple(self, seq: Any) -> Any:
        items = tuple(seq)
        return items if self._is_multi else items[0]

    def _check_initial_cell_state(self, initial: Any) -> None:
        with tf1.name_scope(self._base_name, "AttentionWrapperInit", tf.nest.flatten(initial)):
            message = (
                f"When constructing AttentionWrapper {self._base_name}: Non-matching batch sizes "
                f"between the memory (encoder output) and initial_cell_state.  {_BEAMS}  You may "
                f"need to tile your initial state {_TILE}"
            )
            last = tf.nest.flatten(initial)[-1]
            checks = self._batch_size_checks(known_size(last, 0), message)
            with tf.control_dependencies(checks):
                checked = tf.nest.map_structure(
                    lambda state: tf.identity(state, name="check_initial_cell_state"), initial
                )
            self._get_initial_cell_state = lambda: checked

    def _batch_size_checks(self, batch_size: Any, error_message: str) -> list[Any]:
        return [
            tf1.assert_equal(batch_size, mechanism.batch_size, message=error_message)
            for mechanism in self._attention_mechanisms
        ]


def compute_attention(
    attention_mechanism: Any, cell_output: Any, attention_state: Any, attention_layer: Any
) -> tuple[Any, Any, Any]:
    """Attends to a memory; contrib's private function.

    Args:
      attention_mechanism: The mechanism.
      cell_output: What the memory is compared with, `[batch_size, depth]`.
      attention_state: The mechanism's state.
      attention_layer: Makes the attention of output and what was picked, if there is one.

    Returns:
      The attention, `[batch_size, ...]`, the alignments, and the mechanism's next state.
    """
    alignments, next_state = attention_mechanism(cell_output, attention_state)
    context = tf.squeeze(tf.matmul(alignments[:, None], attention_mechanism.values), [1])
    if attention_layer is not None:
        context = attention_layer(tf.concat([cell_output, context], 1))
    return context, alignments, next_state


def hardmax(logits: Any, name: str | None = None) -> Any:
    """Returns 1 at the first of the largest values along the last axis, and 0 elsewhere.

    Args:
      logits: Of any shape.
      name: Name scope.
    """
    with tf1.name_scope(name, "Hardmax", [logits]):
        logits = tf.convert_to_tensor(logits, name="logits")
        known = None if logits.shape.rank is None else logits.shape.as_list()[-1]
        depth = tf.shape(logits)[-1] if known is None else known
        return tf.one_hot(tf.argmax(logits, -1), depth, dtype=logits.dtype)


def _layers(mechanisms: Any, sizes: Any, layers: Any, dtype: Any) -> Any:
    """Returns one layer for each mechanism, or `None`."""
    if sizes is not None and layers is not None:
        raise ValueError(
            f"Only one of attention_layer_size and attention_layer should be set: {sizes}, {layers}"
        )
    given = sizes if layers is None else layers
    if given is None:
        return None
    given = tuple(given) if isinstance(given, (list, tuple)) else (given,)
    if len(given) != len(mechanisms):
        name, kind = (
            ("attention_layer_size", "integer") if layers is None else ("attention_layer", "layer")
        )
        raise ValueError(
            f"If provided, {name} must contain exactly one {kind} per attention_mechanism, saw: "
            f"{len(given)} vs {len(mechanisms)}"
        )
    if layers is not None:
        return given
    # A custom mechanism may have no type.
    kinds = [dtype or getattr(mechanism, "dtype", None) for mechanism in mechanisms]
    return tuple(dense(size, "attention_layer", dtype=kind) for size, kind in zip(given, kinds))


def _pairs(mechanisms: Any, layers: Any) -> list[tuple[Any, Any]]:
    return list(zip(mechanisms, layers or [None] * len(mechanisms)))


def _attention_width(cell: Any, mechanism: Any, layer: Any) -> int:
    depth = tf.compat.dimension_value(mechanism.values.shape[-1])
    if layer is None:
        return int(depth)
    shape = layer.compute_output_shape(tf.TensorShape([None, cell.output_size + depth]))
    return int(tf.compat.dimension_value(shape[-1]))


def _side_by_side(inputs: Any, attention: Any) -> Any:
    return tf.concat([inputs, attention], -1)


def _with_same_shape(old: Any, new: Any) -> Any:
    """Returns `new`, a tensor of the shape of `old`; what is no tensor may be anything."""
    if not (tf.is_tensor(old) and tf.is_tensor(new)):
        return new
    sizes = " ".join(str(size) for size in old.shape.as_list())
    message = f"Invalid shape for tensor {new.name}, expected [{sizes}], got {new.shape}."
    if not old.shape.is_compatible_with(new.shape):
        raise ValueError(message)
    if not (old.shape.is_fully_defined() and new.shape.is_fully_defined()):
        check = tf1.assert_equal(tf.shape(old), tf.shape(new), message=message)
        with tf.control_dependencies([check]):
            new = tf.identity(new)
        new.set_shape(old.shape)
    return new
