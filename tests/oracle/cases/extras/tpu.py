"""`contrib.tpu`: its names, what works without a TPU, and what is refused."""

import tempfile

import numpy as np

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.observe import run
from tests.oracle.signatures import public, signatures

tpu = contrib.tpu

# What has advice instead.
UNUSED = ("AsyncCheckpointSaverHook", "TPUDistributionStrategy", "keras_to_tpu_model", "profiler")
# Each has more arguments now.
LONGER = (
    "InfeedQueue",
    "device_assignment",
    "TPUConfig",
    "batch_parallel",
    "bfloat16_scope",
    "initialize_system",
    "replicate",
    "rewrite",
    "shard",
)


def first(names):
    """Arguments of those that take what they took."""
    return {
        n: s
        for n, s in signatures(tpu).items()
        if n not in UNUSED + LONGER + ("InputPipelineConfig",)
    }


def model_fn(features, labels, mode, params):
    """One weight, on the CPU."""
    weight = tf.get_variable("w", [], initializer=tf.ones_initializer())
    given = features["x"] * weight
    predictions = {"p": given, "n": given * params["batch_size"]}
    if mode == "infer":
        return tpu.TPUEstimatorSpec(mode, predictions=predictions)
    loss = tf.reduce_mean((given - labels) ** 2)
    optimizer = tf.train.GradientDescentOptimizer(0.1)
    step = optimizer.minimize(loss, tf.train.get_or_create_global_step())
    metrics = (lambda x: {"m": tf.metrics.mean(x)}, [given])
    return tpu.TPUEstimatorSpec(
        mode,
        predictions=predictions,
        loss=loss,
        train_op=step,
        eval_metrics=metrics,
    )


def inputs(params):
    """Two rows, a batch each."""
    data = {"x": np.array([[1.0], [2.0]], np.float32)}
    rows = tf.data.Dataset.from_tensor_slices((data, np.array([[3.0], [1.0]], np.float32)))
    return rows.repeat(2).batch(params["batch_size"], drop_remainder=True)


def estimated():
    """A `TPUEstimator` with `use_tpu=False`."""
    config = tpu.RunConfig(
        model_dir=tempfile.mkdtemp(), tpu_config=tpu.TPUConfig(iterations_per_loop=2)
    )
    estimator = tpu.TPUEstimator(
        model_fn,
        config=config,
        use_tpu=False,
        train_batch_size=2,
        eval_batch_size=2,
        predict_batch_size=1,
    )
    estimator.train(inputs, steps=2)
    return [
        estimator.evaluate(inputs, steps=1),
        [row for row, _ in zip(estimator.predict(inputs), range(2))],
        config.tpu_config.iterations_per_loop,
    ]


def typed():
    """Variables in `bfloat16_scope`."""
    with tpu.bfloat16_scope():
        value = tf.get_variable("v", [2], dtype=tf.bfloat16, initializer=tf.ones_initializer())
    return [value.dtype.base_dtype.name, [v.dtype.name[:7] for v in tf.global_variables()]]


def cases():
    """What can be had without a TPU."""
    yield "names", lambda: [n for n in public(tpu) if n not in UNUSED]
    yield "signatures", lambda: first(public(tpu))
    yield (
        "longer",
        lambda: {n: [a for a in signatures(tpu)[n] if not a.startswith(MORE)] for n in LONGER},
    )
    yield "estimator", estimated
    yield "bfloat16", typed
    yield "core", lambda: tpu.core(3)
    yield (
        "while_loop",
        lambda: run(tpu.while_loop(lambda i: i < 5, lambda i: [i + 2], [tf.constant(0)])),
    )
    yield "repeat", lambda: run(tpu.repeat(3, lambda x: [x * 2], [tf.constant(1)]))
    optimizer = tf.train.GradientDescentOptimizer(0.1)
    yield "optimizer", lambda: tpu.CrossShardOptimizer(optimizer).get_name()
    yield "optimizer reduction", lambda: tpu.CrossShardOptimizer(optimizer, "sum")
    yield "optimizer alone", lambda: minimized(optimizer)
    yield "sum", lambda: tpu.cross_replica_sum(tf.ones([2]), [[0]]).op.type
    yield "enqueue", lambda: tpu.infeed_enqueue(tf.ones([2]), [2]).type
    yield "enqueue tuple", lambda: tpu.infeed_enqueue_tuple([tf.ones([2])], [[2]]).type
    yield "dequeue", lambda: tpu.infeed_dequeue(tf.float32, [2])
    yield "dequeue tuple", lambda: tpu.infeed_dequeue_tuple([tf.float32], [[2]])[0]
    yield "outfeed", lambda: tpu.outfeed_enqueue(tf.ones([2])).type
    yield "outfeed tuple", lambda: tpu.outfeed_enqueue_tuple([tf.ones([2])]).type
    yield "outfeed dequeue", lambda: tpu.outfeed_dequeue(tf.float32, [2])
    yield "outfeed dequeue tuple", lambda: tpu.outfeed_dequeue_tuple([tf.float32], [[2]])[0]
    yield "systems", lambda: [tpu.initialize_system().op.type, tpu.shutdown_system().type]
    yield "queue", lambda: tpu.InfeedQueue(number_of_tuple_elements=2).number_of_tuple_elements
    yield "queue of nothing", lambda: tpu.InfeedQueue()
    yield "topology", lambda: tpu.Topology(mesh_shape=[2], device_coordinates=np.zeros([1, 1, 1]))
    yield (
        "pipelines",
        lambda: [
            tpu.InputPipelineConfig.PER_SHARD_V1,
            tpu.InputPipelineConfig.PER_HOST_V1,
            tpu.InputPipelineConfig.PER_HOST_V2,
            tpu.InputPipelineConfig.BROADCAST,
        ],
    )
    yield (
        "by their paths",
        lambda: [
            getattr(module("tpu.python.tpu." + path), name) is getattr(tpu, name)
            for path, name in (
                ("tpu_optimizer", "CrossShardOptimizer"),
                ("tpu_config", "RunConfig"),
                ("tpu_config", "TPUConfig"),
                ("tpu_estimator", "TPUEstimator"),
                ("tpu_estimator", "TPUEstimatorSpec"),
                ("bfloat16", "bfloat16_scope"),
                ("training_loop", "repeat"),
                ("tpu", "rewrite"),
                ("tpu_feed", "InfeedQueue"),
            )
        ],
    )


MORE = (
    "device_order_mode",
    "number_of_partitions",
    "compilation_failure",
    "experimental_allow",
    "experimental_feed",
    "name",
    "padding_spec",
    "tpu_cancellation",
    "xla_options",
)


def minimized(optimizer):
    """A `CrossShardOptimizer` outside of a TPU."""
    v = tf.get_variable("v", initializer=2.0)
    return tpu.CrossShardOptimizer(optimizer).minimize(v * v).type
