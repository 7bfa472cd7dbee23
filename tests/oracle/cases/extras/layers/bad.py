"""What the layers refuse.

Runs unchanged under TF 1.15.5 and under this package.
"""

import numpy as np

from tests.oracle.legacy import encoders, layers, layers_module, tf, utils

from .facts import attempt, pattern

__all__ = ["CASES"]


def rows(shape=(4, 3)):
    return tf.constant(pattern(*shape))


def image():
    return rows((2, 5, 5, 3))


def shapeless(shape=None):
    return tf.placeholder(tf.float32, shape)


LAYERS = {
    "fully_connected": lambda *a, **k: layers.fully_connected(*a, **k),
    "conv2d": lambda x, n, **k: layers.conv2d(x, n, 3, **k),
    "batch_norm": lambda x, n, **k: layers.batch_norm(x, **k),
    "bias_add": lambda x, n, **k: layers.bias_add(x, **k),
    "layer_norm": lambda x, n, **k: layers.layer_norm(x, **k),
    "instance_norm": lambda x, n, **k: layers.instance_norm(x, **k),
    "group_norm": lambda x, n, **k: layers.group_norm(x, **dict({"groups": 3}, **k)),
    "separable_conv2d": lambda x, n, **k: layers.separable_conv2d(x, n, 3, 1, **k),
    "conv2d_transpose": lambda x, n, **k: layers.conv2d_transpose(x, n, 3, **k),
    "conv2d_in_plane": lambda x, n, **k: layers.conv2d_in_plane(x, 3, **k),
    "max_pool2d": lambda x, n, **k: layers.max_pool2d(x, 2, **k),
    "flatten": lambda x, n, **k: layers.flatten(x, **k),
    "spatial_softmax": lambda x, n, **k: layers.spatial_softmax(x, **k),
    "legacy_fully_connected": lambda x, n, **k: layers.legacy_fully_connected(x, n, **k),
    "unit_norm": lambda x, n, **k: layers.unit_norm(x, 1, **k),
    "maxout": lambda x, n, **k: layers.maxout(x, n, **k),
    "softmax": lambda x, n, **k: layers.softmax(x, **k),
    "gdn": lambda x, n, **k: layers.gdn(x, **k),
}

INPUTS = {
    "none": lambda: None,
    "text": lambda: tf.constant(["a"]),
    "scalar": lambda: tf.constant(1.0),
    "vector": lambda: rows((3,)),
    "matrix": rows,
    "cube": lambda: rows((2, 3, 4)),
    "integers": lambda: tf.constant([[1, 2, 3]]),
    "shapeless": shapeless,
    "no_channels": lambda: shapeless([None, 4, 4, None]),
    "no_columns": lambda: shapeless([4, None]),
    "sparse": lambda: tf.SparseTensor([[0, 0]], [1.0], [2, 3]),
    "list": lambda: [[1.0, 2.0], [3.0, 4.0]],
}

CALLS = {
    "fully_connected/no_outputs": lambda: layers.fully_connected(rows(), None),
    "fully_connected/text_outputs": lambda: layers.fully_connected(rows(), "a"),
    "fully_connected/float_outputs": lambda: layers.fully_connected(rows(), 2.5),
    "fully_connected/negative": lambda: layers.fully_connected(rows(), -1),
    "fully_connected/not_there": lambda: layers.fully_connected(rows(), 2, reuse=True, scope="n"),
    "fully_connected/twice": lambda: [
        layers.fully_connected(rows(), n, scope="s", reuse=tf.AUTO_REUSE) for n in (2, 3)
    ],
    "fully_connected/twice_without_reuse": lambda: [
        layers.fully_connected(rows(), 2, scope="s") for _ in range(2)
    ],
    "fully_connected/unknown_argument": lambda: layers.fully_connected(rows(), 2, units=3),
    "conv2d/format": lambda: layers.conv2d(image(), 2, 3, data_format="XX"),
    "conv2d/padding": lambda: layers.conv2d(image(), 2, 3, padding="XX"),
    "conv2d/kernel": lambda: layers.conv2d(image(), 2, [3, 3, 3]),
    "conv2d/stride_and_rate": lambda: layers.conv2d(image(), 2, 3, stride=2, rate=2),
    "convolution/dimensions": lambda: layers.convolution(image(), 2, 3, conv_dims=3),
    "convolution/too_many": lambda: layers.convolution(rows((1, 2, 2, 2, 2, 2)), 2, 3),
    "conv2d_transpose/format": lambda: layers.conv2d_transpose(image(), 2, 3, data_format="XX"),
    "max_pool2d/format": lambda: layers.max_pool2d(image(), 2, data_format="XX"),
    "avg_pool3d/format": lambda: layers.avg_pool3d(image(), 2, data_format="XX"),
    "pool/type": lambda: layers_module.pool(image(), [2, 2], "XX"),
    "bias_add/format": lambda: layers.bias_add(image(), data_format="XX"),
    "batch_norm/format": lambda: layers.batch_norm(image(), data_format="XX"),
    "batch_norm/clipping": lambda: layers.batch_norm(
        image(), renorm=True, renorm_clipping={"a": 1}
    ),
    "batch_norm/renorm_weighted": lambda: layers.batch_norm(
        image(), renorm=True, batch_weights=tf.ones([2])
    ),
    "batch_norm/weights_fused": lambda: layers.batch_norm(
        image(), fused=True, batch_weights=tf.ones([2])
    ),
    "batch_norm/float64": lambda: layers.batch_norm(tf.cast(image(), tf.float64)),
    "instance_norm/format": lambda: layers.instance_norm(image(), data_format="XX"),
    "group_norm/groups": lambda: layers.group_norm(image(), groups=2),
    "group_norm/axes": lambda: layers.group_norm(image(), groups=1, reduction_axes=(-1, -2)),
    "group_norm/many_groups": lambda: layers.group_norm(image(), groups=5),
    "layer_norm/axis": lambda: layers.layer_norm(rows(), begin_norm_axis=2),
    "layer_norm/params": lambda: layers.layer_norm(rows(), begin_params_axis=3),
    "repeat/none": lambda: layers.repeat(rows(), 0, layers.fully_connected, 2),
    "repeat/text": lambda: layers.repeat(rows(), "a", layers.fully_connected, 2),
    "stack/empty": lambda: layers.stack(rows(), layers.fully_connected, []),
    "stack/number": lambda: layers.stack(rows(), layers.fully_connected, 3),
    "one_hot/float": lambda: layers.one_hot_encoding(tf.constant([1.0]), 3),
    "dropout/range": lambda: layers.dropout(rows(), 1.5),
    "maxout/units": lambda: layers.maxout(rows(), 2),
    "unit_norm/dimension": lambda: layers.unit_norm(rows(), 3),
    "images/format": lambda: layers.images_to_sequence(image(), data_format="XX"),
    "sequence/rank": lambda: layers.sequence_to_images(image(), 5),
    "gdn/format": lambda: layers.gdn(image(), data_format="XX"),
    "gdn/rank": lambda: layers.gdn(rows((2, 3, 4))),
    "legacy/weight_rank": lambda: layers.legacy_fully_connected(tf.constant(1.0), 2),
    "legacy/no_columns": lambda: layers.legacy_fully_connected(shapeless([4, None]), 2),
    "l1/negative": lambda: layers.l1_regularizer(-1.0),
    "l1/integer": lambda: layers.l1_regularizer(1),
    "l1/text": lambda: layers.l1_regularizer("a"),
    "l2/negative": lambda: layers.l2_regularizer(-1.0),
    "l2/integer": lambda: layers.l2_regularizer(0),
    "l1_l2/integer": lambda: layers.l1_l2_regularizer(1, 0.5),
    "sum/number": lambda: layers.sum_regularizer(3),
    "apply/none": lambda: layers.apply_regularization(None, [rows()]),
    "apply/nothing": lambda: layers.apply_regularization(layers.l2_regularizer(0.5), []),
    "apply/vector": lambda: layers.apply_regularization(lambda w: w, [rows()]),
    "initializer/integer": lambda: layers.variance_scaling_initializer(dtype=tf.int32),
    "initializer/mode": lambda: layers.variance_scaling_initializer(mode="XX"),
    "initializer/no_shape": lambda: layers.xavier_initializer()(None),
    "initializer/scalar": lambda: layers.xavier_initializer()([]) is None,
    "initializer/dtype": lambda: layers.xavier_initializer()([2, 2], tf.int32),
    "rev_block/shapes": lambda: layers.rev_block(rows(), rows((4, 2)), tf.identity, tf.identity),
    "rev_block/layers": lambda: layers.rev_block(
        rows(), rows(), [tf.identity], [tf.identity], num_layers=2
    ),
    "summaries/none": lambda: layers.summarize_tensor(None),
    "summaries/number": lambda: layers.summarize_tensors(3),
    "summaries/list": lambda: layers.summarize_activation([1.0]),
    "utils/static_cond": lambda: utils.static_cond(3, lambda: 1, lambda: 2),
    "utils/static_cond_functions": lambda: utils.static_cond(True, 1, 2),
    "utils/smart_cond": lambda: utils.smart_cond("a", lambda: 1, lambda: 2),
    "utils/two": lambda: utils.two_element_tuple([1, 2, 3]),
    "utils/two_shape": lambda: utils.two_element_tuple(tf.TensorShape([None, 2])),
    "utils/n": lambda: utils.n_positive_integers(2, [1, 0]),
    "utils/n_length": lambda: utils.n_positive_integers(2, [1]),
    "utils/n_number": lambda: utils.n_positive_integers(-1, 3),
    "utils/channel": lambda: utils.channel_dimension(tf.TensorShape([1, None]), "NHWC"),
    "utils/channel_format": lambda: utils.channel_dimension(tf.TensorShape([1, 2]), "XX"),
    "utils/last": lambda: utils.last_dimension(tf.TensorShape([1, 2]), 3),
    "utils/last_none": lambda: utils.last_dimension(tf.TensorShape(None)),
    "utils/constant": lambda: utils.constant_value(np.array([1])),
    "utils/aliases": lambda: utils.get_tensor_aliases(3),
    "encoders/no_vocabulary": lambda: encoders.embed_sequence([[1]], None, 2),
    "encoders/no_dimension": lambda: encoders.embed_sequence([[1]], 2),
    "encoders/float": lambda: encoders.embed_sequence([[1.0]], 4, 2),
    "encoders/not_there": lambda: encoders.embed_sequence([[1]], scope="s", reuse=True),
    "encoders/sparse": lambda: encoders.embed_sequence(
        tf.SparseTensor([[0, 0]], [1], [1, 1]), 4, 2
    ),
    "bow/no_vocabulary": lambda: encoders.bow_encoder([[1]], None, 2),
    "bow/sparse": lambda: encoders.bow_encoder(
        tf.SparseTensor([[0, 0]], [1], [1, 1]), 4, 2, sparse_lookup=False
    ),
    "bow/float": lambda: encoders.bow_encoder(tf.constant([[1.0]]), 4, 2),
}


def outcome(call):
    """Gives the classes of the error, or that there was none."""
    with tf.Graph().as_default():
        made = attempt(call)
        return made if isinstance(made, dict) and "raised" in made else "fine"


class Refused(object):
    """A case: a group of calls, and what each one raises."""

    def __init__(self, calls):
        self._calls = calls

    def facts(self):
        """Makes the calls."""
        return {name: outcome(call) for name, call in self._calls.items()}


def inputs_of(layer):
    return {name: lambda make=make: layer(make(), 3) for name, make in INPUTS.items()}


CASES = {"bad/inputs/" + name: Refused(inputs_of(layer)) for name, layer in LAYERS.items()}
CASES["bad/calls"] = Refused(CALLS)
