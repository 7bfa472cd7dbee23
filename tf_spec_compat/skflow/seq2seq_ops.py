"""`tensorflow.contrib.learn.ops.seq2seq_ops`: unrolled sequence-to-sequence models.

A sequence is a list of tensors of `[batch_size, depth]`, one for each step. The cells are those of
`tf.compat.v1.nn.rnn_cell`, which need Keras 2, or any object that can what they can.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["rnn_decoder", "rnn_seq2seq", "seq2seq_inputs", "sequence_classifier"]


def sequence_classifier(
    decoding: Sequence[Tensor],
    labels: Sequence[Tensor],
    sampling_decoding: Sequence[Tensor] | None = None,
    name: str | None = None,
) -> tuple[Tensor, Tensor]:
    """Returns the predictions of a sequence and their loss.

    Args:
      decoding: Logits for each step, `[batch_size, n_classes]`.
      labels: One-hot labels for each step, `[batch_size, n_classes]`.
      sampling_decoding: Logits to predict from; `decoding` if `None`.
      name: Of the operations.

    Returns:
      Probabilities, `[batch_size, steps, n_classes]`, and the cross entropy, a scalar, summed up
      over steps and examples.

    Raises:
      IndexError: There are fewer labels than steps.
      ValueError: There are no steps.
    """
    if len(labels) < len(decoding):
        raise IndexError(f"labels has {len(labels)} steps and decoding {len(decoding)}.")
    if not decoding:
        raise ValueError(
            "inputs must be a list of at least one Tensor/IndexedSlices with the same dtype and "
            "shape: decoding is empty; give the logits of at least one step."
        )
    with tf1.name_scope(name, "sequence_classifier"), silenced_deprecations():
        losses, predictions = [], []
        for step, logits in enumerate(decoding):
            losses.append(
                tf1.nn.softmax_cross_entropy_with_logits(
                    labels=labels[step], logits=logits, name=f"sequence_loss/xent_raw{step}"
                )
            )
            sampled = logits if sampling_decoding is None else sampling_decoding[step]
            predictions.append(tf.nn.softmax(sampled))
        entropy = tf.add_n(losses, name="sequence_loss/xent")
        loss = tf.reduce_sum(entropy, name="sequence_loss")
        return tf.stack(predictions, axis=1), loss


def seq2seq_inputs(
    x: TensorLike,
    y: TensorLike,
    input_length: int,
    output_length: int,
    sentinel: Tensor = None,
    name: str | None = None,
) -> tuple[list[Tensor], list[Tensor], list[Tensor]]:
    """Splits sequences into the inputs of an encoder and of a decoder, and what it should give.

    Args:
      x: `[batch_size, input_length, depth]`.
      y: `[batch_size, output_length, depth]`.
      input_length: Not used, as in contrib: the shape of `x` tells.
      output_length: Not used.
      sentinel: What begins the decoder's input and ends its output, `[batch_size, depth]`; float32
        zeros if `None`.
      name: Of the operations.

    Returns:
      Three lists of `[batch_size, depth]`: `input_length` inputs of the encoder, and
      `output_length + 1` inputs of the decoder and outputs that it should give.
    """
    del input_length, output_length
    with tf1.name_scope(name, "seq2seq_inputs"):
        inputs = tf.unstack(x, axis=1)
        outputs = tf.unstack(y, axis=1)
        if sentinel is None:
            y = tf.convert_to_tensor(y)
            sentinel = tf.zeros(tf.stack([tf.shape(x)[0], y.shape[2]]))
            sentinel.set_shape(y.shape[:1].concatenate(y.shape[2:]))
        return inputs, [sentinel, *outputs], [*outputs, sentinel]


def rnn_decoder(
    decoder_inputs: Sequence[Tensor], initial_state: Tensor, cell: Any, scope: str | None = None
) -> tuple[list[Tensor], list[Tensor], list[Tensor], list[Tensor]]:
    """Unrolls a decoder twice: fed with its inputs, and fed with what it gave itself.

    Args:
      decoder_inputs: One `[batch_size, depth]` for each step.
      initial_state: The state that the cell starts from.
      cell: A cell whose outputs are as wide as its inputs.
      scope: Of the variables; `"dnn_decoder"` if `None`.

    Returns:
      Outputs and states of the first kind, then of the second, which share the first step's
      output. The states begin with `initial_state`; as with contrib, those of the second kind have
      it twice, in place of the first step's.
    """
    with tf1.variable_scope(scope or "dnn_decoder"):
        outputs, states = [], [initial_state]
        with tf1.name_scope("training"):
            for step, inputs in enumerate(decoder_inputs):
                if step:
                    tf1.get_variable_scope().reuse_variables()
                output, state = cell(inputs, states[-1])
                outputs.append(output)
                states.append(state)
        sampled, sampled_states = outputs[:1], [initial_state] * min(2, len(states))
        with tf1.name_scope("sampling"):
            for _ in outputs[1:]:
                output, state = cell(sampled[-1], sampled_states[-1])
                sampled.append(output)
                sampled_states.append(state)
    return outputs, states, sampled, sampled_states


def rnn_seq2seq(
    encoder_inputs: Sequence[Tensor],
    decoder_inputs: Sequence[Tensor],
    encoder_cell: Any,
    decoder_cell: Any = None,
    dtype: Any = tf.float32,
    scope: str | None = None,
) -> tuple[list[Tensor], list[Tensor], list[Tensor], list[Tensor]]:
    """Unrolls an encoder, and a decoder from the encoder's last state.

    Args:
      encoder_inputs: One `[batch_size, depth]` for each step.
      decoder_inputs: One `[batch_size, depth]` for each step.
      encoder_cell: The encoder's cell.
      decoder_cell: The decoder's; `encoder_cell` if `None`.
      dtype: Of the encoder's first state.
      scope: Of the variables; `"rnn_seq2seq"` if `None`.

    Returns:
      What `rnn_decoder` returns.
    """
    with tf1.variable_scope(scope or "rnn_seq2seq"):
        with silenced_deprecations():
            _, state = tf1.nn.static_rnn(encoder_cell, encoder_inputs, dtype=dtype)
        return rnn_decoder(decoder_inputs, state, decoder_cell or encoder_cell)
