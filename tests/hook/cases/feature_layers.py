"""Libraries on tf.estimator take the columns' layers from TensorFlow's own module."""

import tensorflow as tf
from tensorflow.python.feature_column import feature_column_lib

column = tf.feature_column


def show(*tensors):
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run(tf.tables_initializer())
        for value in session.run(tensors):
            print(value.tolist())


def words_of(error):
    # Autograph of TF 1.15 puts lines of its own before an error.
    text = str(error)
    start = text.find("We expected a dictionary here")
    print(type(error).__name__, text[max(start, 0) :][:28])


layer = feature_column_lib.DenseFeatures([column.numeric_column("x")])
y = layer({"x": tf.constant([[1.0], [2.0]])})
print(y.dtype.name, y.shape)
show(y)

kind = column.categorical_column_with_vocabulary_list("kind", ["a", "b", "c"])
features = {
    "x": tf.constant([[1.0, 2.0], [3.0, 4.0]]),
    "a": tf.constant([[5], [6]]),
    "kind": tf.constant([["c", "a"], ["b", "b"]]),
}
columns = [
    column.numeric_column("x", [2]),
    column.embedding_column(kind, 2, initializer=tf.ones_initializer()),
    column.indicator_column(kind),
    column.bucketized_column(column.numeric_column("a"), [5.5]),
]
tensors = {}
layer = feature_column_lib.DenseFeatures(columns)
first = layer(features, cols_to_output_tensors=tensors)
second = layer(features)
print([(each.name, tensors[each].shape.as_list()) for each in columns])
print([variable.name for variable in tf.trainable_variables()])
show(first, second)
fixed = feature_column_lib.DenseFeatures(columns, trainable=False, name="fixed")
print(fixed(features).shape, fixed.name)
print([variable.name for variable in tf.trainable_variables()])
print([variable.name for variable in tf.global_variables()])
for make in (
    lambda: layer([features]),
    lambda: feature_column_lib.DenseFeatures([kind]),
    lambda: feature_column_lib.DenseFeatures([column.numeric_column("x"), "x"]),
    lambda: feature_column_lib.DenseFeatures([column.numeric_column("x")] * 2),
    lambda: feature_column_lib.DenseFeatures([]),
):
    try:
        make()
        print("made")
    except (TypeError, ValueError) as error:
        words_of(error)

words = column.sequence_categorical_column_with_vocabulary_list("words", ["a", "b"])
PLACES = [[0, 0], [0, 1], [0, 2], [1, 0]]
sequences = {
    "n": tf.SparseTensor(PLACES, [1.0, 2.0, 3.0, 4.0], [2, 3]),
    "words": tf.SparseTensor(PLACES, ["a", "b", "b", "b"], [2, 3]),
}
layer = feature_column_lib.SequenceFeatures(
    [
        column.embedding_column(words, 2, initializer=tf.ones_initializer()),
        column.sequence_numeric_column("n"),
        column.indicator_column(words),
    ]
)
values, lengths = layer(sequences)
print(values.dtype.name, lengths.dtype.name, layer.name)
print([variable.name for variable in tf.trainable_variables()][-1])
show(values, lengths)
for make in (
    lambda: layer([sequences]),
    lambda: feature_column_lib.SequenceFeatures([column.numeric_column("x")])(sequences),
):
    try:
        make()
    except (TypeError, ValueError) as error:
        words_of(error)
