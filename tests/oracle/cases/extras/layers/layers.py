"""The layers of contrib.layers, their initializers, regularizers and summaries.

Runs unchanged under TF 1.15.5 and under this package.
"""

import functools

import numpy as np

from tests.oracle.legacy import (
    contrib,
    encoders,
    layers,
    layers_module,
    rev_block_lib,
    summaries,
    tf,
    utils,
)

from .bad import CASES as BAD
from .facts import Layer, image, pattern, rows
from .norm import CASES as NORM
from .optimize import CASES as OPTIMIZE
from .targets import CASES as TARGETS

arg_scope = contrib.framework.arg_scope


def unknown(dtype=np.float32, shape=(None, 3)):
    value = pattern(*[4 if s is None else s for s in shape]).astype(dtype)
    return tf.placeholder_with_default(tf.constant(value), shape, name="given")


EVERYTHING = {
    "weights_regularizer": layers.l2_regularizer(0.1),
    "biases_regularizer": layers.l1_regularizer(0.2),
    "outputs_collections": "outs",
    "variables_collections": {"weights": ["ws"], "biases": ["bs"]},
}
BARE = {"biases_initializer": None, "activation_fn": None}
NORMED = {"normalizer_fn": layers.batch_norm, "normalizer_params": {"scale": True}}

VARIANTS = (("plain", {}), ("full", EVERYTHING), ("normed", NORMED), ("bare", BARE))

# name -> (layer, inputs, positional arguments)
WITH_WEIGHTS = {
    "fully_connected": (layers.fully_connected, rows, (4,)),
    "conv1d": (layers.conv1d, functools.partial(image, 2, 6, 3), (4, 3)),
    "conv2d": (layers.conv2d, image, (3, 3)),
    "conv3d": (layers.conv3d, functools.partial(image, 1, 3, 4, 4, 2), (3, 2)),
    "conv2d_in_plane": (layers.conv2d_in_plane, image, (3,)),
    "conv2d_transpose": (layers.conv2d_transpose, image, (3, 3)),
    "conv3d_transpose": (
        layers.conv3d_transpose,
        functools.partial(image, 1, 2, 3, 3, 2),
        (3, 2),
    ),
    "separable_conv2d": (layers.separable_conv2d, image, (3, 3)),
    "convolution": (layers.convolution, image, (3, 2)),
}


def scoped_calls():
    with arg_scope([layers.fully_connected, layers.conv2d], activation_fn=tf.nn.tanh):
        with arg_scope([layers.fully_connected], weights_regularizer=layers.l2_regularizer(0.5)):
            one = layers.fully_connected(rows(), 2)
        return one, layers.fully_connected(one, 2), layers.conv2d(image(), 2, 1, scope="c")


def reused(layer, inputs, arguments):
    with tf.variable_scope("outer"):
        one = layer(inputs(), *arguments, scope="s")
    with tf.variable_scope("outer", reuse=True):
        return one, layer(inputs(), *arguments, scope="s")


def reused_by_argument():
    one = layers.fully_connected(rows(), 2, scope="s")
    return one, layers.fully_connected(rows(), 2, scope="s", reuse=True)


def gradient_scale():
    x = tf.Variable(2.0, name="x")
    return layers.scale_gradient(x * 3.0, tf.constant(0.25))


def rev(block):
    def f(x):
        return layers.fully_connected(x, 3, scope="f")

    def g(x):
        return layers.fully_connected(x, 3, scope="g", activation_fn=None)

    return lambda: block(rows(), rows() * 2.0, f, g)


def recomputed():
    @rev_block_lib.recompute_grad
    def twice(x):
        return layers.fully_connected(layers.fully_connected(x, 3), 2)

    with tf.variable_scope("kept", use_resource=True):
        return twice(rows())


def doubled(x, scope):
    return tf.multiply(x, 2.0, name=scope)


def summarized():
    y = layers.fully_connected(rows(), 2)
    tf.add_to_collection("kept", y)
    layers.summarize_activation(y)
    layers.summarize_tensor(tf.reduce_sum(y), "total")
    layers.summarize_tensors([tf.identity(y, "one"), tf.identity(tf.reduce_sum(y), "two")])
    layers.summarize_collection("kept")
    layers.summarize_collection("kept", name_filter="nothing")
    summaries.summarize_variables()
    summaries.summarize_weights()
    summaries.summarize_biases()
    tf.add_to_collection(tf.GraphKeys.ACTIVATIONS, tf.sigmoid(y, name="act"))
    layers.summarize_activations()
    return y


def regularized():
    a = tf.get_variable("a", initializer=pattern(2, 2))
    b = tf.get_variable("b", initializer=pattern(3))
    penalty = layers.sum_regularizer(
        [
            layers.l1_regularizer(0.5),
            layers.l2_regularizer(0.25),
            layers.l1_l2_regularizer(0.1, 0.2),
        ]
    )
    return {
        "sum": penalty(a),
        "none": layers.l1_regularizer(0.0)(a),
        "mixed": layers.l1_l2_regularizer(0.0, 0.5)(b),
        "empty": layers.sum_regularizer([]),
        "apply": layers.apply_regularization(layers.l2_regularizer(0.5), [a, b]),
    }


def initialized():
    made = {
        "xavier": layers.xavier_initializer(seed=3),
        "xavier_normal": layers.xavier_initializer(uniform=False, seed=3),
        "conv": layers.xavier_initializer_conv2d(seed=3),
        "in": layers.variance_scaling_initializer(seed=3),
        "out": layers.variance_scaling_initializer(1.0, "FAN_OUT", True, 3),
        "average": layers.variance_scaling_initializer(1.0, "FAN_AVG", True, 3, tf.float64),
    }
    tensors = {k: v([40, 50]) for k, v in made.items()}
    spread = {k: tf.reduce_max(tf.abs(v)) for k, v in tensors.items()}
    return {
        # The random numbers themselves differ between releases; a uniform one's limits do not.
        k: [v.dtype.name, v.shape.as_list()]
        for k, v in tensors.items()
    }, [tf.less(abs(spread["xavier"] - (6.0 / 90) ** 0.5), 1e-3)]


def helpers():
    y = tf.identity(rows(), name="y")
    utils.collect_named_outputs("c", "alias", y)
    utils.append_tensor_alias(y, "other")
    flag = tf.placeholder_with_default(True, [])
    return {
        "aliases": utils.get_tensor_aliases(y),
        "gathered": utils.gather_tensors_aliases([y]),
        "collection": sorted(utils.convert_collection_to_dict("c")),
        "constant": int(utils.constant_value(tf.constant(3))),
        "of_bool": utils.constant_value(True),
        "two": [utils.two_element_tuple(v) for v in (3, [1, 2], tf.TensorShape([4, 5]))],
        "n": [utils.n_positive_integers(3, 2), utils.n_positive_integers(2, [4, 5])],
        "channel": utils.channel_dimension(tf.TensorShape([1, 2, 3, 4]), "NCHW"),
        "last": utils.last_dimension(tf.TensorShape([1, 2, 3, 4]), 2),
        "collections": [
            utils.get_variable_collections(v, "weights")
            for v in (None, ["a"], {"weights": ["b"]}, {"other": ["c"]})
        ],
        "static": utils.static_cond(True, lambda: 1, lambda: 2),
        "smart": [
            utils.smart_cond(True, lambda: tf.constant(1), lambda: tf.constant(2)),
            utils.smart_cond(flag, lambda: tf.constant(1), lambda: tf.constant(2)),
        ],
    }


def sequences():
    ids = tf.constant([[0, 1, 1], [2, 3, 0]])
    return {
        "plain": encoders.embed_sequence(ids, 4, 2, scope="e"),
        "unique": encoders.embed_sequence(ids, 4, 2, unique=True, scope="u"),
        "again": encoders.embed_sequence(ids, scope="e", reuse=True),
        "bow": encoders.bow_encoder(ids, 4, 2, scope="b"),
        "dense_bow": encoders.bow_encoder(ids, 4, 2, sparse_lookup=False, scope="d"),
        "unnamed": layers.embed_sequence(ids, 4, 2, regularizer=layers.l2_regularizer(0.1)),
    }


BUILD = {
    "scoped": scoped_calls,
    "reused_by_argument": reused_by_argument,
    "fully_connected/rank3": lambda: layers.fully_connected(image(2, 3, 4), 2),
    "fully_connected/unknown_batch": lambda: layers.fully_connected(unknown(), 2),
    "fully_connected/float64": lambda: layers.fully_connected(unknown(np.float64), 2),
    "fully_connected/no_bias": lambda: layers.linear(rows(), 2, biases_initializer=None),
    "fully_connected/frozen": lambda: layers.fully_connected(
        rows(), 2, trainable=False, weights_initializer=tf.constant_initializer(0.5)
    ),
    "relu": lambda: [layers.relu(rows(), 2), layers.relu6(rows(), 2), layers.elu(rows(), 2)],
    "conv2d/same_stride": lambda: layers.conv2d(image(), 2, [3, 2], stride=2),
    "conv2d/valid": lambda: layers.conv2d(image(), 2, 2, padding="VALID", scope="c"),
    "conv2d/rate": lambda: layers.conv2d(image(), 2, 2, rate=2, padding="VALID"),
    "conv2d/name": lambda: layers.conv2d(image(), 2, 1, activation_fn=None),
    "conv2d_transpose/stride": lambda: layers.conv2d_transpose(image(), 2, 3, 2),
    "conv2d_transpose/valid": lambda: layers.conv2d_transpose(image(), 2, 3, 2, padding="VALID"),
    "conv2d_in_plane/stride": lambda: layers.conv2d_in_plane(image(), [2, 3], stride=2),
    "separable_conv2d/depth_only": lambda: layers.separable_conv2d(image(), None, 3, 2),
    "separable_conv2d/stride": lambda: layers.separable_conv2d(image(), 2, 3, 2, stride=2),
    "separable_conv2d/rate": lambda: layers.separable_conv2d(image(), 2, 2, 1, rate=2),
    "bias_add": lambda: layers.bias_add(rows(), activation_fn=tf.nn.relu),
    "bias_add/regularized": lambda: layers.bias_add(
        image(), regularizer=layers.l2_regularizer(0.1), outputs_collections="o"
    ),
    "pools": lambda: {
        "avg2": layers.avg_pool2d(image(), 2, outputs_collections="o"),
        "max2": layers.max_pool2d(image(), [2, 3], 1, "SAME"),
        "avg3": layers.avg_pool3d(image(1, 4, 4, 4, 2), 2),
        "max3": layers.max_pool3d(image(1, 4, 4, 4, 2), [2, 2, 2], 2, "SAME"),
        "pool": layers_module.pool(image(), [2, 2], "AVG", stride=2),
        "dilated": layers_module.pool(image(), [2, 2], "MAX", dilation_rate=2),
    },
    "shapes": lambda: {
        "flatten": layers.flatten(image(), "o"),
        "unknown": layers.flatten(unknown(shape=(None, 2, 3))),
        "one_hot": layers.one_hot_encoding(tf.constant([0, 2]), 3, 5.0, -1.0, "o"),
        "to_sequence": layers.images_to_sequence(image()),
        "to_images": layers.sequence_to_images(image(4, 6, 3), 3),
        "first": layers.sequence_to_images(image(4, 6, 3), 3, "channels_first"),
        "sparse": layers.dense_to_sparse(tf.constant([[1, 0], [2, 3]])),
        "eos": layers.dense_to_sparse(tf.constant([[1, 0], [2, 3]]), eos_token=2),
        "maxout": layers.maxout(rows(4, 6), 3),
        "maxout_axis": layers.maxout(image(2, 4, 3), 2, axis=1, scope="m"),
        "unit": layers.unit_norm(image(), 1),
        "softmax": layers.softmax(image()),
        "spatial": layers.spatial_softmax(image()),
        "poincare": layers_module.poincare_normalize(rows()),
        "kept": layers.dropout(rows(), 1.0),
        "evaluated": layers.dropout(rows(), 0.2, is_training=False, outputs_collections="o"),
        "is_training": layers.dropout(rows(), 0.2, is_training=tf.constant(False)),
    },
    "spatial_softmax/variable": lambda: layers.spatial_softmax(image(), name="s"),
    "spatial_softmax/given": lambda: layers.spatial_softmax(image(), temperature=2.0),
    "repeat": lambda: layers.repeat(rows(), 3, layers.fully_connected, 2, scope="r"),
    "repeat/unnamed": lambda: layers.repeat(image(), 2, layers.conv2d, 2, 1),
    "repeat/other": lambda: layers.repeat(rows(), 2, doubled),
    "stack": lambda: layers.stack(rows(), layers.fully_connected, [3, 2], scope="s"),
    "stack/tuples": lambda: layers.stack(image(), layers.conv2d, [(2, 1), (3, [1, 1])]),
    "stack/kwargs": lambda: layers.stack(
        rows(), layers.relu, [3, 2], weights_regularizer=layers.l2_regularizer(0.1)
    ),
    "stack/by_name": lambda: layers.stack(rows(), layers.relu, [3, 2], activation_fn=tf.nn.elu),
    "legacy": lambda: [
        layers.legacy_fully_connected(rows(), 2, tf.nn.relu, name="l"),
        layers.legacy_linear(image(2, 3, 4), 2),
        layers.legacy_relu(
            rows(), 2, bias_init=None, weight_regularizer=layers.l2_regularizer(1.0)
        ),
    ],
    "gdn": lambda: layers.gdn(image()),
    "gdn/inverse": lambda: layers.gdn(image(), inverse=True, name="g"),
    "gdn/class": lambda: layers.GDN(name="own")(image()),
    "dropout/shapeless": lambda: layers.dropout(
        tf.placeholder_with_default(pattern(2, 2), None), 1.0
    ),
    "scale_gradient": gradient_scale,
    "rev_block": rev(functools.partial(layers.rev_block, num_layers=2)),
    "rev_block/evaluated": rev(functools.partial(layers.rev_block, is_training=False)),
    "recompute_grad": recomputed,
    "summaries": summarized,
    "regularizers": regularized,
    "initializers": initialized,
    "utils": helpers,
    "encoders": sequences,
}

CASES = dict(BAD, **OPTIMIZE)
CASES.update(TARGETS)
CASES.update(NORM)
CASES.update({name: Layer(build) for name, build in BUILD.items()})
for name in ("gdn", "gdn/inverse", "scale_gradient", "rev_block", "recompute_grad"):
    CASES[name] = Layer(BUILD[name], gradients=True)
CASES["initializers"] = Layer(initialized, assign=False)
for name, (layer, inputs, arguments) in WITH_WEIGHTS.items():
    for label, kwargs in VARIANTS:
        CASES["%s/%s" % (name, label)] = Layer(
            lambda f=layer, i=inputs, a=arguments, k=kwargs: f(i(), *a, **k), gradients=True
        )
    CASES[name + "/reused"] = Layer(functools.partial(reused, layer, inputs, arguments))
