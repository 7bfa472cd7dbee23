"""Beam search: trees, steps, penalties, histories."""

import numpy as np
from tensorflow.python.layers.core import Dense

from tests.oracle.legacy import contrib, module, tf

from ..rnn.cells import numbers
from ..rnn.rnn import quick, settle
from .helpers import EMBEDDING

seq2seq = contrib.seq2seq
IDS = np.array(
    [
        [[1, 2, 3], [4, 5, 6]],
        [[4, 5, 6], [1, 1, 2]],
        [[7, 8, 9], [2, 3, 3]],
        [[1, 2, 6], [0, 1, 2]],
    ],
    np.int32,
)
PARENTS = np.array(
    [
        [[0, 0, 0], [0, 0, 0]],
        [[0, 1, 1], [2, 2, 0]],
        [[2, 1, 2], [0, 1, 0]],
        [[2, 0, 1], [1, 1, 2]],
    ],
    np.int32,
)


def ran(*tensors):
    with tf.Session(config=quick()) as session:
        session.run(tf.global_variables_initializer())
        session.run(settle())
        return [np.asarray(value) for value in session.run(tf.nest.flatten(tensors))]


def tree(lengths=(4, 3), end=9, ids=IDS, parents=PARENTS, **options):
    found = seq2seq.gather_tree(ids, parents, list(lengths), end, **options)
    return [found.name, found.shape.as_list(), ran(found)]


def unknown():
    """Shapes that are known in parts."""
    ids = tf.placeholder(tf.int32, [None, 2, None])
    parents = tf.placeholder(tf.int32, [None, None, 3])
    lengths = tf.placeholder(tf.int32, [None])
    found = seq2seq.gather_tree(ids, parents, lengths, 9)
    with tf.Session() as session:
        values = session.run(found, {ids: IDS, parents: PARENTS, lengths: [4, 2]})
    return [found.shape.as_list(), values]


def from_array():
    found = module("seq2seq.python.ops.beam_search_decoder")
    values = tf.constant(numbers(4, 2, 3, 2), tf.float32)
    lengths = tf.constant([[4, 2, 3], [1, 3, 2]])
    result = found.gather_tree_from_array(values, tf.constant(PARENTS), lengths)
    return [result.shape.as_list(), ran(result)]


def tiled(value, multiplier=3):
    found = seq2seq.tile_batch(value, multiplier)
    return [[part.shape.as_list() for part in tf.nest.flatten(found)], ran(found)]


def repeated(width, *shape):
    return seq2seq.tile_batch(tf.constant(numbers(*shape), tf.float32), width)


def search(width=3, cell=None, start=None, end=4, steps=6, embedding=EMBEDDING, **options):
    """A search, on logits large enough to finish some beams."""
    if cell is None:
        cell, start = contrib.rnn.GRUCell(3), repeated(width, 2, 3) * 2
    layer = options.pop("output_layer", None) or Dense(5, name="words")
    decoding = options.pop("decoding", {})
    decoder = seq2seq.BeamSearchDecoder(
        cell, embedding, [1, 3], end, start, width, layer, **options
    )
    outputs, state, lengths = seq2seq.dynamic_decode(decoder, maximum_iterations=steps, **decoding)
    return found(outputs, state, lengths)


def found(outputs, state, lengths):
    histories = []
    cell = state.cell_state
    if hasattr(cell, "alignment_history"):
        histories = cell.alignment_history
        histories = histories if isinstance(histories, tuple) else (histories,)
        kinds = [isinstance(part, tf.Tensor) for part in histories]
        histories = [part if tf.is_tensor(part) else part.stack() for part in histories]
        state = state._replace(cell_state=cell._replace(alignment_history=()))
        histories = [kinds, *histories]
    tensors = [outputs, state, histories[1:], lengths]
    shapes = [part.shape.as_list() for part in tf.nest.flatten(tensors)]
    types = [part.dtype.name for part in tf.nest.flatten(tensors)]
    values = ran(*tensors)
    return {
        "values": [np.round(v.astype(float), 5) for v in values],
        "shapes": shapes,
        "types": types,
        "histories": histories[:1],
        "kinds": [type(part).__name__ for part in (outputs, outputs[1], state)],
        "variables": [v.op.name for v in tf.global_variables()],
    }


def attending(width=3, kinds=("LuongAttention",), cell=None, **options):
    """A search with attention to memories of unlike lengths."""
    memory = repeated(width, 2, 4, 3)
    if options.pop("unknown", False):
        memory = tf.placeholder_with_default(memory, [None, None, 3])
    lengths = seq2seq.tile_batch(tf.constant(options.pop("lengths", [2, 4])), width)
    mechanisms = [getattr(seq2seq, kind)(3, memory, lengths) for kind in kinds]
    wrapping = {
        name: options.pop(name)
        for name in ("alignment_history", "attention_layer_size")
        if name in options
    }
    cell = seq2seq.AttentionWrapper(
        cell or contrib.rnn.GRUCell(3), mechanisms[0] if len(kinds) == 1 else mechanisms, **wrapping
    )
    start = cell.zero_state(2 * width, tf.float32)
    return search(width, cell, start, **options)


def stacked():
    """Cells with attention inside of a stack."""
    memory = repeated(2, 2, 4, 3)
    cell = contrib.rnn.MultiRNNCell(
        [
            seq2seq.AttentionWrapper(contrib.rnn.GRUCell(3), seq2seq.LuongAttention(3, memory))
            for _ in range(2)
        ]
    )
    return search(2, cell, cell.zero_state(4, tf.float32), coverage_penalty_weight=0.3)


def step_by_hand():
    """The step, from a state with a finished beam."""
    ops = module("seq2seq.python.ops.beam_search_decoder")
    state = seq2seq.BeamSearchDecoderState(
        cell_state=tf.constant(numbers(2, 3, 4), tf.float32),
        log_probs=tf.constant(np.log(np.abs(numbers(2, 3))), tf.float32),
        finished=tf.constant([[False, True, False], [False, False, True]]),
        lengths=tf.constant([[2, 1, 2], [2, 2, 2]], tf.int64),
        accumulated_attention_probs=(),
    )
    logits = tf.constant(numbers(2, 3, 5) * 3, tf.float32)
    outputs, after = ops._beam_search_step(
        tf.constant(2), logits, state.cell_state * 2, state, tf.constant(2), 3, 4, 0.6, 0.0
    )
    return ran(outputs, after)


def parts():
    """Smaller functions of the module."""
    ops = module("seq2seq.python.ops.beam_search_decoder")
    masked = ops._mask_probs(
        tf.constant(numbers(1, 2, 3), tf.float32), 1, tf.constant([[True, False]])
    )
    penalty = ops._length_penalty(tf.constant([1, 4, 9]), 0.6)
    return [ran(masked, penalty), ops._length_penalty(tf.constant([1, 4]), 0.0)]


def cases():
    yield "tree", tree
    for lengths in ((2, 0), (1, 4), (4, 4)):
        yield "tree %s %s" % lengths, lambda n=lengths: tree(n)
    yield "tree ended", lambda: tree(end=2)
    yield "tree name", lambda: tree(name="mine")
    yield "tree unknown", unknown
    yield (
        "unlike contrib: long",
        lambda: tree(
            (9, 9), parents=PARENTS - 9 * (np.arange(4) == 3).astype(np.int32)[:, None, None]
        ),
    )
    yield "refused: type", lambda: tree(ids=IDS.astype(np.int64))
    yield "unlike contrib: rank", lambda: tree(ids=IDS[0])
    yield "unlike contrib: parents", lambda: tree(parents=PARENTS[:2])
    yield "unlike contrib: lengths", lambda: tree((1, 2, 3))
    yield "unlike contrib: end", lambda: tree(end=[1])
    yield "from array", from_array
    yield "tiled", lambda: tiled(tf.constant(numbers(2, 3), tf.float32))
    yield "tiled nested", lambda: tiled((tf.ones([2]), {"a": tf.ones([2, 1, 2], tf.int32)}, ()), 2)
    yield (
        "tiled unknown",
        lambda: seq2seq.tile_batch(tf.placeholder(tf.int32, [None, 3]), 2).shape.as_list(),
    )
    yield "refused: tiled scalar", lambda: tiled(tf.constant(1))
    yield "refused: tiled rank", lambda: seq2seq.tile_batch(tf.placeholder(tf.int32), 2)
    yield "search", search
    for end in (0, 2, 3):
        yield "search end %s" % end, lambda e=end: search(end=e)
    yield "search one", lambda: search(1)
    yield "search wide", lambda: search(5, end=3)
    yield "search function", lambda: search(embedding=lambda ids: tf.one_hot(ids, 3))
    yield "search major", lambda: search(decoding={"output_time_major": True}, steps=3)
    for weight in (0.3, 1.0, 3.0):
        yield "length %s" % weight, lambda w=weight: search(end=2, length_penalty_weight=w)
    yield "attention", attending
    yield "attention sizes", lambda: attending(attention_layer_size=5, alignment_history=True)
    yield (
        "attention in order",
        lambda: attending(2, alignment_history=True, reorder_tensor_arrays=False),
    )
    yield (
        "two attentions",
        lambda: attending(
            kinds=("LuongAttention", "BahdanauAttention"),
            alignment_history=True,
            attention_layer_size=[2, 2],
            coverage_penalty_weight=0.2,
            end=2,
        ),
    )
    yield (
        "attention of unknown length",
        lambda: attending(alignment_history=True, unknown=True, end=2),
    )
    yield (
        "coverage of all",
        lambda: attending(
            coverage_penalty_weight=0.4, end=4, lengths=[4, 4], length_penalty_weight=0.6
        ),
    )
    for end in (0, 4):
        yield (
            "coverage end %s" % end,
            lambda e=end: attending(coverage_penalty_weight=0.4, end=e),
        )
    yield (
        "both penalties",
        lambda: attending(
            cell=contrib.rnn.BasicLSTMCell(3),
            coverage_penalty_weight=0.8,
            length_penalty_weight=0.7,
            alignment_history=True,
            end=3,
        ),
    )
    yield "stack", stacked
    yield "step", step_by_hand
    yield "parts", parts
    yield "refused: coverage", lambda: search(coverage_penalty_weight=0.5)
    yield "refused: cell", lambda: search(cell=3)
    yield "refused: layer", lambda: search(output_layer=3)
    yield "refused: function", lambda: search(output_layer=lambda x: x)
    yield "refused: end", lambda: search(end=[2])
    yield "unlike contrib: impute", lambda: search(decoding={"impute_finished": True})
