"""The cells of `contrib.rnn` that look at time, frequency or space in ways of their own."""

import numpy as np

from tests.oracle.legacy import contrib, tf

from .rnn import INPUTS, results, settle

rnn = contrib.rnn
RHYTHM = {"period": [2.0, 3.0, 4.0], "phase": [0.5, 1.0, 1.5], "ratio_on": [0.3, 0.6, 0.9]}


def numbers(*shape):
    """Figures without a pattern."""
    return np.sin(np.arange(np.prod(shape, dtype=int)) * 1.7 + 0.3).reshape(shape)


def ready(cell, batch=2):
    """A state other than zero."""
    return tf.nest.map_structure(
        lambda t: tf.constant(numbers(*t.shape.as_list()), t.dtype),
        cell.zero_state(batch, tf.float32),
    )


def once(cell, inputs, state=None, settle=settle):
    """The cell called on a state."""
    outputs, state = cell(inputs, ready(cell) if state is None else state)
    return results(outputs, state, tf.global_variables(), settle)


def sequence(cell, *inputs, **arguments):
    """The cell in `tf.nn.dynamic_rnn`."""
    inputs = [tf.constant(part) for part in inputs]
    outputs, state = tf.nn.dynamic_rnn(
        cell, tuple(inputs) if inputs[1:] else inputs[0], dtype=tf.float32, sequence_length=[3, 2]
    )
    return results(outputs, state, tf.global_variables(), **arguments)


def sizes(cell):
    """What a cell says of itself."""
    fields = getattr(cell.state_size, "_fields", None)
    return [
        type(cell).__name__,
        type(cell.state_size).__name__ if fields else str(cell.state_size),
        fields,
        [str(size) for size in cell.state_size] if fields else None,
        str(cell.output_size),
        cell.name,
    ]


def convolution(shape=(5, 2), cell=None, channels=3, inputs=None, **arguments):
    """A cell with a convolution, called once."""
    cell = cell or (rnn.Conv1DLSTMCell, rnn.Conv2DLSTMCell, rnn.Conv3DLSTMCell)[len(shape) - 2]
    arguments.setdefault("kernel_shape", [3] * (len(shape) - 1))
    made = cell(input_shape=list(shape), output_channels=channels, **arguments)
    if inputs is None:
        inputs = tf.constant(numbers(2, *shape), tf.float32)
    return [sizes(made), once(made, tf.zeros(inputs) if isinstance(inputs, list) else inputs)]


def convolutions():
    for shape in ((5, 2), (4, 3, 2), (3, 2, 2, 1)):
        yield "%d" % (len(shape) - 1), lambda s=shape: convolution(s)
        yield (
            "%d skip" % (len(shape) - 1),
            lambda s=shape: convolution(s, skip_connection=True, use_bias=False, name="mine"),
        )
    yield "any", lambda: convolution(cell=rnn.ConvLSTMCell, conv_ndims=1, forget_bias=0.3)
    yield "initializers", lambda: convolution(initializers=tf.ones_initializer())
    yield "even kernel", lambda: convolution((4, 3, 2), kernel_shape=[2, 1])
    yield (
        "sequence",
        lambda: sequence(
            rnn.Conv1DLSTMCell(input_shape=[4, 1], output_channels=2, kernel_shape=[3]),
            INPUTS[..., None],
        ),
    )
    for title, arguments in (
        ("dimensions", {"cell": rnn.Conv2DLSTMCell}),
        ("no kernel", {"kernel_shape": 3}),
        ("kernel", {"kernel_shape": [3, 3]}),
        ("rank", {"inputs": [2, 5]}),
        ("ranks", {"inputs": [2, 5, 5, 2]}),
        ("length", {"inputs": [2, 4, 2]}),
        ("four", {"cell": rnn.ConvLSTMCell, "shape": (2, 2, 2, 2, 1), "conv_ndims": 4}),
        ("argument", {"stride": 3}),
        ("unknown length", {"shape": (None, 2), "inputs": [2, 4, 2]}),
    ):
        yield "refused: " + title, lambda a=arguments: convolution(**a)
    yield (
        "refused: skip sequence",
        lambda: sequence(
            rnn.Conv1DLSTMCell(
                input_shape=[4, 1], output_channels=2, kernel_shape=[3], skip_connection=True
            ),
            INPUTS[..., None],
        ),
    )
    yield (
        "refused: unknown channels",
        lambda: convolution(inputs=tf.placeholder(tf.float32, [2, 5, None])),
    )


def rhythm():
    """Settled variables with periods, phases and ratios that make sense."""
    special = [v for v in tf.global_variables() if v.op.name.split("/")[-1] in RHYTHM]
    with tf.control_dependencies(settle()):
        return [tf.assign(v, RHYTHM[v.op.name.split("/")[-1]]) for v in special]


def phased(times=(0.7, 2.2), dtype=tf.float32, features=None, **arguments):
    """`PhasedLSTMCell` at some times."""
    cell = rnn.PhasedLSTMCell(3, **arguments)
    time = tf.constant(np.array(times)[:, None], dtype)
    features = tf.constant(INPUTS[:, 0]) if features is None else features
    return [sizes(cell), once(cell, (time, features), settle=rhythm)]


def starting():
    """Where periods and phases start: between bounds."""
    cell = rnn.PhasedLSTMCell(200, period_init_min=4.0, period_init_max=9.0, ratio_on=0.25)
    cell((tf.zeros([1, 1]), tf.zeros([1, 1])), cell.zero_state(1, tf.float32))
    period, phase, ratio = tf.global_variables()[-3:]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        period, phase, ratio = session.run([period, phase, ratio])
    logs = np.log(period)
    return [
        bool(np.all((period >= 4) & (period <= 9))),
        bool(abs(logs.mean() - np.log(6)) < 0.1),
        bool((phase >= 0).all() and (phase <= period).all()),
        bool(abs((phase / period).mean() - 0.5) < 0.1),
        ratio.max(),
    ]


def phases():
    for first in (0.6, 1.5, 3.4, 40.0):
        yield "%s" % first, lambda t=first: phased((t, 0.8 * t))
    yield "before", lambda: phased((-1.0, -2.5))
    yield "double", lambda: phased(dtype=tf.float64)
    yield "integers", lambda: phased((3, 5), tf.int32)
    yield (
        "everything",
        lambda: phased(
            use_peepholes=True, leak=0.1, ratio_on=0.2, trainable_ratio_on=False, reuse=None
        ),
    )
    yield (
        "sequence",
        lambda: sequence(
            rnn.PhasedLSTMCell(3), np.cumsum(INPUTS[..., :1] ** 2, 1), INPUTS, settle=rhythm
        ),
    )
    yield "starting", starting
    yield "refused: times", lambda: phased((0.7, 2.2, 3.1))
    yield "refused: double", lambda: phased(features=tf.zeros([2, 4], tf.float64))


def banded(bands=1, width=4, unknown=False, **arguments):
    """`TimeFreqLSTMCell`, called once."""
    cell = rnn.TimeFreqLSTMCell(3, **arguments)
    inputs = tf.constant(numbers(2, width), tf.float32)
    if unknown:
        inputs = tf.placeholder(tf.float32, [2, None])
    return [sizes(cell), once(cell, inputs, tf.constant(numbers(2, 6 * bands), tf.float32))]


def frequencies():
    yield "one band", lambda: banded(feature_size=4)
    yield "skip one", lambda: banded(3, feature_size=2)
    yield "skip two", lambda: banded(2, 5, feature_size=2, frequency_skip=2)
    yield (
        "everything",
        lambda: banded(
            2,
            use_peepholes=True,
            cell_clip=0.4,
            initializer=tf.ones_initializer(),
            num_unit_shards=3,
            forget_bias=0.3,
            feature_size=2,
            frequency_skip=2,
        ),
    )
    yield "sequence", lambda: sequence(rnn.TimeFreqLSTMCell(3, feature_size=4), INPUTS)
    yield "refused: no size", lambda: banded()
    yield "refused: no skip", lambda: banded(feature_size=2, frequency_skip=None)
    yield "refused: shards", lambda: banded(feature_size=2, num_unit_shards=9)
    yield "refused: width", lambda: banded(feature_size=2, unknown=True)
    yield "refused: state", lambda: banded(2, feature_size=2)


def grid(cell, **arguments):
    """A grid LSTM for two bands of two columns, or others."""
    for name, value in (("feature_size", 2), ("frequency_skip", 2), ("num_frequency_blocks", [2])):
        arguments.setdefault(name, value)
    return cell(2, **arguments)


def gridded(cell, width=4, unknown=False, **arguments):
    """A grid LSTM, called once."""
    made = grid(cell, **arguments)
    inputs = tf.constant(numbers(2, width), tf.float32)
    if unknown:
        inputs = tf.placeholder(tf.float32, [2, None])
    return [sizes(made), made.state_tuple_type is None, once(made, inputs)]


def blocks(numbers=(1, 2), start=(0, 2), end=(2, 6)):
    return {
        "num_frequency_blocks": list(numbers),
        "start_freqindex_list": start and list(start),
        "end_freqindex_list": end and list(end),
    }


FULL = {
    "use_peepholes": True,
    "cell_clip": 0.4,
    "initializer": tf.ones_initializer(),
    "num_unit_shards": 2,
    "forget_bias": 0.3,
}


def grids():
    for title, arguments in (
        ("plain", {}),
        ("wide", {"width": 5}),
        ("overlapping", {"frequency_skip": 1, "num_frequency_blocks": [3]}),
        ("shared", {"share_time_frequency_weights": True}),
        ("everything", FULL),
        ("everything coupled", dict(FULL, couple_input_forget_gates=True)),
        (
            "everything shared coupled",
            dict(FULL, couple_input_forget_gates=True, share_time_frequency_weights=True),
        ),
        ("blocks everything", dict(FULL, width=6, **blocks())),
        ("no tuple", {"state_is_tuple": False}),
        ("no tuple blocks", dict(blocks(), width=6, state_is_tuple=False)),
        ("refused: no blocks", {"num_frequency_blocks": None}),
        ("refused: number", {"num_frequency_blocks": 2}),
        ("refused: too many", {"num_frequency_blocks": [3]}),
        ("refused: too few", {"num_frequency_blocks": [1]}),
        ("refused: several", {"num_frequency_blocks": [1, 1]}),
        ("refused: no size", {"feature_size": None}),
        ("refused: no skip", {"frequency_skip": None}),
        ("refused: no end", blocks(end=None)),
        ("refused: one end", blocks(end=[4])),
        ("refused: three", dict(blocks((1, 1, 1)), width=6)),
        ("refused: range", dict(blocks((1, 1)), width=6)),
        ("refused: shards", {"num_unit_shards": 20}),
    ):
        yield title, lambda a=arguments: gridded(rnn.GridLSTMCell, **a)
    yield "sequence", lambda: sequence(grid(rnn.GridLSTMCell), INPUTS)
    yield "refused: width", lambda: gridded(rnn.GridLSTMCell, unknown=True)


def both_ways():
    for title, arguments in (
        ("plain", {}),
        ("everything", FULL),
        ("coupled", {"couple_input_forget_gates": True}),
        ("blocks", dict(blocks(), width=6, share_time_frequency_weights=True)),
        ("offset", {"backward_slice_offset": 1}),
        ("refused: no blocks", {"num_frequency_blocks": None}),
        ("refused: too many", {"num_frequency_blocks": [3]}),
    ):
        yield title, lambda a=arguments: gridded(rnn.BidirectionalGridLSTMCell, **a)
    yield "sequence", lambda: sequence(grid(rnn.BidirectionalGridLSTMCell), INPUTS)


def again(make, shapes):
    """Variables of a cell that is called twice, and of two that share theirs."""
    cell, inputs = make(), tuple(tf.zeros(shape) for shape in shapes)
    inputs = inputs if inputs[1:] else inputs[0]
    for _ in range(2):
        cell(inputs, ready(cell))
    with tf.variable_scope("there"):
        make()(inputs, ready(cell), scope="a")
    with tf.variable_scope("there", reuse=True):
        make()(inputs, ready(cell), scope="a")
    return [v.op.name for v in tf.global_variables()]


def cases():
    for prefix, found in (
        ("ConvLSTMCell", convolutions()),
        ("PhasedLSTMCell", phases()),
        ("TimeFreqLSTMCell", frequencies()),
        ("GridLSTMCell", grids()),
        ("BidirectionalGridLSTMCell", both_ways()),
    ):
        for title, case in found:
            yield prefix + " " + title, case
    convolved = {"input_shape": [4, 1], "output_channels": 2, "kernel_shape": [1]}
    for title, make, shapes in (
        ("ConvLSTMCell", lambda: rnn.Conv1DLSTMCell(**convolved), [[2, 4, 1]]),
        ("PhasedLSTMCell", lambda: rnn.PhasedLSTMCell(3), [[2, 1], [2, 4]]),
        ("TimeFreqLSTMCell", lambda: rnn.TimeFreqLSTMCell(3, feature_size=4), [[2, 4]]),
        ("GridLSTMCell", lambda: grid(rnn.GridLSTMCell), [[2, 4]]),
    ):
        yield title + " again", lambda make=make, shapes=shapes: again(make, shapes)
