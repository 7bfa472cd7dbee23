"""The cells of contrib's module that its package never listed."""

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.signatures import signatures

from .cells import sequence, sizes
from .factories import plain_lstm
from .rnn import INPUTS, results, static

NAMES = ("CFNCell", "LayerNormLSTMCell", "MinimalRNNCell", "WeightNormLSTMCell")
FULL = {
    "use_peepholes": True,
    "cell_clip": 0.2,
    "num_proj": 2,
    "proj_clip": 0.1,
    "forget_bias": 0.3,
    "activation": tf.nn.relu,
}


def made(kind, *arguments, **options):
    return getattr(module("rnn.python.ops.rnn_cell"), kind)(*arguments, **options)


def shown(*arguments, **options):
    cell = made(*arguments, **options)
    return [sizes(cell), static(cell)]


def scoped(name):
    """Variables of a cell that is called twice in a scope, and by a name."""
    with tf.variable_scope("outer"):
        cell = made(name, 3)
        for _ in range(2):
            cell(tf.zeros([2, 2]), cell.zero_state(2, tf.float32))
    cell = made(name, 3)
    cell(tf.zeros([2, 2]), cell.zero_state(2, tf.float32), scope="mine")
    return [v.op.name for v in tf.global_variables()]


def machine(controller=None, unrolled=0, places=5, reads=1, writes=1, **options):
    """A neural Turing machine, for some steps; by hand, or by `static_rnn`."""
    cell = made(
        "NTMCell", controller or contrib.rnn.BasicLSTMCell(4), places, 3, reads, writes, **options
    )
    start = cell.zero_state(2, tf.float32)
    steps = tf.unstack(tf.constant(INPUTS), axis=1)
    if unrolled:
        outputs, state = tf.nn.static_rnn(cell, steps, start)
    else:
        outputs, state = [], start
        for step in steps[:2]:
            output, state = cell(step, state)
            outputs.append(output)
    found = results(outputs, state._replace(time=tf.constant(0)), tf.global_variables())
    return [found, str(cell.output_size), [str(size) for size in cell.state_size], str(state.time)]


def compiled(**options):
    """A cell that is compiled: its variables are where the cell's are."""
    return static(contrib.rnn.CompiledWrapper(plain_lstm(), **options))


def cases():
    yield "NTMCell", machine
    yield "NTMCell unrolled", lambda: machine(unrolled=True)
    yield (
        "NTMCell everything",
        lambda: machine(
            reads=2, writes=2, shift_range=2, output_dim=3, clip_value=0.5, name="mine"
        ),
    )
    yield "NTMCell refused: controller", lambda: machine(3)
    yield "NTMCell refused: small", lambda: machine(places=2)
    yield "CompiledWrapper", compiled
    yield "CompiledWrapper stateful", lambda: compiled(compile_stateful=True)
    for name in NAMES:
        yield name, lambda n=name: shown(n, 3)
        yield name + " sequence", lambda n=name: sequence(made(n, 3), INPUTS)
        yield name + " scopes", lambda n=name: scoped(n)
    for name in ("CFNCell", "MinimalRNNCell"):
        yield (
            name + " everything",
            lambda n=name: shown(
                n,
                3,
                activation=tf.nn.relu,
                kernel_initializer="ones",
                bias_initializer=tf.zeros_initializer(),
                name="mine",
                dtype=tf.float32,
            ),
        )
        yield name + " frozen", lambda n=name: made(n, 3, trainable=False).trainable
        yield name + " refused: argument", lambda n=name: made(n, 3, units_=1)
        yield name + " refused: activation", lambda n=name: made(n, 3, activation="nope")
        yield name + " refused: rank", lambda n=name: made(n, 3)(tf.ones([2]), tf.ones([2, 3]))
    for name, option in (("LayerNormLSTMCell", "layer_norm"), ("WeightNormLSTMCell", "norm")):
        for norm in (False, True):
            full = dict(FULL, **{option: norm})
            yield "%s everything %s" % (name, norm), lambda n=name, f=full: shown(n, 3, **f)
        yield (
            name + " initializer",
            lambda n=name: shown(n, 3, initializer=tf.ones_initializer(), num_proj=2),
        )
        yield (
            name + " refused: width",
            lambda n=name: made(n, 3)(
                tf.placeholder(tf.float32, [2, None]), (tf.zeros([2, 3]),) * 2
            ),
        )
    yield "normalized", lambda: shown("LayerNormLSTMCell", 3, layer_norm=True)
    yield "clipped", lambda: shown("LayerNormLSTMCell", 3, layer_norm=True, cell_clip=0.2)
    yield (
        "shifted",
        lambda: shown("LayerNormLSTMCell", 3, layer_norm=True, norm_gain=0.5, norm_shift=0.25),
    )
    yield (
        "signatures",
        lambda: [
            signatures(type("M", (), {n: getattr(module("rnn.python.ops.rnn_cell"), n)}))
            for n in NAMES
        ],
    )
