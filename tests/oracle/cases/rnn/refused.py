"""What RNN cells refuse, beside what the other groups of cells try."""

from tests.oracle.legacy import module, rnn, tf

LISTED = module("rnn.python.ops.rnn_cell")


def call(cell, inputs=None, state=None):
    inputs = tf.zeros([2, 4]) if inputs is None else inputs
    made = cell(inputs, cell.zero_state(2, tf.float32) if state is None else state)
    return [str(part.shape.as_list()) for part in tf.nest.flatten(made)]


def fused(*arguments, **options):
    made = rnn.LSTMBlockFusedCell(3)(*arguments, **options)
    return [str(part.shape.as_list()) for part in tf.nest.flatten(made)]


def unknown():
    return tf.placeholder(tf.float32, [2, None])


def grid(**options):
    return call(rnn.GridLSTMCell(3, feature_size=2, frequency_skip=1, **options))


REFUSED = {
    "grid: no feature_size": lambda: call(rnn.GridLSTMCell(3, num_frequency_blocks=[3])),
    "grid: two blocks": lambda: grid(num_frequency_blocks=[3, 3]),
    "grid: starts": lambda: grid(num_frequency_blocks=[3], start_freqindex_list=[0]),
    "grid: starts and ends": lambda: grid(
        num_frequency_blocks=[3], start_freqindex_list=[0], end_freqindex_list=[2, 4]
    ),
    "grid: blocks and starts": lambda: grid(
        num_frequency_blocks=[3, 3], start_freqindex_list=[0], end_freqindex_list=[4]
    ),
    "grid: wrong blocks": lambda: grid(num_frequency_blocks=[5]),
    "grid: unknown": lambda: call(
        rnn.GridLSTMCell(3, feature_size=2, frequency_skip=1, num_frequency_blocks=[3]), unknown()
    ),
    "time_freq: unknown": lambda: call(
        rnn.TimeFreqLSTMCell(3, feature_size=2, frequency_skip=1), unknown()
    ),
    "time_freq: no size": lambda: call(rnn.TimeFreqLSTMCell(3)),
    "conv: rank": lambda: call(rnn.Conv1DLSTMCell([4, 2], 3, [2]), tf.zeros([2, 4])),
    "conv: ranks": lambda: call(
        rnn.Conv1DLSTMCell([4, 2], 3, [2]), tf.zeros([2, 4, 2]), [tf.zeros([2, 4, 4, 3])] * 2
    ),
    "conv: unknown": lambda: call(
        rnn.Conv1DLSTMCell([4, 2], 3, [2]), tf.placeholder(tf.float32, [2, 4, None])
    ),
    "intersection: width": lambda: call(rnn.IntersectionRNNCell(3)),
    "intersection: unknown": lambda: call(rnn.IntersectionRNNCell(3), unknown()),
    "ugrnn: unknown": lambda: call(rnn.UGRNNCell(3), unknown()),
    "nas: unknown": lambda: call(rnn.NASCell(3), unknown()),
    "sru: unknown": lambda: call(LISTED.SRUCell(3), unknown()),
    "glstm: groups": lambda: call(rnn.GLSTMCell(4, number_of_groups=3)),
    "glstm: width": lambda: call(rnn.GLSTMCell(6, number_of_groups=3)),
    "glstm: unknown": lambda: call(rnn.GLSTMCell(4, number_of_groups=2), unknown()),
    "coupled: unknown": lambda: call(rnn.CoupledInputForgetGateLSTMCell(3), unknown()),
    "layer_norm: unknown": lambda: call(LISTED.LayerNormLSTMCell(3), unknown()),
    "weight_norm: unknown": lambda: call(LISTED.WeightNormLSTMCell(3), unknown()),
    "phased: unknown": lambda: call(
        rnn.PhasedLSTMCell(3), (tf.zeros([2, 1]), tf.placeholder(tf.float32, [2, None]))
    ),
    "highway: unknown": lambda: call(LISTED.HighwayWrapper(LISTED.UGRNNCell(3)), unknown()),
    "attention: tuple": lambda: rnn.AttentionCellWrapper(
        rnn.BasicLSTMCell(3), 2, state_is_tuple=False
    ),
    "attention: length": lambda: rnn.AttentionCellWrapper(rnn.GRUCell(3), 0),
    "attention: unknown": lambda: call(
        rnn.AttentionCellWrapper(rnn.GRUCell(3), 2, state_is_tuple=True), unknown()
    ),
    "lstm block: unknown": lambda: call(rnn.LSTMBlockCell(3), unknown()),
    "lstm block: state": lambda: call(rnn.LSTMBlockCell(3), None, [tf.zeros([2, 3])]),
    "gru block: unknown": lambda: call(rnn.GRUBlockCellV2(3), unknown()),
    "fused: dtype": lambda: fused(tf.zeros([4, 2, 3])),
    "fused: pair": lambda: fused(tf.zeros([4, 2, 3]), [tf.zeros([2, 3])] * 3),
    "fused: steps": lambda: fused([tf.zeros([2])] * 3, dtype=tf.float32),
    "bidirectional: no list fw": lambda: rnn.stack_bidirectional_dynamic_rnn(
        rnn.GRUCell(3), [rnn.GRUCell(3)], tf.zeros([2, 3, 4]), dtype=tf.float32
    ),
    "bidirectional: tuple bw": lambda: rnn.stack_bidirectional_dynamic_rnn(
        [rnn.GRUCell(3)], (rnn.GRUCell(3),), tf.zeros([2, 3, 4]), dtype=tf.float32
    ),
}


def cases():
    for name in sorted(REFUSED):
        yield name, REFUSED[name]
