"""Each cell and function of `contrib.rnn`: outputs, states, variables, gradients, errors."""

import numpy as np

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.signatures import public, signatures

from .factories import CELLS, plain_lstm

rnn = contrib.rnn
INPUTS = (np.arange(24).reshape(2, 3, 4) % 7 / 7.0 - 0.4).astype(np.float32)


def settle():
    """Gives every variable values that depend on its place among the names only."""
    assigned = []
    for number, variable in enumerate(sorted(tf.global_variables(), key=lambda v: v.op.name)):
        size = int(np.prod(variable.shape.as_list()))
        values = np.sin(np.arange(size) * 0.7 + number) / 2
        assigned.append(tf.assign(variable, values.reshape(variable.shape.as_list())))
    return assigned


def quick():
    """No rewriting of the graph: it takes longer than running these small ones."""
    config = tf.ConfigProto()
    config.graph_options.rewrite_options.disable_meta_optimizer = True
    return config


def results(outputs, state, begin=None, settle=settle):
    """What a network gives with settled variables, those, and the sum of its gradients."""
    flat = tf.nest.flatten([outputs, state])
    variables = tf.trainable_variables()
    loss = tf.add_n([tf.reduce_sum(tf.cast(t, tf.float32) ** 2) for t in flat])
    gradients = [g for g in tf.gradients(loss, variables) if g is not None]
    sums = [tf.reduce_sum(tf.convert_to_tensor(g)) for g in gradients]
    with tf.Session(config=quick()) as session:
        session.run(tf.global_variables_initializer())
        fresh = [
            float(np.mean(v)) for v in session.run(begin or []) if np.ptp(v) == 0 and np.size(v)
        ]
        session.run(settle())
        found, gradients = session.run([flat, sums])
    return {
        "found": [np.round(v.astype(float), 6) for v in found],
        "shapes": [t.shape.as_list() for t in flat],
        "structure": structure(state),
        "gradients": gradients,
        "variables": [[v.op.name, v.shape.as_list()] for v in tf.global_variables()],
        "trained": len(variables),
        "fresh": fresh,
    }


def structure(value):
    """Names of the containers of a state."""
    if isinstance(value, (tuple, list)):
        return [type(value).__name__] + [structure(item) for item in value]
    return "tensor"


def dynamic(cell, inputs=INPUTS, length=(3, 2), dtype=tf.float32):
    """The cell in `tf.nn.dynamic_rnn`."""
    outputs, state = tf.nn.dynamic_rnn(
        cell, tf.constant(inputs), sequence_length=length and list(length), dtype=dtype
    )
    return results(outputs, state, tf.global_variables())


def static(cell):
    """The cell in `tf.nn.static_rnn`, which is quicker to build."""
    outputs, state = rnn.static_rnn(
        cell, tf.unstack(tf.constant(INPUTS[:, :2]), axis=1), dtype=tf.float32
    )
    return results(outputs, state, tf.global_variables())


def fused(cell, inputs=INPUTS, **arguments):
    """A fused cell on time-major inputs."""
    steps = tf.constant(inputs.transpose(1, 0, 2).copy())
    outputs, state = cell(steps, **arguments)
    return results(outputs, state, tf.global_variables())


def embedded():
    """Words, through `EmbeddingWrapper`."""
    cell = rnn.EmbeddingWrapper(rnn.GRUCell(3), embedding_classes=5, embedding_size=2)
    return dynamic(cell, np.array([[[0], [4], [2]], [[1], [1], [3]]], np.int64))


def stacked(function, cells=2, initial=False, **arguments):
    """`stack_bidirectional_*`."""
    forward = [rnn.GRUCell(3) for _ in range(cells)]
    backward = [plain_lstm() for _ in range(cells)]
    if initial:
        arguments["initial_states_fw"] = [tf.ones([2, 3])] * cells
    else:
        arguments["dtype"] = tf.float32
    inputs = tf.constant(INPUTS)
    if function is rnn.stack_bidirectional_rnn:
        inputs = tf.unstack(inputs, axis=1)
        outputs, fw, bw = function(forward, backward, inputs, **arguments)
    else:
        outputs, fw, bw = function(forward, backward, inputs, **arguments)
    return results(outputs, [fw, bw], tf.global_variables())


def unrolled(function, *cells, **arguments):
    """`static_rnn` and its like."""
    found = function(
        *(*cells, tf.unstack(tf.constant(INPUTS), axis=1)), dtype=tf.float32, **arguments
    )
    return results(found[0], found[1:], tf.global_variables())


class Saver(object):
    """A state saver in memory."""

    def __init__(self):
        self.saved = []

    def state(self, name):
        return tf.ones([2, 3]) * 0.1

    def save_state(self, name, value):
        self.saved.append((name, value))
        return tf.no_op()


def saving():
    """`static_state_saving_rnn`."""
    saver = Saver()
    inputs = tf.unstack(tf.constant(INPUTS), axis=1)
    outputs, state = rnn.static_state_saving_rnn(rnn.GRUCell(3), inputs, saver, "s")
    return [results(outputs, state), [name for name, _ in saver.saved]]


def dropped():
    """The share that dropout leaves, and its scale."""
    cell = rnn.DropoutWrapper(rnn.GRUCell(50), output_keep_prob=0.5, seed=3)
    outputs, _ = tf.nn.dynamic_rnn(cell, tf.ones([20, 10, 2]), dtype=tf.float32)
    with tf.Session(config=quick()) as session:
        session.run(tf.global_variables_initializer())
        return round(float(np.mean(session.run(outputs) != 0)), 1)


def cases():
    """Every public name of `contrib.rnn`."""
    for title in CELLS:
        yield title, lambda t=title: static(CELLS[t]())
    for title in ("BasicLSTMCell", "MultiRNNCell", "LSTMBlockCell", "AttentionCellWrapper"):
        yield title + " in dynamic_rnn", lambda t=title: dynamic(CELLS[t]())
    yield "EmbeddingWrapper", embedded
    yield "static_rnn", lambda: unrolled(rnn.static_rnn, plain_lstm())
    yield (
        "static_rnn length",
        lambda: unrolled(rnn.static_rnn, plain_lstm(), sequence_length=[1, 3]),
    )
    yield (
        "static_bidirectional_rnn",
        lambda: unrolled(rnn.static_bidirectional_rnn, rnn.GRUCell(3), plain_lstm()),
    )
    yield "static_state_saving_rnn", saving
    yield "dropout", dropped
    for function in (rnn.stack_bidirectional_rnn, rnn.stack_bidirectional_dynamic_rnn):
        name = function.__name__
        yield name, lambda f=function: stacked(f)
        yield name + " one", lambda f=function: stacked(f, 1, scope="mine")
        yield name + " length", lambda f=function: stacked(f, sequence_length=[1, 3])
        yield name + " initial", lambda f=function: stacked(f, initial=True)
        yield name + " none", lambda f=function: stacked(f, 0)
        yield name + " no list", lambda f=function: f(rnn.GRUCell(3), [], INPUTS)
        yield name + " no list bw", lambda f=function: f([rnn.GRUCell(3)], None, INPUTS)
        yield name + " uneven", lambda f=function: f([rnn.GRUCell(3)], [plain_lstm()] * 2, INPUTS)
        yield (
            name + " states",
            lambda f=function: f([rnn.GRUCell(3)], [rnn.GRUCell(3)], INPUTS, initial_states_fw=[]),
        )
        yield (
            name + " states bw",
            lambda f=function: f([rnn.GRUCell(3)], [rnn.GRUCell(3)], INPUTS, None, 3),
        )
    yield (
        "stack_bidirectional_dynamic_rnn time major",
        lambda: stacked(rnn.stack_bidirectional_dynamic_rnn, time_major=True),
    )
    yield "LSTMBlockFusedCell", lambda: fused(rnn.LSTMBlockFusedCell(3), dtype=tf.float32)
    yield (
        "LSTMBlockFusedCell everything",
        lambda: fused(
            rnn.LSTMBlockFusedCell(3, 0.5, 0.3, True),
            initial_state=(tf.ones([2, 3]), tf.zeros([2, 3])),
            sequence_length=[2, 3],
        ),
    )
    yield "LSTMBlockFusedCell no type", lambda: fused(rnn.LSTMBlockFusedCell(3))
    yield (
        "LSTMBlockFusedCell rank",
        lambda: rnn.LSTMBlockFusedCell(3)(tf.ones([2, 3]), dtype=tf.float32),
    )
    for dynamically in (False, True):
        yield (
            "FusedRNNCellAdaptor %s" % dynamically,
            lambda d=dynamically: fused(rnn.FusedRNNCellAdaptor(plain_lstm(), d), dtype=tf.float32),
        )
    for length in (None, [1, 3]):
        yield (
            "TimeReversedFusedRNN %s" % length,
            lambda n=length: fused(
                rnn.TimeReversedFusedRNN(rnn.FusedRNNCellAdaptor(plain_lstm(), True)),
                dtype=tf.float32,
                sequence_length=n,
            ),
        )
    yield (
        "transpose_batch_time",
        lambda: rnn.transpose_batch_time(tf.ones([2, 3, 4])).shape.as_list(),
    )
    yield (
        "best_effort_input_batch_size",
        lambda: rnn.best_effort_input_batch_size([tf.ones([2, 3, 4])]),
    )
    tensor = tf.zeros
    for title, case in (
        ("InputProjectionWrapper", lambda: rnn.InputProjectionWrapper(object(), 3)),
        ("OutputProjectionWrapper", lambda: rnn.OutputProjectionWrapper(object(), 3)),
        ("OutputProjectionWrapper size", lambda: rnn.OutputProjectionWrapper(plain_lstm(), 0)),
        ("EmbeddingWrapper", lambda: rnn.EmbeddingWrapper(object(), 3, 3)),
        ("EmbeddingWrapper classes", lambda: rnn.EmbeddingWrapper(plain_lstm(), 0, 3)),
        ("AttentionCellWrapper", lambda: rnn.AttentionCellWrapper(object(), 3)),
        ("AttentionCellWrapper length", lambda: rnn.AttentionCellWrapper(plain_lstm(), 0)),
        ("IntersectionRNNCell", lambda: dynamic(rnn.IntersectionRNNCell(3))),
        ("GLSTMCell groups", lambda: rnn.GLSTMCell(3, number_of_groups=2)),
        ("GLSTMCell inputs", lambda: dynamic(rnn.GLSTMCell(3, number_of_groups=3))),
        ("GRUBlockCell none", lambda: rnn.GRUBlockCell()),
        ("GRUBlockCell both", lambda: rnn.GRUBlockCell(3, 3)),
        ("LSTMBlockCell inputs", lambda: rnn.LSTMBlockCell(3)(tensor([2]), (tensor([2]),) * 2)),
        ("MultiRNNCell none", lambda: rnn.MultiRNNCell([])),
        ("MultiRNNCell one", lambda: rnn.MultiRNNCell(plain_lstm())),
        ("static_rnn inputs", lambda: rnn.static_rnn(plain_lstm(), tensor([2, 3]))),
    ):
        yield "refused: " + title, case
    yield "names", lambda: [n for n in public(rnn) if n not in UNUSED]
    yield (
        "signatures",
        lambda: {n: s for n, s in signatures(rnn).items() if n not in UNUSED + HIDDEN},
    )
    for path, name in (
        ("rnn", "stack_bidirectional_dynamic_rnn"),
        ("core_rnn_cell", "EmbeddingWrapper"),
        ("rnn_cell", "LayerNormBasicLSTMCell"),
        ("lstm_ops", "LSTMBlockCell"),
        ("gru_ops", "GRUBlockCell"),
        ("fused_rnn_cell", "FusedRNNCellAdaptor"),
    ):
        yield (
            "path " + path,
            lambda p=path, n=name: getattr(module("rnn.python.ops." + p), n) is getattr(rnn, n),
        )
    linear = lambda: module("rnn.python.ops.core_rnn_cell")._linear  # noqa: E731
    yield "_linear", lambda: results(linear()([tf.ones([2, 3]), tf.ones([2, 1])], 2, True), [])


# What core's wrappers of wrappers do not show.
HIDDEN = ("DeviceWrapper", "DropoutWrapper", "ResidualWrapper")

# Has advice instead.
UNUSED = ("CompiledWrapper",)
