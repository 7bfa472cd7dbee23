"""The nets of the native benchmarks in plain TensorFlow 2: a loop by hand, and Keras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks import native_models, net
from benchmarks.native_models import DIMENSIONS, IDS, SIZES, STEPS, WORDS
from tf_spec_compat._tf import tf

Turn = Callable[[], bool]
Update = Callable[[Any], None]


def by_hand(turn: Turn, kind: str, batch: str) -> None:
    """A loop in a `tf.function`, with a `GradientTape` and the optimizer's raw operations."""
    tf.random.set_seed(1)
    is_sparse = kind == "sparse"
    sizes = (DIMENSIONS, net.CLASSES) if is_sparse else SIZES[kind]
    layers = [
        (_drawn(size, width), tf.Variable(tf.zeros([width])))
        for size, width in zip(sizes, sizes[1:])
    ]
    variables = [variable for layer in layers for variable in layer]
    table = _drawn(WORDS, DIMENSIONS) if is_sparse else None
    if table is not None:
        variables.append(table)
    update = _adagrad(variables) if is_sparse else _adam(variables)
    global_step = tf.Variable(0, dtype=tf.int64)

    @tf.function
    def steps(iterator: Any) -> Any:
        loss = tf.constant(0.0)
        for _ in tf.range(STEPS):
            x, labels = next(iterator)
            with tf.GradientTape() as tape:
                if table is not None:
                    x = tf.reduce_mean(tf.nn.embedding_lookup(table, x), 1)
                for index, (weights, biases) in enumerate(layers):
                    x = tf.matmul(x, weights) + biases
                    if index < len(layers) - 1:
                        x = tf.nn.relu(x)
                losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, x)
                loss = tf.reduce_mean(losses)
            update(tape.gradient(loss, variables))
            global_step.assign_add(1)
        return loss

    iterator, going = iter(native_models.dataset(kind, int(batch))), True
    while going:
        float(steps(iterator))
        going = turn()


def _drawn(size: int, width: int) -> Any:
    return tf.Variable(tf.random.normal([size, width], stddev=(2 / (size + width)) ** 0.5))


def _adam(variables: list[Any]) -> Update:
    moments = [(tf.Variable(tf.zeros_like(v)), tf.Variable(tf.zeros_like(v))) for v in variables]
    powers = tf.Variable(0.9), tf.Variable(0.999)

    def update(gradients: Any) -> None:
        for variable, gradient, (m, v) in zip(variables, gradients, moments):
            tf.raw_ops.ResourceApplyAdam(
                var=variable.handle,
                m=m.handle,
                v=v.handle,
                beta1_power=powers[0],
                beta2_power=powers[1],
                lr=0.001,
                beta1=0.9,
                beta2=0.999,
                epsilon=1e-8,
                grad=gradient,
            )
        powers[0].assign(powers[0] * 0.9)
        powers[1].assign(powers[1] * 0.999)

    return update


def _adagrad(variables: list[Any]) -> Update:
    sums = [tf.Variable(tf.fill(v.shape, 0.1)) for v in variables]

    def update(gradients: Any) -> None:
        for variable, gradient, accumulator in zip(variables, gradients, sums):
            given = {"var": variable.handle, "accum": accumulator.handle, "lr": 0.1}
            if isinstance(gradient, tf.IndexedSlices):
                rows, places = tf.unique(gradient.indices)
                total = tf.math.unsorted_segment_sum(gradient.values, places, tf.size(rows))
                tf.raw_ops.ResourceSparseApplyAdagrad(**given, grad=total, indices=rows)
            else:
                tf.raw_ops.ResourceApplyAdagrad(**given, grad=gradient)

    return update


def keras(turn: Turn, kind: str, batch: str) -> None:
    """`fit` of Keras as it comes: a step for each call from Python."""
    layers = tf.keras.layers
    if kind == "sparse":
        stack = [layers.Embedding(WORDS, DIMENSIONS), layers.GlobalAveragePooling1D()]
        shape, sizes, optimizer = (IDS,), (net.CLASSES,), tf.keras.optimizers.Adagrad(0.1)
    else:
        stack, shape, sizes = [], (64,), SIZES[kind][1:]
        optimizer = tf.keras.optimizers.Adam()
    stack += [layers.Dense(width, activation="relu") for width in sizes[:-1]]
    model = tf.keras.Sequential([tf.keras.Input(shape), *stack, layers.Dense(sizes[-1])])
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer, loss)

    class Pacer(tf.keras.callbacks.Callback):
        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            self.model.stop_training = not turn()

    model.fit(
        native_models.dataset(kind, int(batch)),
        steps_per_epoch=STEPS,
        epochs=10**6,
        verbose=0,
        callbacks=[Pacer()],
    )
