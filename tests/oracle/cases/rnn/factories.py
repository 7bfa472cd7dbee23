"""The cells that the cases of `contrib.rnn` try, by what is special about each."""

from tests.oracle.legacy import contrib, tf

rnn = contrib.rnn


def plain_lstm():
    return rnn.BasicLSTMCell(3)


class Own(rnn.RNNCell):
    """A cell as programs write their own."""

    @property
    def state_size(self):
        return 3

    @property
    def output_size(self):
        return 3

    def __call__(self, inputs, state, scope=None):
        with tf.variable_scope(scope or type(self).__name__):
            weights = tf.get_variable("w", [7, 3])
            new = tf.tanh(tf.matmul(tf.concat([inputs, state], 1), weights))
        return new, new


CELLS = {
    "BasicRNNCell": lambda: rnn.BasicRNNCell(3),
    "BasicRNNCell relu": lambda: rnn.BasicRNNCell(3, activation=tf.nn.relu, name="mine"),
    "GRUCell": lambda: rnn.GRUCell(3),
    "GRUCell initialized": lambda: rnn.GRUCell(
        3, kernel_initializer=tf.ones_initializer(), bias_initializer=tf.zeros_initializer()
    ),
    "BasicLSTMCell": plain_lstm,
    "BasicLSTMCell not tuples": lambda: rnn.BasicLSTMCell(3, forget_bias=0.5, state_is_tuple=False),
    "LSTMCell": lambda: rnn.LSTMCell(3),
    "LSTMCell everything": lambda: rnn.LSTMCell(
        3,
        use_peepholes=True,
        cell_clip=0.4,
        initializer=tf.ones_initializer(),
        num_proj=2,
        proj_clip=0.3,
        forget_bias=0.3,
        activation=tf.nn.relu,
    ),
    "MultiRNNCell": lambda: rnn.MultiRNNCell([rnn.GRUCell(3), plain_lstm()]),
    "MultiRNNCell not tuples": lambda: rnn.MultiRNNCell(
        [rnn.GRUCell(3), rnn.GRUCell(2)], state_is_tuple=False
    ),
    "DropoutWrapper": lambda: rnn.DropoutWrapper(plain_lstm(), input_keep_prob=1.0),
    "DeviceWrapper": lambda: rnn.DeviceWrapper(plain_lstm(), "/cpu:0"),
    "ResidualWrapper": lambda: rnn.ResidualWrapper(rnn.GRUCell(4)),
    "own": lambda: Own(),
    "InputProjectionWrapper": lambda: rnn.InputProjectionWrapper(plain_lstm(), 5),
    "InputProjectionWrapper tanh": lambda: rnn.InputProjectionWrapper(
        rnn.GRUCell(3), 2, activation=tf.tanh
    ),
    "OutputProjectionWrapper": lambda: rnn.OutputProjectionWrapper(plain_lstm(), 2),
    "OutputProjectionWrapper tanh": lambda: rnn.OutputProjectionWrapper(
        rnn.GRUCell(3), 2, activation=tf.tanh
    ),
    "LayerNormBasicLSTMCell": lambda: rnn.LayerNormBasicLSTMCell(3),
    "LayerNormBasicLSTMCell without": lambda: rnn.LayerNormBasicLSTMCell(
        3, forget_bias=0.5, activation=tf.nn.relu, layer_norm=False
    ),
    "LayerNormBasicLSTMCell shifted": lambda: rnn.LayerNormBasicLSTMCell(
        3, norm_gain=0.5, norm_shift=0.25
    ),
    "NASCell": lambda: rnn.NASCell(3),
    "NASCell everything": lambda: rnn.NASCell(3, num_proj=2, use_bias=True),
    "LSTMBlockCell": lambda: rnn.LSTMBlockCell(3),
    "LSTMBlockCell everything": lambda: rnn.LSTMBlockCell(
        3, forget_bias=0.5, cell_clip=0.2, use_peephole=True, name="mine"
    ),
    "GRUBlockCell": lambda: rnn.GRUBlockCell(3),
    "GRUBlockCell cell_size": lambda: rnn.GRUBlockCell(cell_size=3),
    "GRUBlockCellV2": lambda: rnn.GRUBlockCellV2(3),
    "AttentionCellWrapper": lambda: rnn.AttentionCellWrapper(plain_lstm(), 2),
    "AttentionCellWrapper everything": lambda: rnn.AttentionCellWrapper(
        rnn.GRUCell(3), 2, attn_size=4, attn_vec_size=5, input_size=3
    ),
    "HighwayWrapper": lambda: rnn.HighwayWrapper(rnn.GRUCell(4)),
    "HighwayWrapper apart": lambda: rnn.HighwayWrapper(rnn.GRUCell(4), False, 0.5),
    "UGRNNCell": lambda: rnn.UGRNNCell(3),
    "IntersectionRNNCell": lambda: rnn.IntersectionRNNCell(4),
    "IntersectionRNNCell projected": lambda: rnn.IntersectionRNNCell(3, num_in_proj=3),
    "IndRNNCell": lambda: rnn.IndRNNCell(3),
    "IndyGRUCell": lambda: rnn.IndyGRUCell(3),
    "IndyLSTMCell": lambda: rnn.IndyLSTMCell(3, forget_bias=0.5),
    "SRUCell": lambda: rnn.SRUCell(3),
    "CoupledInputForgetGateLSTMCell": lambda: rnn.CoupledInputForgetGateLSTMCell(3),
    "CoupledInputForgetGateLSTMCell everything": lambda: rnn.CoupledInputForgetGateLSTMCell(
        3, use_peepholes=True, num_proj=2, proj_clip=0.3, forget_bias=0.5, layer_norm=True
    ),
    "GLSTMCell": lambda: rnn.GLSTMCell(4, number_of_groups=2),
    "GLSTMCell projected": lambda: rnn.GLSTMCell(4, num_proj=2, number_of_groups=2),
}
