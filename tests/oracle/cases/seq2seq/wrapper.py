"""`AttentionWrapper`: steps, states, variables, errors."""

from tensorflow.python.layers.core import Dense

from tests.oracle.legacy import contrib, tf
from tests.oracle.signatures import public, signatures

from ..rnn.cells import numbers
from ..rnn.rnn import results
from .attention import made

seq2seq = contrib.seq2seq


def wrapper(kind="LuongAttention", cell=None, mechanism=None, **options):
    """A wrapper round a small cell."""
    mechanism = mechanism or made(kind)
    return seq2seq.AttentionWrapper(cell or contrib.rnn.GRUCell(3), mechanism, **options)


def plain(state):
    """A state with its arrays as tensors."""
    arrays = isinstance(state.alignment_history, tuple)
    history = state.alignment_history if arrays else (state.alignment_history,)
    history = tuple(array if array == () else array.stack() for array in history)
    return state._replace(alignment_history=history)


def steps(cell, start=None):
    """Two steps, what they give, and what the cell says of itself."""
    inputs = tf.constant(numbers(2, 2, 2), tf.float32)
    state = cell.zero_state(2, tf.float32) if start is None else start
    with tf.variable_scope("steps"):
        first, state = cell(inputs[0], state)
        second, state = cell(inputs[1], state)
    found = results([first, second], plain(state), tf.global_variables())
    return [found, str(cell.output_size), described(cell.state_size)]


def described(value):
    """Sizes as data."""
    if isinstance(value, tuple):
        return [type(value).__name__] + [described(part) for part in value]
    return str(value)


def both(**options):
    """Two mechanisms."""
    pair = [made("BahdanauAttention"), made("BahdanauAttention", 5)]
    return steps(wrapper(mechanism=pair, **options))


def cloned(**fields):
    """A zero state with other values."""
    state = wrapper().zero_state(2, tf.float32).clone(**{k: v() for k, v in fields.items()})
    return [[part.shape.as_list(), part.dtype.name] for part in tf.nest.flatten(state)]


def started(batch=2, of=2, cell=None, **shape):
    """A zero state with a given state of the cell."""
    cell = wrapper(cell=cell, initial_cell_state=tf.constant(numbers(of, 3), tf.float32))
    return steps(cell, cell.zero_state(batch, tf.float32))


def layered():
    """An LSTM whose state is a tuple, given by clone."""
    cell = wrapper(cell=contrib.rnn.BasicLSTMCell(3), attention_layer_size=2)
    given = contrib.rnn.LSTMStateTuple(tf.ones([2, 3]), tf.ones([2, 3]) / 2)
    return steps(cell, cell.zero_state(2, tf.float32).clone(cell_state=given))


def kept():
    """An LSTM whose state is a tuple, given to the constructor."""
    given = contrib.rnn.LSTMStateTuple(tf.ones([2, 3]), tf.ones([2, 3]) / 2)
    return steps(wrapper(cell=contrib.rnn.BasicLSTMCell(3), initial_cell_state=given))


def own_attention(mechanism, output, state, layer):
    """An `attention_fn`."""
    alignments, state = mechanism(output, state)
    return tf.concat([output, alignments], 1)[:, :3], alignments, state


def zero(batch):
    return wrapper().zero_state(batch, tf.float32)


def cases():
    yield "signatures", lambda: signatures(seq2seq)
    yield "public", lambda: public(seq2seq)
    yield "plain", lambda: steps(wrapper())
    yield "bahdanau", lambda: steps(wrapper("BahdanauAttention", output_attention=False))
    yield "monotonic", lambda: steps(wrapper("BahdanauMonotonicAttention", alignment_history=True))
    yield "size", lambda: steps(wrapper(attention_layer_size=5, name="mine"))
    yield "history", lambda: steps(wrapper(alignment_history=True, output_attention=False))
    yield "cell output", lambda: steps(wrapper(output_attention=False, attention_layer_size=2))
    yield "input", lambda: steps(wrapper(cell_input_fn=lambda x, a: tf.concat([a, x, a], 1)))
    yield "layer", lambda: steps(wrapper(attention_layer=Dense(4, tf.tanh, name="mine")))
    yield "attention_fn", lambda: steps(wrapper(attention_fn=own_attention))
    yield "two", lambda: both()
    yield "two sizes", lambda: both(attention_layer_size=[2, 4])
    yield "two history", lambda: both(attention_layer_size=(2, 4), alignment_history=True)
    yield (
        "two layers",
        lambda: both(attention_layer=[Dense(2, name="a"), Dense(3, name="b", use_bias=False)]),
    )
    yield "list of one", lambda: steps(wrapper(mechanism=[made("LuongAttention")]))
    yield (
        "stack",
        lambda: steps(
            wrapper(cell=contrib.rnn.MultiRNNCell([contrib.rnn.BasicLSTMCell(3) for _ in range(2)]))
        ),
    )
    yield "initial", started
    yield "clone of LSTM", layered
    yield "initial of LSTM", kept
    yield "clone", lambda: cloned(cell_state=lambda: tf.ones([2, 3]))
    yield "clone type", lambda: cloned(cell_state=lambda: tf.ones([2, 3], tf.float64))
    yield "clone unknown", lambda: cloned(cell_state=lambda: tf.placeholder(tf.float32, [None, 3]))
    yield "refused: clone shape", lambda: cloned(cell_state=lambda: tf.ones([2, 4]))
    yield "refused: clone rank", lambda: cloned(cell_state=lambda: tf.ones([2]))
    yield "refused: clone field", lambda: cloned(cell=lambda: 3)
    yield "refused: clone structure", lambda: cloned(cell_state=lambda: (tf.ones([2, 3]),))
    yield "refused: cell", lambda: wrapper(cell=3)
    yield "refused: mechanism", lambda: wrapper(mechanism=3)
    yield "refused: mechanisms", lambda: wrapper(mechanism=[made("LuongAttention"), 3])
    yield "refused: input", lambda: wrapper(cell_input_fn=3)
    yield "refused: sizes", lambda: wrapper(attention_layer_size=[2, 3])
    yield "refused: layers", lambda: wrapper(attention_layer=[Dense(2), Dense(3)])
    yield "refused: both", lambda: wrapper(attention_layer=Dense(2), attention_layer_size=3)
    yield "refused: batch", lambda: zero(3)
    yield "refused: initial batch", lambda: started(of=5)
    yield "unlike contrib: state", lambda: wrapper()(tf.ones([2, 3]), tf.ones([2, 3]))
