"""`contrib.estimator`'s recurrent estimators, and `contrib.feature_column.sequence_input_layer`."""

import os

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import InFolder

E = contrib.estimator
COLUMNS = contrib.feature_column

PLACES = [[0, 0], [0, 1], [1, 0], [1, 1], [1, 2]]
GRADIENT = tf.train.GradientDescentOptimizer


def features():
    """Two sequences, of numbers and of tokens, with a context and weights."""
    return {
        "x": tf.SparseTensor(PLACES, [1.0, 2.0, 3.0, -1.0, 0.5], [2, 3]),
        "t": tf.SparseTensor(PLACES, tf.constant([0, 1, 2, 3, 1], tf.int64), [2, 3]),
        "c": tf.constant([[1.0], [2.0]]),
        "k": tf.constant([[1], [0]]),
        "w": tf.constant([[1.0], [3.0]]),
    }


def numbers():
    """A column of numbers."""
    return [COLUMNS.sequence_numeric_column("x")]


def tokens():
    """A column of tokens."""
    column = COLUMNS.sequence_categorical_column_with_identity("t", 4)
    return [tf.feature_column.embedding_column(column, 2)]


def context():
    """A number and an embedding, the same for all steps."""
    column = tf.feature_column.categorical_column_with_identity("k", 2)
    embedded = tf.feature_column.embedding_column(column, 1)
    return [tf.feature_column.numeric_column("c"), embedded]


def write(folder, values):
    """Replaces a checkpoint by one with these values."""
    with tf.Graph().as_default(), tf.Session() as session:
        variables = [tf.Variable(value, name=name) for name, value in values.items()]
        session.run(tf.global_variables_initializer())
        saver = tf.train.Saver(variables)
        saver.save(session, os.path.join(folder, "model.ckpt"), 1, write_meta_graph=False)


def spread(name, value):
    """Numbers for a variable that do not depend on chance."""
    if name == "global_step":
        return value
    if "Adagrad" in name:
        return np.full_like(value, 0.1)
    return np.linspace(-0.5, 0.5, value.size).reshape(value.shape).astype(np.float32)


def life(folder, make, labels):
    """Trains, evaluates, predicts and trains again, from known values."""
    model = make(folder)

    def input_fn():
        given = labels
        if isinstance(given, dict):
            return features(), {key: tf.constant(value) for key, value in given.items()}
        return features(), tf.constant(given)

    model.train(input_fn, steps=1)
    names = model.get_variable_names()
    write(folder, {name: spread(name, model.get_variable_value(name)) for name in names})
    metrics = model.evaluate(input_fn, steps=1)
    predicted = next(model.predict(lambda: features()))
    model.train(input_fn, steps=1)
    return {
        "variables": {name: list(model.get_variable_value(name).shape) for name in names},
        "metrics": {key: float(value) for key, value in metrics.items()},
        "predicted": {str(k): v.tolist() for k, v in predicted.items() if v.dtype != object},
        "trained": {name: model.get_variable_value(name).tolist() for name in names},
    }


def classifier(columns, *args, **kwargs):
    """Makes a classifier in a folder."""
    return lambda folder: E.RNNClassifier(columns(), *args, model_dir=folder, **kwargs)


def regressor(*args):
    """Makes a regression."""
    return lambda folder: E.RNNEstimator(
        E.regression_head(), *args, model_dir=folder, optimizer="SGD"
    )


def two(folder):
    """Makes an estimator with two heads."""
    head = E.multi_head([E.regression_head(name="a"), E.regression_head(name="b")])
    return E.RNNEstimator(head, numbers(), num_units=[2], model_dir=folder, optimizer=GRADIENT(0.1))


def trained(**kwargs):
    """A classifier, made of arguments that may be wrong, and trained."""
    given = dict({"sequence_feature_columns": numbers()}, **kwargs)
    E.RNNClassifier(**given).train(lambda: (features(), tf.constant([[0], [1]])), steps=1)


def layer(*columns, **kwargs):
    """What `sequence_input_layer` makes."""
    inputs, lengths = COLUMNS.sequence_input_layer(features(), columns, **kwargs)
    variables = [v.op.name for v in tf.trainable_variables()]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        values = [
            variable.assign(spread("", session.run(variable))) for variable in tf.global_variables()
        ]
        session.run(values)
        return [session.run([inputs, lengths]), variables, tf.get_collection("mine") != []]


def shaped():
    """Numbers of a shape, normalized."""
    column = COLUMNS.sequence_numeric_column(
        "x", (2,), default_value=9.0, normalizer_fn=lambda x: x * 2
    )
    given = {
        "x": tf.SparseTensor(
            [[0, 0], [0, 1], [1, 0], [1, 1], [1, 2], [1, 3]], [1.0, 2, 3, 4, 5, 6], [2, 4]
        )
    }
    with tf.Session() as session:
        return session.run(COLUMNS.sequence_input_layer(given, [column]))


def cases():
    """Estimators, then the layer."""
    one = [[0], [1]]
    yield "basic", InFolder(life, classifier(numbers, num_units=[2]), one)
    yield (
        "lstm",
        InFolder(
            life,
            classifier(
                lambda: numbers() + tokens(),
                num_units=[2, 3],
                cell_type="lstm",
                n_classes=3,
                weight_column="w",
            ),
            [[0], [2]],
        ),
    )
    yield (
        "gru",
        InFolder(
            life,
            classifier(
                tokens,
                num_units=(2,),
                cell_type="gru",
                label_vocabulary=["a", "b"],
                optimizer="SGD",
            ),
            [["a"], ["b"]],
        ),
    )
    yield (
        "cell function",
        InFolder(
            life,
            classifier(
                numbers,
                rnn_cell_fn=lambda mode: contrib.rnn.LSTMCell(2),
                optimizer=GRADIENT(0.5),
                loss_reduction="weighted_sum",
            ),
            one,
        ),
    )
    yield (
        "regression",
        InFolder(
            life, regressor(numbers() + tokens(), context(), [2], "basic_rnn"), [[0.0], [1.0]]
        ),
    )
    yield "two heads", InFolder(life, two, {"a": [[0.0], [1.0]], "b": [[1.0], [2.0]]})
    cell = {"rnn_cell_fn": lambda mode: 3}
    yield "bad function and units", lambda: trained(num_units=[2], **cell)
    yield "bad function and type", lambda: trained(cell_type="lstm", **cell)
    yield "bad nothing", lambda: trained()
    yield "bad units", lambda: trained(num_units=2)
    yield "bad type", lambda: trained(num_units=[2], cell_type="zz")
    yield "bad no columns", lambda: trained(num_units=[2], sequence_feature_columns=[])
    yield (
        "bad column",
        lambda: trained(num_units=[2], sequence_feature_columns=context()[:1]),
    )
    yield "bad context", lambda: trained(num_units=[2], context_feature_columns=numbers())
    yield "bad optimizer", lambda: trained(num_units=[2], optimizer="zz")
    yield "bad classes", lambda: trained(num_units=[2], n_classes=1)
    yield "bad cell", lambda: trained(**cell)
    yield (
        "bad sequences",
        lambda: E.RNNEstimator(
            E.regression_head(), numbers(), num_units=[2], return_sequences=True
        ).train(lambda: (features(), tf.constant([[0.0], [1.0]])), steps=1),
    )
    yield (
        "bad features",
        lambda: E.RNNClassifier(numbers(), num_units=[2]).train(
            lambda: (features()["x"], tf.constant([[0], [1]])), steps=1
        ),
    )
    yield "layer", lambda: layer(*(numbers() + tokens()))
    yield "layer reversed", lambda: layer(*(tokens() + numbers()))
    yield "layer collections", lambda: layer(*tokens(), weight_collections=["mine"])
    yield "layer not trained", lambda: layer(*tokens(), trainable=False)
    yield "layer shaped", shaped
    yield "layer nothing", lambda: layer()
    yield "layer of context", lambda: layer(context()[0])
