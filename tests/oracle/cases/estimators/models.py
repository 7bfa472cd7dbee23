"""What `contrib.learn.ops` and `models` compute."""

import numpy as np
import tensorflow as tf

from tests.oracle.legacy import learn

tf1 = getattr(tf, "compat", tf).v1


def const(value, dtype=None):
    return tf.constant(np.array(value, dtype or "float32"), name="in")


def waves(*shape):
    return const(np.sin(np.arange(np.prod(shape))).reshape(shape))


def described(value):
    if isinstance(value, (list, tuple)):
        return [described(item) for item in value]
    if not hasattr(value, "op"):
        return value
    return [value.name, value.dtype.name, value.shape.as_list()]


def flat(value):
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in flat(item)]
    return [value] if hasattr(value, "op") else []


def run(make, values=True):
    """Builds, gives the variables values that do not depend on TensorFlow, and runs."""
    with tf.Graph().as_default() as graph:
        made = make()
        names = ["variables", "trainable_variables", "summaries", "losses"]
        found = {
            "tensors": described(made),
            "collections": {name: [v.name for v in graph.get_collection(name)] for name in names},
            "shapes": [v.shape.as_list() for v in tf1.global_variables()],
        }
        if values:
            assign = []
            for number, variable in enumerate(tf1.global_variables()):
                shape = variable.shape.as_list()
                value = np.sin(np.arange(np.prod(shape)) + number).reshape(shape)
                assign.append(tf1.assign(variable, value.astype(variable.dtype.as_numpy_dtype)))
            with tf1.Session() as session:
                session.run(assign)
                found["values"] = [result.tolist() for result in session.run(flat(made))]
        return found


def plain_cases(learn):
    """What needs no RNN cell."""
    ops, models = learn.ops, learn.models
    lookups = {
        "matrix": lambda: ops.embedding_lookup(waves(4, 2), const([[0, 1], [3, 2]], "int32")),
        "vector": lambda: ops.embedding_lookup(waves(4, 2), const([0, 3], "int64"), name="NAME"),
        "arrays": lambda: ops.embedding_lookup(np.eye(4), [[0, 1]]),
        "no matrix": lambda: ops.embedding_lookup(waves(4, 2, 2), const([0], "int64")),
        "float ids": lambda: ops.embedding_lookup(waves(4, 2), const([0.0])),
    }
    for title, make in lookups.items():
        yield "embedding_lookup: " + title, lambda make=make: run(make)
    yield (
        "embedding_lookup: unknown batch",
        lambda: run(
            lambda: ops.embedding_lookup(waves(4, 2), tf1.placeholder(tf.int32, [None, 3])), False
        ),
    )

    def category(name):
        return ops.categorical_variable(const([[0, 1], [2, 1]], "int64"), 3, 4, name)

    yield "categorical_variable", lambda: run(lambda: category("NAME"))
    yield "categorical_variable: twice", lambda: run(lambda: [category("A"), category("A")])
    yield "categorical_variable: no name", lambda: run(lambda: category(None))

    x = [[1.0, 2], [3, 4], [5, 6]]
    column, hot = [[1.0], [2], [3]], [[1.0, 0], [0, 1], [0, 1]]
    two = [[1.0, 0], [2, 0], [3, 0]]
    losses = {
        "regressor": (ops.mean_squared_error_regressor, column, [[1.0], [2]], [0.5], {}),
        "regressor of vector": (
            ops.mean_squared_error_regressor,
            [1.0, 2, 3],
            [[1.0], [2]],
            [0.5],
            {"name": "NAME"},
        ),
        "regressor of two": (
            ops.mean_squared_error_regressor,
            two,
            [[1.0, 1], [2, 1]],
            [0.5, 1],
            {},
        ),
        "wrong regressor": (ops.mean_squared_error_regressor, column, [1.0, 2], 0.5, {}),
        "classifier": (ops.softmax_classifier, hot, [[1.0, 2], [0, 1]], [0.5, 0], {}),
        "weighted classifier": (
            ops.softmax_classifier,
            hot,
            [[1.0, 2], [0, 1]],
            [0.5, 0],
            {"class_weight": [1.0, 0.3], "name": "NAME"},
        ),
        "wrong classifier": (
            ops.softmax_classifier,
            [0.0, 1, 1],
            [[1.0, 2], [0, 1]],
            [0.5, 0],
            {},
        ),
    }
    for title, (function, labels, weights, biases, options) in losses.items():
        yield (
            title,
            lambda f=function, y=labels, w=weights, b=biases, options=options: run(
                lambda: f(const(x), const(y), const(w), const(b), **options)
            ),
        )
    yield (
        "classifier of integers",
        lambda: run(
            lambda: ops.softmax_classifier(const(x), const(hot, "int32"), waves(2, 2), waves(2))
        ),
    )

    linear, logistic = models.linear_regression, models.logistic_regression

    def scoped():
        with tf1.variable_scope("outer"):
            return logistic(const(x), const(hot))

    def weighted():
        tf.constant([1.0, 2.0], name="class_weight")
        return logistic(const(x), const(hot))

    def both(y):
        return [linear(const(x), y), linear(const(x), y)]

    unknown = tf.float32
    regressions = {
        "linear": lambda: linear(const(x), const(column)),
        "linear, of zeros": lambda: models.linear_regression_zero_init(const(x), const(column)),
        "linear, of vector": lambda: linear(const(x), const([1.0, 2, 3]), init_mean=0.5),
        "linear, of two": lambda: linear(const(x), const(two), 0.5, 0.1),
        "linear, float64": lambda: linear(const(x, "float64"), const([1.0, 2, 3], "float64")),
        "linear, twice": lambda: both(const(column)),
        "linear, unknown shape": lambda: linear(tf1.placeholder(unknown), tf1.placeholder(unknown)),
        "logistic": lambda: logistic(const(x), const(hot)),
        "logistic, of zeros": lambda: models.logistic_regression_zero_init(const(x), const(hot)),
        "logistic, weighted": lambda: logistic(const(x), const(hot), [1.0, 2.0], 0.0, 0.2),
        "logistic, weighted by tensor": lambda: logistic(const(x), const(hot), const([1.0, 2.0])),
        "logistic, weighted by the graph": weighted,
        "logistic, in a scope": scoped,
        "logistic, not one-hot": lambda: logistic(const(x), const([1.0, 0, 1])),
    }
    for title, make in regressions.items():
        yield title, lambda make=make: run(make)

    def logits():
        return [waves(2, 3), const([[0.0, 2, 1], [3, 0, 0]])]

    def hots():
        return [const([[0.0, 1, 0], [1, 0, 0]]), const([[0.0, 0, 1], [1, 0, 0]])]

    classify = ops.sequence_classifier
    sequences = {
        "sequence_classifier": lambda: classify(logits(), hots()),
        "sequence_classifier: sampled": lambda: classify(logits(), hots(), logits()[::-1], "NAME"),
        "sequence_classifier: more labels": lambda: classify(logits()[:1], hots()),
        "sequence_classifier: fewer labels": lambda: classify(logits(), hots()[:1]),
        "sequence_classifier: nothing": lambda: classify([], []),
        "seq2seq_inputs": lambda: ops.seq2seq_inputs(waves(2, 3, 2), waves(2, 2, 2), 3, 2),
        "seq2seq_inputs: wrong length": lambda: ops.seq2seq_inputs(
            waves(2, 3, 2), waves(2, 2, 2), 9, 9, name="NAME"
        ),
        "seq2seq_inputs: sentinel": lambda: ops.seq2seq_inputs(
            waves(2, 3, 2), waves(2, 2, 2), 3, 2, sentinel=[[7.0, 7], [7, 7]]
        ),
        "seq2seq_inputs: sentinel tensor": lambda: ops.seq2seq_inputs(
            waves(2, 3, 2), waves(2, 2, 2), 3, 2, sentinel=waves(2, 2)
        ),
    }
    for title, make in sequences.items():
        yield title, lambda make=make: run(make)
    for title, cell, inputs in (
        ("number for a cell", 5, [0.0]),
        ("no cell", None, [0.0]),
    ):
        yield (
            "bidirectional_rnn: " + title,
            lambda cell=cell, inputs=inputs: run(
                lambda: models.bidirectional_rnn(cell, cell, inputs, dtype=tf.float32)
            ),
        )


def rnn_cases(learn):
    """What needs the cells of `tf.nn.rnn_cell`."""
    ops, models = learn.ops, learn.models
    cells = tf1.nn.rnn_cell

    def steps(count):
        return [const(np.sin(np.arange(4) + step).reshape(2, 2)) for step in range(count)]

    def basic(size=2):
        return cells.BasicRNNCell(size)

    def one_cell():
        cell = basic()
        return ops.rnn_seq2seq(steps(3), steps(2), cell, cell)

    two_states = lambda: (waves(2, 2), waves(2, 2))  # noqa: E731
    decoders = {
        "rnn_decoder": lambda: ops.rnn_decoder(steps(3), waves(2, 2), basic()),
        "rnn_decoder: one step": lambda: ops.rnn_decoder(steps(1), waves(2, 2), basic(), "SCOPE"),
        "rnn_decoder: no step": lambda: ops.rnn_decoder([], waves(2, 2), basic()),
        "rnn_decoder: lstm": lambda: ops.rnn_decoder(
            steps(2), two_states(), cells.BasicLSTMCell(2)
        ),
        "rnn_seq2seq": lambda: ops.rnn_seq2seq(steps(3), steps(2), basic()),
        "rnn_seq2seq: one cell": one_cell,
        "rnn_seq2seq: two cells": lambda: ops.rnn_seq2seq(
            steps(3), steps(2), basic(), cells.GRUCell(2), scope="SCOPE"
        ),
        "rnn_seq2seq: wrong dtype": lambda: ops.rnn_seq2seq(
            steps(3), steps(2), basic(), dtype=tf.float64
        ),
    }
    for title, make in decoders.items():
        yield title, lambda make=make: run(make)

    def birnn(inputs, *cells, **options):
        cells = cells or (basic(), basic(3))
        options.setdefault("dtype", tf.float32)
        return models.bidirectional_rnn(cells[0], cells[1], inputs, **options)

    def states():
        return {"initial_state_fw": tf.ones([2, 2]), "initial_state_bw": tf.ones([2, 3])}

    birnns = {
        "two cells": lambda: birnn(steps(3)),
        "states": lambda: birnn(steps(3), scope="SCOPE", dtype=None, **states()),
        "lstm": lambda: birnn(steps(3), cells.BasicLSTMCell(2), cells.BasicLSTMCell(2)),
        "sequence_length": lambda: birnn(steps(3), sequence_length=const([2, 3], "int32")),
        "tensor": lambda: birnn(waves(3, 2, 2)),
        "tuple": lambda: birnn(tuple(steps(3))),
        "nothing": lambda: birnn([]),
        "no dtype": lambda: birnn(steps(3), dtype=None),
    }
    for title, make in birnns.items():
        yield "bidirectional_rnn: " + title, lambda make=make: run(make)

    def model(**given):
        options = dict.fromkeys(
            ["sequence_length", "initial_state", "attn_length", "attn_size", "attn_vec_size"]
        )
        options.update(
            rnn_size=2,
            cell_type="gru",
            num_layers=1,
            input_op_fn=lambda x: tf.unstack(x, axis=1),
            bidirectional=False,
            target_predictor_fn=models.logistic_regression,
        )
        options.update(given)
        if options["initial_state"]:
            options["initial_state"] = tf.ones(options["initial_state"])
        return models.get_rnn_model(**options)(waves(2, 3, 2), const([[1.0, 0], [0, 1]]))

    for title, options in (
        ("gru", {}),
        ("rnn", {"cell_type": "rnn"}),
        ("lstm", {"cell_type": "lstm"}),
        ("two layers", {"cell_type": "rnn", "num_layers": 2}),
        ("two layers of lstm", {"cell_type": "lstm", "num_layers": 2}),
        ("bidirectional", {"bidirectional": True}),
        ("bidirectional lstm", {"bidirectional": True, "cell_type": "lstm"}),
        ("sequence_length", {"sequence_length": [2, 3]}),
        ("bidirectional, sequence_length", {"sequence_length": [2, 3], "bidirectional": True}),
        ("initial_state", {"initial_state": [2, 2]}),
        ("bidirectional, initial_state", {"initial_state": [2, 2], "bidirectional": True}),
        ("attention", {"attn_length": 2}),
        ("attention, sizes", {"attn_length": 2, "attn_size": 3, "attn_vec_size": 4}),
        ("attention, lstm", {"attn_length": 2, "cell_type": "lstm", "num_layers": 2}),
        ("attention, bidirectional", {"attn_length": 2, "bidirectional": True}),
        ("attention of no length", {"attn_length": 0}),
        ("wrong cell_type", {"cell_type": "other"}),
        ("no cell_type", {"cell_type": None}),
        ("no list of inputs", {"input_op_fn": tf.identity}),
        ("bidirectional, no list of inputs", {"input_op_fn": tf.identity, "bidirectional": True}),
    ):
        yield "get_rnn_model: " + title, lambda options=options: run(lambda: model(**options))


def cases():
    """All cases; those with RNN cells need Keras 2."""
    for group in (plain_cases(learn), rnn_cases(learn)):
        for case in group:
            yield case
