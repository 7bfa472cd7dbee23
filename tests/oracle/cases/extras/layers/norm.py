"""Batch, layer, instance and group normalization.

Runs unchanged under TF 1.15.5 and under this package.
"""

import functools

import numpy as np

from tests.oracle.legacy import layers, tf

from .facts import Layer, image, rows

__all__ = ["CASES"]


def norm(layer, inputs, **kwargs):
    return lambda: layer(inputs(), **kwargs)


OTHERS = {
    "instance_norm": norm(layers.instance_norm, image, activation_fn=tf.nn.relu),
    "instance_norm/plain": norm(layers.instance_norm, image, center=False, scale=False, scope="i"),
    "instance_norm/first": norm(
        layers.instance_norm, functools.partial(image, 2, 3, 4, 4), data_format="NCHW"
    ),
    "group_norm": norm(layers.group_norm, functools.partial(image, 2, 3, 3, 4), groups=2),
    "group_norm/axes": norm(
        layers.group_norm,
        functools.partial(image, 2, 4, 3, 3),
        groups=2,
        channels_axis=1,
        reduction_axes=[2, 3],
        mean_close_to_zero=True,
        outputs_collections="o",
    ),
    "layer_norm": norm(layers.layer_norm, rows, activation_fn=tf.nn.relu),
    "layer_norm/image": norm(layers.layer_norm, image, center=False, scope="n"),
    "layer_norm/axes": norm(
        layers.layer_norm, image, begin_norm_axis=2, begin_params_axis=-2, variables_collections="v"
    ),
}

BATCH_NORM = {
    "plain": {},
    "scale": {"scale": True, "activation_fn": tf.nn.relu, "scope": "n"},
    "evaluated": {"is_training": False, "scale": True},
    "no_center": {"center": False, "decay": 0.5},
    "unfused": {"fused": False, "scale": True, "decay": 0.5},
    "fused": {"fused": True, "epsilon": 0.01, "decay": 0.5},
    "at_once": {"updates_collections": None, "decay": 0.5},
    "own_collection": {"updates_collections": "mine"},
    "debiased": {"zero_debias_moving_mean": True},
    "weighted": {"batch_weights": np.array([1.0, 2.0], np.float32), "scale": True},
    "collections": {"variables_collections": ["vs"], "outputs_collections": "o"},
    "by_name": {
        "variables_collections": {"beta": ["b"], "moving_mean": ["m"]},
        "param_regularizers": {"beta": layers.l2_regularizer(0.1)},
    },
    "initialized": {
        "scale": True,
        "param_initializers": {
            "beta": tf.constant_initializer(0.5),
            "gamma": tf.constant_initializer(2.0),
            "moving_mean": tf.constant_initializer(0.1),
            "moving_variance": tf.constant_initializer(3.0),
        },
        "is_training": False,
    },
    "frozen": {"trainable": False},
    "renorm": {"renorm": True, "renorm_decay": 0.5, "scale": True, "decay": 0.5},
    "clipped": {
        "renorm": True,
        "renorm_clipping": {"rmin": 0.5, "rmax": 1.5, "dmax": 0.2},
        "fused": False,
    },
}


def batch_norm(inputs, kwargs, training=None):
    def build():
        given = dict(kwargs)
        if "batch_weights" in given:
            given["batch_weights"] = tf.constant(given["batch_weights"])
        if training is not None:
            given["is_training"] = tf.placeholder_with_default(training, [])
        return layers.batch_norm(inputs(), **given)

    return build


CASES = {name: Layer(build) for name, build in OTHERS.items()}
for label, kwargs in BATCH_NORM.items():
    CASES["batch_norm/" + label] = Layer(batch_norm(image, kwargs), gradients=True)
pairs = functools.partial(rows, 4, 3)
CASES["batch_norm/rank2"] = Layer(batch_norm(pairs, {"decay": 0.5, "scale": True}), gradients=True)
cube = functools.partial(image, 2, 3, 4)
CASES["batch_norm/rank3"] = Layer(batch_norm(cube, {"decay": 0.5}), gradients=True)
CASES["batch_norm/volume"] = Layer(batch_norm(functools.partial(image, 2, 2, 2, 2, 3), {}))
channels_first = functools.partial(image, 2, 3, 4, 4)
CASES["batch_norm/first"] = Layer(
    batch_norm(channels_first, {"data_format": "NCHW", "fused": False, "decay": 0.5})
)
for label in ("plain", "unfused", "renorm", "at_once", "weighted"):
    for training in (True, False):
        CASES["batch_norm/%s_fed_%s" % (label, training)] = Layer(
            batch_norm(image, BATCH_NORM[label], training)
        )
