"""`dynamic_decode` of `BasicDecoder` and of decoders of one's own."""

import numpy as np
from tensorflow.python.layers.core import Dense

from tests.oracle.legacy import contrib, tf

from ..rnn.cells import numbers
from ..rnn.rnn import results
from .attention import made
from .helpers import EMBEDDING, inputs

seq2seq = contrib.seq2seq


def helper(length=(4, 2)):
    return seq2seq.TrainingHelper(inputs(), list(length))


def wrapped(mechanism="BahdanauAttention", **options):
    """A cell with attention, and its state to start from."""
    cell = seq2seq.AttentionWrapper(
        contrib.rnn.BasicLSTMCell(3), made(mechanism), attention_layer_size=4, **options
    )
    return cell, cell.zero_state(2, tf.float32)


def decoded(chosen=None, cell=None, start=None, layer=None, **options):
    """What a decoder gives, its variables and gradients."""
    if cell is None:
        cell, start = contrib.rnn.GRUCell(3), tf.constant(numbers(2, 3), tf.float32)
    decoder = seq2seq.BasicDecoder(cell, chosen or helper(), start, layer)
    outputs, state, lengths = seq2seq.dynamic_decode(decoder, **options)
    return shown(outputs, state, lengths)


def shown(outputs, state, lengths):
    history = getattr(state, "alignment_history", ())
    if history != ():
        state = state._replace(alignment_history=history.stack())
    found = results(outputs, [state, lengths], tf.global_variables())
    return [found, type(outputs).__name__]


def attending(mechanism="BahdanauAttention", chosen=None, decoding=None, **options):
    cell, start = wrapped(mechanism, **options)
    layer = Dense(5, name="words", use_bias=False)
    return decoded(chosen, cell, start, layer, **(decoding or {}))


def greedy():
    return seq2seq.GreedyEmbeddingHelper(EMBEDDING, [1, 3], 2)


def sampling():
    return seq2seq.SampleEmbeddingHelper(EMBEDDING, [1, 3], 2, seed=5)


def scheduled():
    return seq2seq.ScheduledEmbeddingTrainingHelper(
        inputs(), [4, 3], EMBEDDING, 0.5, seed=3, scheduling_seed=4
    )


def again():
    """The same cell for training and for inference, in one scope."""
    cell, start = wrapped()
    layer = Dense(5, name="words")
    with tf.variable_scope("root"):
        first = seq2seq.dynamic_decode(
            seq2seq.BasicDecoder(cell, helper(), start, layer), scope="decoder"
        )
    with tf.variable_scope("root", reuse=True):
        second = seq2seq.dynamic_decode(
            seq2seq.BasicDecoder(cell, greedy(), start, layer),
            scope="decoder",
            maximum_iterations=3,
        )
    return results([first[0], second[0]], second[1:], tf.global_variables())


class Counting(seq2seq.Decoder):
    """Counts up to a number for each sequence; what it ends with has a number of its own."""

    def __init__(self, ends, finalized=False, own=False):
        self._ends = tf.constant(ends)
        self._finalized = finalized
        self._own = own

    @property
    def batch_size(self):
        return tf.size(self._ends)

    @property
    def output_size(self):
        return {"count": tf.TensorShape([]), "pair": tf.TensorShape([2])}

    @property
    def output_dtype(self):
        return {"count": tf.int32, "pair": tf.float32}

    @property
    def tracks_own_finished(self):
        return self._own

    def initialize(self, name=None):
        return self._ends <= 0, tf.zeros_like(self._ends), (tf.zeros([]), self._ends)

    def step(self, time, inputs, state, name=None):
        count = inputs + 1
        pair = tf.tile(tf.cast(count, tf.float32)[:, None], [1, 2])
        finished = tf.equal(count, self._ends) if self._own else count >= self._ends
        if self._own:
            finished = tf.logical_and(finished, time < 5) | (time >= 4)
        return {"count": count, "pair": pair}, (state[0] + 1, state[1] * 2), count, finished

    def finalize(self, outputs, final_state, sequence_lengths):
        if not self._finalized:
            raise NotImplementedError
        return (outputs["count"] * 2, sequence_lengths), (final_state, 3.0)


class Transposed(Counting):
    """Has something to make of the outputs."""

    def finalize(self, outputs, final_state, sequence_lengths):
        return [outputs["pair"], outputs["count"] * 10], final_state[1]


def counted(kind=Counting, ends=(3, 0, 2), own=False, **options):
    outputs, state, lengths = seq2seq.dynamic_decode(kind(list(ends), own=own), **options)
    with tf.Session() as session:
        found = session.run([tf.nest.flatten(outputs), tf.nest.flatten(state), lengths])
        shapes = [part.shape.as_list() for part in tf.nest.flatten([outputs, state, lengths])]
        return [[np.asarray(v) for v in tf.nest.flatten(found)], shapes]


def cases():
    yield "training", decoded
    yield "layer", lambda: decoded(layer=Dense(5, name="words"))
    yield "impute", lambda: decoded(impute_finished=True)
    yield "time major", lambda: decoded(output_time_major=True, scope="mine")
    for limit in (0, 1, 3, 9, -1):
        yield "maximum %s" % limit, lambda n=limit: decoded(maximum_iterations=n)
    yield (
        "maximum tensor",
        lambda: decoded(maximum_iterations=tf.constant(3), impute_finished=True, swap_memory=True),
    )
    yield "empty", lambda: decoded(helper((0, 0)))
    yield "half empty", lambda: decoded(helper((0, 2)), impute_finished=True)
    for mechanism in ("BahdanauAttention", "LuongMonotonicAttention"):
        yield "attention " + mechanism, lambda m=mechanism: attending(m, output_attention=False)
    yield (
        "attention history",
        lambda: attending(alignment_history=True, decoding={"impute_finished": True}),
    )
    yield (
        "greedy",
        lambda: attending(
            chosen=greedy(), alignment_history=True, decoding={"maximum_iterations": 6}
        ),
    )
    yield "sampling", lambda: attending(chosen=sampling(), decoding={"maximum_iterations": 6})
    yield "scheduled", lambda: decoded(scheduled(), layer=Dense(5, name="words"))
    yield "again", again
    yield "count", counted
    yield "count imputed", lambda: counted(impute_finished=True)
    yield "count major", lambda: counted(output_time_major=True, maximum_iterations=2)
    yield "count own", lambda: counted(ends=(1, 2, 5), own=True)
    yield "finalize", lambda: counted(Transposed)
    yield "ignored", lambda: counted(unknown=3)
    yield "refused: decoder", lambda: seq2seq.dynamic_decode(3)
    yield "refused: maximum", lambda: decoded(maximum_iterations=[3])
    yield "refused: cell", lambda: decoded(cell=3)
    yield "refused: helper", lambda: decoded(chosen=3)
    yield "refused: layer", lambda: decoded(layer=3)
    yield "refused: function", lambda: decoded(layer=lambda x: x)
    yield "refused: finalize", lambda: Counting([1]).finalize(None, None, None)
