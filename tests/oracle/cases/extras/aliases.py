"""Packages of contrib that TensorFlow 2 keeps the parts of, one thing computed with each."""

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run


def _twice_if_positive(x):
    if x > 0:
        return x * 2
    return x


def _mirrored():
    strategy = contrib.distribute.MirroredStrategy(num_gpus=0)
    with strategy.scope():
        in_scope = contrib.distribute.has_strategy()
        variable = tf.get_variable("v", initializer=2.0)
    return [strategy.num_replicas_in_sync, in_scope, variable.dtype.name]


def _summaries():
    old = contrib.deprecated
    ops = [
        old.scalar_summary("a", 1.0),
        old.scalar_summary(["a", "b"], [1.0, 2.0], name="n"),
        old.histogram_summary("h", [1.0, 2.0]),
        old.image_summary("i", tf.zeros([1, 2, 2, 1])),
        old.audio_summary("s", tf.zeros([1, 4]), 8000.0),
        old.merge_all_summaries(),
    ]
    return [[op.name.split("/")[-1], op.op.type] for op in ops] + [run(ops[:2])]


def _quantized():
    low, high = tf.constant(-1.0), tf.constant(1.0)
    quantization = contrib.quantization
    values = quantization.quantize_v2([-1.0, 0.0, 0.5], low, high, tf.quint8)
    return run(quantization.dequantize(values[0], values[1], values[2]))


def _strategies():
    made = (
        contrib.distribute.OneDeviceStrategy("/cpu:0"),
        contrib.distribute.ParameterServerStrategy(),
        contrib.distribute.CollectiveAllReduceStrategy(),
    )
    return [strategy.num_replicas_in_sync for strategy in made]


CASES = {
    "autograph.to_graph": lambda: run(
        [contrib.autograph.to_graph(_twice_if_positive)(tf.constant(x)) for x in (3, -3)]
    ),
    "autograph.convert": lambda: run(
        contrib.autograph.convert()(_twice_if_positive)(tf.constant(3))
    ),
    "deprecated": _summaries,
    "distribute.DistributeConfig": lambda: str(contrib.distribute.DistributeConfig()),
    "distribute.MirroredStrategy": _mirrored,
    "distribute.MirroredStrategy devices twice": lambda: contrib.distribute.MirroredStrategy(
        ["/cpu:0"], num_gpus=1
    ),
    "distribute.MirroredStrategy GPUs twice": lambda: contrib.distribute.MirroredStrategy(
        num_gpus=1, num_gpus_per_worker=1
    ),
    "distribute strategies": _strategies,
    "keras": lambda: run(
        contrib.keras.backend.categorical_crossentropy(
            tf.constant([[0.0, 1.0]]), tf.constant([[0.25, 0.75]])
        )
    ),
    "keras.losses": lambda: run(
        contrib.keras.losses.hinge(
            tf.constant(np.float32([[-1.0, 1.0]])), tf.constant([[0.3, 0.4]])
        )
    ),
    "quantization": _quantized,
}
