"""Attention mechanisms: alignments, variables, gradients."""

import numpy as np
from tensorflow.python.layers.core import Dense

from tests.oracle.legacy import contrib, module, tf

from ..rnn.cells import numbers
from ..rnn.rnn import quick, results, settle

seq2seq = contrib.seq2seq
KINDS = (
    "LuongAttention",
    "BahdanauAttention",
    "LuongMonotonicAttention",
    "BahdanauMonotonicAttention",
)


def made(kind, units=3, memory=None, **options):
    """A mechanism over two memories of four steps."""
    if memory is None:
        memory = tf.constant(numbers(2, 4, 3), tf.float32)
    return getattr(seq2seq, kind)(units, memory, **options)


def state_of(mechanism):
    """Alignments that sum to less than 1."""
    return tf.constant(np.abs(numbers(2, 4)) / 4, mechanism.values.dtype)


def twice(kind, **options):
    """What a mechanism gives in its first step, and from a state."""
    mechanism = made(kind, **options)
    query = tf.constant(numbers(2, 3), mechanism.values.dtype)
    with tf.variable_scope("step"):
        first = mechanism(query, mechanism.initial_state(2, mechanism.values.dtype))
    with tf.variable_scope("step", reuse=True), tf.name_scope("again"):
        second = mechanism(query * 2, state_of(mechanism))
    return results([first, second], [mechanism.keys, mechanism.values], tf.global_variables())


def traits(kind, memory, **options):
    """What a mechanism says of itself."""
    mechanism = made(kind, memory=memory, **options)
    return [
        [str(value) if isinstance(value, int) else "tensor" for value in sizes(mechanism)],
        [mechanism.keys.shape.as_list(), mechanism.values.shape.as_list()],
        mechanism.memory_layer.name,
        mechanism.query_layer.name if mechanism.query_layer else None,
        mechanism.initial_alignments(2, tf.float32).shape.as_list(),
        [v.op.name for v in tf.global_variables()],
    ]


def sizes(mechanism):
    return mechanism.batch_size, mechanism.alignments_size, mechanism.state_size


def ran(*tensors):
    """Values of tensors."""
    with tf.Session(config=quick()) as session:
        session.run(tf.global_variables_initializer())
        session.run(settle())
        return [np.asarray(value) for value in session.run(tensors)]


def monotonic(mode, chosen=None):
    """`monotonic_attention` on figures, and its gradient."""
    if chosen is None:
        chosen = np.abs(numbers(2, 5))
    chosen = tf.constant(chosen, tf.float32)
    before = tf.constant(np.abs(numbers(2, 5)) / 5, tf.float32)
    result = seq2seq.monotonic_attention(chosen, before, mode)
    slopes = tf.gradients(tf.reduce_sum(result**2), [chosen, before])
    return [result.shape.as_list(), *ran(result, *slopes)]


def product(**options):
    """`safe_cumprod` on figures in and out of its range."""
    return ran(seq2seq.safe_cumprod(tf.constant(numbers(2, 4) + 0.6, tf.float32), **options))


def noisy(kind):
    """Alignments with noise that has a seed."""
    mechanism = made(kind, sigmoid_noise=0.7, sigmoid_noise_seed=3, score_bias_init=-0.5)
    alignments, _ = mechanism(tf.zeros([2, 3]), state_of(mechanism))
    return ran(alignments)


def inside():
    """The functions that other projects took from the module."""
    found = module("seq2seq.python.ops.attention_wrapper")
    query, keys = tf.constant(numbers(2, 3), tf.float32), tf.constant(numbers(2, 4, 3), tf.float32)
    lengths = tf.constant([4, 2])
    score = found._luong_score(query, keys, None)
    return ran(
        score,
        found._bahdanau_score(query, keys, query[0]),
        found._bahdanau_score(query, keys, query[0], tf.constant(0.3), query[1]),
        found._maybe_mask_score(score, lengths, score_mask_value=-7.0),
        found._prepare_memory(keys, lengths),
        found._monotonic_probability_fn(score, tf.ones([2, 4]) / 4, 0.0, "parallel"),
    )


class Own(module("seq2seq.python.ops.attention_wrapper")._BaseAttentionMechanism):
    """A mechanism as projects write them."""

    def __init__(self, memory):
        super(Own, self).__init__(
            query_layer=Dense(2, name="query"),
            memory=memory,
            probability_fn=lambda score, state: tf.sigmoid(score) + 0 * state,
            memory_sequence_length=[2, 4],
            memory_layer=Dense(2, name="memory"),
            score_mask_value=-1.0,
            name="Own",
        )

    def __call__(self, query, state):
        score = tf.reduce_sum(self.keys * self.query_layer(query)[:, None], 2)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


def own():
    """A mechanism of one's own in a wrapper."""
    mechanism = Own(tf.constant(numbers(2, 4, 3), tf.float32))
    cell = seq2seq.AttentionWrapper(contrib.rnn.GRUCell(3), mechanism)
    output, state = cell(tf.ones([2, 2]), cell.zero_state(2, tf.float32))
    return results(output, state, tf.global_variables())


def masked(value, lengths=(2, 4)):
    mechanism = made("LuongAttention", memory_sequence_length=list(lengths), score_mask_value=value)
    return ran(mechanism(tf.ones([2, 3]), None)[0])


def cases():
    lengths = [2, 4]
    for kind in KINDS:
        yield kind, lambda k=kind: twice(k)
        yield kind + " length", lambda k=kind: twice(k, memory_sequence_length=lengths)
        option = {"scale" if "Luong" in kind else "normalize": True}
        yield (
            kind + " scaled",
            lambda k=kind, o=option: twice(k, memory_sequence_length=lengths, name="mine", **o),
        )
        unknown = lambda: tf.placeholder(tf.float32, [None, None, 4])  # noqa: E731
        yield kind + " traits", lambda k=kind: traits(k, None)
        yield kind + " unknown", lambda k=kind, u=unknown: traits(k, u())
        yield (
            "unlike contrib: depth " + kind,
            lambda k=kind: made(k, memory=tf.placeholder(tf.float32, [2, 4, None])),
        )
        if "Luong" in kind:
            yield (
                "refused: units " + kind,
                lambda k=kind: made(k, 4)(tf.ones([2, 3]), tf.zeros([2, 4])),
            )
        if "Monotonic" in kind:
            for mode in ("recursive", "hard"):
                yield "%s %s" % (kind, mode), lambda k=kind, m=mode: twice(k, mode=m)
            yield kind + " noise", lambda k=kind: noisy(k)
            yield "refused: mode " + kind, lambda k=kind: twice(k, mode="soft")
        else:
            yield kind + " hardmax", lambda k=kind: twice(k, probability_fn=seq2seq.hardmax)
            yield (
                kind + " double",
                lambda k=kind: twice(k, memory=tf.constant(numbers(2, 4, 3)), dtype=tf.float64),
            )
            yield (
                kind + " keys and values",
                lambda k=kind: twice(k, custom_key_value_fn=lambda k, v: (k * 2, v[:, :, :2])),
            )
    for value in (None, -3.0, 0.0):
        yield "masked %s" % value, lambda v=value: masked(v)
    yield "refused: no length", lambda: masked(None, (0, 2))
    yield "own", own
    yield "inside", inside
    for mode in ("recursive", "parallel", "hard"):
        yield "monotonic " + mode, lambda m=mode: monotonic(m)
        yield (
            "monotonic sure " + mode,
            lambda m=mode: monotonic(m, [[0, 1, 0, 0, 1], [1, 0, 0, 0, 0]]),
        )
    yield "refused: mode", lambda: monotonic("other")
    yield "product", product
    yield "product exclusive", lambda: product(axis=1, exclusive=True)
    yield "product reverse", lambda: product(axis=1, reverse=True)
    yield (
        "hardmax",
        lambda: ran(seq2seq.hardmax([[1.0, 3, 3], [0, -1, -2]]), seq2seq.hardmax([1.0])),
    )
